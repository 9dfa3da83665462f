"""The rows of pages (fees, opening hours, related services …): one query for all kinds of rows of all pages asked for.

Everything that reads rows stands on it: pages, lists, previews, the partner API. A page whose rows an editor is just
writing speaks for itself; those of every other page come from the database, as JSON made there, and are made into
unsaved objects of their models: for reading, never for saving.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import F, Field, Model, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject
from modelcluster.fields import ParentalKey
from wagtail.models import Page

UNTOLD = {"id", "translation_key", "locale", "sort_order"}
"""Columns that say nothing about the row."""

Rows = dict[str, list[Any]]


class ChildRows:
    """The rows that were read, in the editor's order."""

    def __init__(self, stored: dict[int, Rows]) -> None:
        self._stored = stored

    def of(self, page: Page, kind: str) -> list[Any]:
        """Return the rows of one kind, which is the name of their relation to the page."""
        own = rows_in_memory(page, kind)
        if own is None:
            return self._stored.get(page.pk, {}).get(kind, [])
        return [row for row in own if not _is_unchosen(row)]

    def stored(self, page: Page) -> Iterator[Any]:
        """Yield the rows of every kind that came from the database."""
        for rows in self._stored.get(page.pk, {}).values():
            yield from rows


def child_rows(pages: Collection[Page], kinds: Collection[str]) -> ChildRows:
    """Return the rows of pages of one type. A row of a many-to-many relation is one of its table in between."""
    relations = [_Relation(type(page), kind) for page in list(pages)[:1] for kind in kinds]
    queries = [relation.query(ids) for relation in relations if (ids := _read_of_database(pages, relation.name))]
    if not queries:
        return ChildRows({})
    first, *others = queries
    found: dict[int, Rows] = defaultdict(lambda: defaultdict(list))
    by_name = {relation.name: relation for relation in relations}
    for kind, page, _order, _pk, row in sorted(first.union(*others, all=True) if others else first, key=_place):
        found[page][kind].append(by_name[kind].made_of(row))
    return ChildRows(found)


def rows_in_memory(page: Page, kind: str) -> list[Any] | None:
    """Return the rows of a page that may differ from those of the database; None when nobody touched them."""
    manager = getattr(page, kind)
    if page.pk is not None and getattr(manager, "is_deferring", None) is False:
        return None
    rows = manager.all()
    if isinstance(rows, QuerySet):
        return None
    relation = _Relation(type(page), kind)
    return [relation.model(**{relation.target: term.pk}) for term in rows] if relation.target else list(rows)


def row_values(row: Model) -> dict[str, Any]:
    """Return what a row says, by column; a foreign key is `<name>_id`."""
    return {field.attname: getattr(row, field.attname) for field in told_columns(type(row))}


def told_columns(model: type[Model]) -> list[Field]:
    """Return the columns of a row that say something about it."""
    fields = model._meta.concrete_fields
    return [field for field in fields if field.name not in UNTOLD and not isinstance(field, ParentalKey)]


def _is_unchosen(row: Model) -> bool:
    """Return whether an editor has not yet chosen what the row is: it cannot be shown, not even in a preview."""
    chosen = [field for field in row._meta.concrete_fields if field.choices and not field.blank]
    return any(getattr(row, field.attname) in ("", None) for field in chosen)


def _place(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return row[:4]


def _read_of_database(pages: Collection[Page], kind: str) -> list[int]:
    return [page.pk for page in pages if page.pk is not None and rows_in_memory(page, kind) is None]


class _Relation:
    """From a page type to one kind of its rows. `target` is the other column of a table in between."""

    def __init__(self, model: type[Page], name: str) -> None:
        field: Any = model._meta.get_field(name)
        self.name = name
        if field.many_to_many:
            self.model, self.owner = field.remote_field.through, f"{field.m2m_field_name()}_id"
            self.target = f"{field.m2m_reverse_field_name()}_id"
        else:
            self.model, self.owner, self.target = field.related_model, field.field.attname, ""

    def query(self, ids: list[int]) -> QuerySet[Any]:
        """(kind, page, order, id, columns as JSON) of the rows of these pages."""
        return (
            self.model._default_manager.filter(**{f"{self.owner}__in": ids})
            .order_by()
            .annotate(
                row_kind=Value(self.name),
                row_owner=F(self.owner),
                row_order=Value(0) if self.target else Coalesce("sort_order", 0),
                row_pk=F("id"),
                row=JSONObject(**{field.attname: field.attname for field in told_columns(self.model)}),
            )
            .values_list("row_kind", "row_owner", "row_order", "row_pk", "row")
        )

    def made_of(self, row: dict[str, Any]) -> Model:
        """Return an unsaved object; it stands for a stored row, but is none: nobody may take it for one."""
        values = {field.attname: field.to_python(row[field.attname]) for field in told_columns(self.model)}
        return self.model(**values, **({"translation_key": None} if _is_translated(self.model) else {}))


def _is_translated(model: type[Model]) -> bool:
    return any(field.name == "translation_key" for field in model._meta.concrete_fields)
