"""The rows of many services in one query: fees, papers, channels … as dictionaries of their columns.

The page of one service reads its rows as objects (a query for each kind of row). The partner API and the cards of lists
answer for many services at once and need only values, so all kinds come together, as JSON made by the database.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import BooleanField, F, Field, Model, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject
from modelcluster.fields import ParentalKey

from services import models

KINDS: dict[str, type[Model]] = {
    "handling_agencies": models.HandlingAgency,
    "channels": models.Channel,
    "durations": models.Duration,
    "fees": models.Fee,
    "documents": models.RequiredDocument,
    "results": models.Result,
    "legal_bases": models.LegalBasis,
    "steps": models.Step,
    "related_services": models.RelatedService,
}
"""Children of a service page, by the name of their relation."""

LINKS = ("audiences", "life_events")
"""Vocabularies a service points at many terms of."""

UNTOLD = {"id", "translation_key", "locale", "sort_order"}
"""Columns that say nothing about the row."""

Row = dict[str, Any]
Rows = dict[int, dict[str, list[Row]]]


def fetch_child_rows(services: Collection[Any], kinds: Collection[str]) -> Rows:
    """Rows by service id and kind, in the editor's order; dates are ISO texts, a foreign key is `<name>_id`."""
    found: Rows = defaultdict(lambda: defaultdict(list))
    queries = [query_of(kind, [service.pk for service in services]) for kind in (*KINDS, *LINKS) if kind in kinds]
    if not services or not queries:
        return found
    first, *others = queries
    rows = first.union(*others, all=True) if others else first
    for kind, service, _order, _pk, row in sorted(rows, key=lambda row: row[:4]):
        found[service][kind].append(typed(kind, row))
    return found


def fetch_child_objects(services: Collection[Any], kinds: Collection[str]) -> dict[int, dict[str, list[Any]]]:
    """The same rows as unsaved objects of their models, with real dates, for the rules that read attributes."""
    return {
        pk: {kind: [_object(KINDS[kind], row) for row in own[kind]] for kind in kinds}
        for pk, own in fetch_child_rows(services, kinds).items()
    }


def _object(model: type[Model], row: Row) -> Any:
    values = {field.attname: field.to_python(row[field.attname]) for field in columns(model)}
    return model(**values, translation_key=None)  # stands for a stored row, but is none: nobody may take it for one


def query_of(kind: str, services: list[int]) -> QuerySet[Any]:
    """(kind, service, order, id, columns as JSON) of one kind of row."""
    model = getattr(models.ServicePage, kind).through if kind in LINKS else KINDS[kind]
    owner = "servicepage_id" if kind in LINKS else "page_id"
    order = Value(0) if kind in LINKS else Coalesce("sort_order", 0)
    return (
        model._default_manager.filter(**{f"{owner}__in": services})
        .order_by()
        .annotate(
            row_kind=Value(kind),
            row_owner=F(owner),
            row_order=order,
            row_pk=F("id"),
            row=JSONObject(**{field.attname: field.attname for field in columns(model)}),
        )
        .values_list("row_kind", "row_owner", "row_order", "row_pk", "row")
    )


def columns(model: type[Model]) -> list[Field]:
    """What a row says."""
    fields = model._meta.concrete_fields
    return [field for field in fields if field.name not in UNTOLD and not isinstance(field, ParentalKey)]


def typed(kind: str, row: Row) -> Row:
    """The row with true and false, which SQLite writes as 1 and 0."""
    if kind in KINDS:
        for field in columns(KINDS[kind]):
            if isinstance(field, BooleanField) and row[field.attname] is not None:
                row[field.attname] = bool(row[field.attname])
    return row
