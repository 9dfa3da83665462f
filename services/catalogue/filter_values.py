"""What the filters of the list know of every service, read in a number of queries that does not depend on how many."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import F, Value
from django.http import HttpRequest

from core.i18n import reader_language
from departments.department_cache import department_cache
from services.models import HandlingAgency, ServicePage

DEPARTMENT, LEVEL, FIELD, AUDIENCE, LIFE_EVENT, APPLY_MODE = (
    "department",
    "level",
    "field",
    "audience",
    "life_event",
    "apply_mode",
)
"""The names of the filters, as addresses and the partner API write them."""


@dataclass(frozen=True)
class ServiceFacets:
    """One public service by its Vietnamese page: `title` as the reader sees it, `values` by filter."""

    pk: int
    title: str
    changed: datetime | None
    values: dict[str, set[str]]


def service_facets(request: HttpRequest | None, among: Collection[int] | None = None) -> list[ServiceFacets]:
    """Return every public service, or those with the ids in `among`. Terms go by the slug of the Vietnamese term,
    audiences by their group as well.
    """
    found = {}
    departments = owner_slugs(request)
    rows = ServicePage.objects.on_site(settings.LANGUAGE_CODE).with_owner_path()
    rows = rows.with_shown_title(reader_language()).order_by("pk")
    if among is not None:
        rows = rows.filter(pk__in=among)
    columns = ("pk", "shown_title", "last_published_at", "level", "field__slug", "owner_path")
    for pk, title, changed, level, field, owner_path in rows.values_list(*columns):
        values = defaultdict(set)
        _add(values, LEVEL, [level])
        _add(values, FIELD, [field])
        _add(values, DEPARTMENT, [departments.get(owner_path)])
        found[pk] = ServiceFacets(pk, title, changed, values)
    for name, pk, value in _pointers(among):
        if pk in found:
            _add(found[pk].values, name, [value])
    return list(found.values())


def owner_slugs(request: HttpRequest | None) -> dict[str, str]:
    """Return the slug of each department by its place in the Vietnamese tree, where its services stand below it."""
    return {page.path: page.slug for page in department_cache(request).originals}


def _pointers(among: Collection[int] | None) -> Iterable[tuple[str, int, str]]:
    """(filter, page, value) for everything that a service may have several of, in one query."""
    audiences, events = ServicePage.audiences.through.objects, ServicePage.life_events.through.objects
    sources = (
        (AUDIENCE, audiences, "servicepage_id", "audience__group"),
        (AUDIENCE, audiences, "servicepage_id", "audience__slug"),
        (LIFE_EVENT, events, "servicepage_id", "lifeevent__slug"),
        (APPLY_MODE, HandlingAgency.objects, "page_id", "apply_mode"),
    )
    first, *others = (
        (rows.all() if among is None else rows.filter(**{f"{owner}__in": among}))
        .order_by()
        .annotate(name=Value(name), owner=F(owner), value=F(value))
        .values_list("name", "owner", "value")
        for name, rows, owner, value in sources
    )
    return first.union(*others)


def _add(values: dict[str, set[str]], name: str, new: Iterable[object]) -> None:
    values[name].update(str(value) for value in new if value)
