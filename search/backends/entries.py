"""What both databases have in common: reading objects into the index, and asking it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Expression, Field, Model, QuerySet, Subquery
from modelsearch.conf import get_app_config
from modelsearch.query import MATCH_ALL, PlainText, SearchQuery
from modelsearch.utils import get_content_type_pk

from search.backends.folding import folded, index_words

IndexEntry: type[Model] = get_app_config().get_model("IndexEntry", require_ready=False)
TITLE, BODY = "title", "body"


class FoldingIndexer:
    """Gathers the words of an object: every text as `index_words` reads it."""

    def prepare_value(self, value: object) -> str:
        return index_words(super().prepare_value(value))  # type: ignore[misc]


class FoldingIndex:
    """Writes the entries of many objects with one statement, and looks at no others for it.

    Modelsearch weighs a title by its length beside the mean of all titles, which it counts anew with every save: with
    100,000 pages a third of a second. Here the weight follows from the title alone.
    """

    indexer_class: type
    written: tuple[str, ...] = (TITLE, BODY, "autocomplete")
    """Columns of an entry, each of which the indexer gathers under the same name."""
    backend: Any
    entries: QuerySet

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        """Keep the words of objects of one model, in the place of those that were kept of them."""
        if not model.get_search_fields():  # type: ignore[attr-defined]  # only indexed models come here
            return
        content_type = get_content_type_pk(model)
        indexers = [self.indexer_class(one, self.backend) for one in objs]
        self.entries.bulk_create(
            [IndexEntry(content_type_id=content_type, object_id=one.id, **self.words(one)) for one in indexers],
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=self.written,
        )

    def words(self, indexer: Any) -> dict[str, Any]:  # noqa: ANN401 (either database's own)
        """Return what is written of one object, by column."""
        return {name: getattr(indexer, name) for name in self.written}

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing to do: see the class."""


class FoldingBackend:
    """Asks with folded words; a question without any finds nothing."""

    def search(self, query: str | SearchQuery, model_or_queryset: type[Model] | QuerySet, **options: Any) -> Any:  # noqa: ANN401 (modelsearch's results)
        asked, rows = _asked(query, model_or_queryset, options.pop("operator", None), is_unfinished=False)
        return super().search(asked, rows, **options)  # type: ignore[misc]

    def autocomplete(self, query: str | SearchQuery, model_or_queryset: type[Model] | QuerySet, **options: Any) -> Any:  # noqa: ANN401 (modelsearch's results)
        asked, rows = _asked(query, model_or_queryset, options.pop("operator", None), is_unfinished=True)
        return super().autocomplete(asked, rows, **options)  # type: ignore[misc]


def _asked(
    query: str | SearchQuery, rows: type[Model] | QuerySet, operator: str | None, *, is_unfinished: bool
) -> tuple[SearchQuery, type[Model] | QuerySet]:
    """Return the query with folded words and the rows it is asked of: none of them where there are no words."""
    asked = folded(query, operator or PlainText.DEFAULT_OPERATOR, is_unfinished=is_unfinished)
    if asked is None:
        return MATCH_ALL, (rows if isinstance(rows, QuerySet) else rows._default_manager.all()).none()
    return asked, rows


def columns_of(fields: Iterable[str] | None) -> list[str]:
    """Return the columns in which words are looked for: that of titles, and that of everything else."""
    if fields is None:
        return [TITLE, BODY]
    return sorted({TITLE if name == TITLE else BODY for name in fields}, reverse=True)


def number_type(model: type[Model]) -> Field:
    """Return the type of the numbers by which rows of a model are known."""
    key: Any = model._meta.pk
    while key.remote_field:
        key = key.target_field
    found: Field = type(key)()
    return found


def in_order(
    queryset: QuerySet, score: Expression | Subquery, *, by_relevance: bool, score_field: str | None
) -> QuerySet:
    """Return rows with their score, the best first if it is asked for; whoever is as good in the order of numbers."""
    if by_relevance:
        queryset = queryset.order_by(score.desc(), "-pk")
    elif not queryset.query.order_by:
        queryset = queryset.order_by("-pk")
    return queryset.annotate(**{score_field: score}) if score_field else queryset
