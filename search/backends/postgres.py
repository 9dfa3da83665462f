"""Wagtail's search on PostgreSQL: `simple` on folded words, whatever the server is set to, and no extension."""

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import CharField, F, OuterRef, QuerySet, Subquery
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast
from modelsearch.backends.database.postgres import postgres
from modelsearch.query import Fuzzy, MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks

from search.backends.entries import (
    BODY,
    TITLE,
    FoldingBackend,
    FoldingIndex,
    FoldingIndexer,
    IndexEntry,
    columns_of,
    in_order,
    number_type,
)

TITLE_WEIGHT = 20
"""What a word of the title counts beside one of the others."""
TYPICAL_TITLE = 12
"""Words of a title of middling length: one with fewer weighs more."""


class PostgresIndexer(FoldingIndexer, postgres.ObjectIndexer):
    """Makes vectors of the folded words of an object."""

    @property
    def title_norm(self) -> float:
        """What a word of the title counts, more in a short one."""
        return TITLE_WEIGHT * TYPICAL_TITLE / max(len(set(self.title_text.split())), 1)


class PostgresIndex(FoldingIndex, postgres.PostgresIndex):
    indexer_class = PostgresIndexer
    written = (*FoldingIndex.written, "title_norm", "title_text", "body_text")


class PostgresCompiler(postgres.PostgresSearchQueryCompiler):
    """Asks the index for the numbers of what has the words, then for those rows: neither table is read whole."""

    def get_index_vectors(self, search_query: Any) -> list[tuple[F, F | float]]:  # noqa: ANN401 (modelsearch's)
        weights: dict[str, F | float] = {TITLE: F("title_norm"), BODY: 1.0}
        return [(F(column), weights[column]) for column in columns_of(self.fields)]

    def search(
        self,
        config: str,
        start: int | None,
        stop: int | None,
        score_field: str | None = None,
        backend: Any = None,  # noqa: ANN401 (modelsearch's)
    ) -> QuerySet:
        asked = self.query.subquery if isinstance(self.query, Not) else self.query
        if isinstance(asked, MatchAll | Fuzzy):
            found: QuerySet = super().search(config, start, stop, score_field=score_field, backend=backend)
            return found
        question = self.build_tsquery(self.query, config=config)
        vectors = self.get_index_vectors(question)
        words: F | CombinedExpression = vectors[0][0]
        for vector, _weight in vectors[1:]:
            words = CombinedExpression(words, "||", vector, output_field=SearchVectorField())
        model = self.queryset.model
        entries = IndexEntry._default_manager.filter(content_type_id__in=get_descendants_content_types_pks(model))
        keys = entries.alias(words=words).filter(words=question).values(key=Cast("object_id", number_type(model)))
        own = entries.filter(object_id=Cast(OuterRef("pk"), CharField()))
        score = Subquery(own.values(score=self._build_rank_expression(vectors, config))[:1])
        rows = self.queryset.filter(pk__in=keys)
        return in_order(rows, score, by_relevance=self.order_by_relevance, score_field=score_field)[start:stop]


class PostgresAutocompleteCompiler(PostgresCompiler, postgres.PostgresAutocompleteQueryCompiler):
    def get_index_vectors(self, search_query: Any) -> list[tuple[F, F | float]]:  # noqa: ANN401 (modelsearch's)
        return [(F("autocomplete"), 1.0)]


class PostgresBackend(FoldingBackend, postgres.PostgresSearchBackend):
    index_class = PostgresIndex
    query_compiler_class = PostgresCompiler
    autocomplete_query_compiler_class = PostgresAutocompleteCompiler

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({**params, "SEARCH_CONFIG": "simple"})
