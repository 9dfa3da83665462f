"""Wagtail's search on SQLite: one look into the index for a question, however much it finds."""

from typing import Any

from django.db.models import CharField, Expression, F, FloatField, QuerySet
from django.db.models.functions import Cast
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks

from search.backends.entries import FoldingBackend, FoldingIndex, FoldingIndexer, columns_of, in_order, number_type

WEIGHTS = "1.0, 1.0, 20.0"
"""Of autocomplete, body and title, in the order of the table's columns: how often a word of each counts."""


class SQLiteIndexer(FoldingIndexer, sqlite.ObjectIndexer):
    """Gathers the folded words of an object."""


class SQLiteIndex(FoldingIndex, sqlite.SQLiteIndex):
    indexer_class = SQLiteIndexer


class Relevance(sqlite.BM25):
    """How well an entry answers, a title before other words; more is better."""

    def as_sql(self, *args: Any, **options: Any) -> tuple[str, list[object]]:
        return f"-bm25({sqlite.SQLiteFTSIndexEntry._meta.db_table}, {WEIGHTS})", []


class ScoreOfRow(Expression):
    """The score of a row among all that were found, which are found once for all rows.

    A subquery that names the row would look through the index again for each: 0.9 seconds with 2,000 pages found.
    """

    def __init__(self, scores: QuerySet) -> None:
        super().__init__(output_field=FloatField())
        self.scores = scores
        self.row: Expression = Cast(F("pk"), CharField())

    def get_source_expressions(self) -> list[Expression]:
        return [self.row]

    def set_source_expressions(self, exprs: Any) -> None:  # noqa: ANN401 (as Django's own)
        [self.row] = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # noqa: ANN401 (as Django's own)
        found, params = self.scores.query.get_compiler(connection=connection).as_sql()
        row, row_params = compiler.compile(self.row)
        sql = (
            f"(WITH found(object_id, score) AS MATERIALIZED ({found}) "  # noqa: S608 (Django's own SQL, with its parameters)
            f"SELECT found.score FROM found WHERE found.object_id = {row})"
        )
        return sql, [*params, *row_params]


class SQLiteCompiler(sqlite.SQLiteSearchQueryCompiler):
    def columns(self) -> list[str]:
        """Return the columns of the index in which the words are looked for."""
        return columns_of(self.fields)

    def search(
        self, config: str | None, start: int | None, stop: int | None, score_field: str | None = None
    ) -> QuerySet:
        asked = normalize(self.query)
        is_negated = isinstance(asked, Not)
        if isinstance(asked.subquery if is_negated else asked, MatchAll):
            found: QuerySet = super().search(config, start, stop, score_field)
            return found
        entries = self._entries(asked.subquery if is_negated else asked)
        keys = entries.values(key=Cast("index_entry__object_id", number_type(self.queryset.model)))
        if is_negated:
            return self.queryset.exclude(pk__in=keys).order_by("-pk")[start:stop]
        score = ScoreOfRow(entries.values_list("index_entry__object_id", Relevance()))
        rows = self.queryset.filter(pk__in=keys)
        return in_order(rows, score, by_relevance=self.order_by_relevance, score_field=score_field)[start:stop]

    def _entries(self, query: Any) -> QuerySet:  # noqa: ANN401 (modelsearch's)
        match = MatchExpression(self.columns(), self.build_search_query(query))
        content_types = get_descendants_content_types_pks(self.queryset.model)
        entries: QuerySet = sqlite.SQLiteFTSIndexEntry.objects.filter(
            match, index_entry__content_type_id__in=content_types
        )
        return entries


class SQLiteAutocompleteCompiler(SQLiteCompiler, sqlite.SQLiteAutocompleteQueryCompiler):
    def columns(self) -> list[str]:
        return ["autocomplete"]


class SQLiteBackend(FoldingBackend, sqlite.SQLiteSearchBackend):
    index_class = SQLiteIndex
    query_compiler_class = SQLiteCompiler
    autocomplete_query_compiler_class = SQLiteAutocompleteCompiler
