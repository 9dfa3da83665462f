"""The list of services: filtered, counted, in order, twenty a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.links import Link
from core.paging import Steps, address_of, page_of, steps_of
from core.text import SortKey, sort_key
from services.catalogue import facets
from services.catalogue.cards import Card, cards
from services.catalogue.filter_values import ServiceFacets, service_facets
from services.catalogue.filters import (
    Filter,
    Option,
    Question,
    Removal,
    chosen_values,
    filters,
    question,
    questions_of,
    removals,
)
from services.models import ServiceIndexPage

SORT_KEYS_KEPT = 10_000
SORT, BY_CHANGE = "sort", "changed"
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Listing:
    """One page of a list of services. `first` and `last` count from 1; `query` is its address after the path.

    `words` are what was searched for among the `in_all` services.
    """

    cards: list[Card]
    total: int
    first: int
    last: int
    page: Page
    steps: Steps | None
    query: str
    filters: list[Filter] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)
    order: str = ""
    words: str = ""
    in_all: int = 0


def page_context(page: ServiceIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of the list page shows besides its own fields."""
    return {"listing": listing(request)}


def listing(request: HttpRequest, fixed: Mapping[str, str] | None = None) -> Listing:
    """Return the services the request asks for; NotFoundInWords for a value of a filter or a page that does not exist.

    `fixed` are the choices that the address itself makes, by filter: they are no longer asked for.
    """
    questions = questions_of(request, without=fixed or ())
    sorting = question(request, SORT, _("Order"), [(BY_CHANGE, Link(_("Most recently changed")))])
    chosen, kept = {**chosen_values(questions), **(fixed or {})}, chosen_values([*questions, sorting])
    services = service_facets(request)
    counts = facets.counted((service.values for service in services), chosen)
    found = facets.matching(services, lambda service: service.values, chosen)
    ids = _by_change(found) if sorting.chosen else by_title((one.pk, one.title) for one in found)
    return paged(
        ids,
        request,
        kept,
        filters=[*filters(questions, counts), _order_filter(sorting)],
        removals=removals(questions, kept),
        order=_("most recently changed first") if sorting.chosen else _("in alphabetical order"),
    )


def paged(ids: list[int], request: HttpRequest, kept: Mapping[str, str] | None = None, **around) -> Listing:
    """Return a page of the services with these ids of Vietnamese pages; only the twenty that are shown are read in
    full.
    """
    page = page_of(ids, request)
    return Listing(
        cards=cards(page.object_list, request),
        total=page.paginator.count,
        first=page.start_index(),
        last=page.end_index(),
        page=page,
        steps=steps_of(page, kept),
        query=address_of(page, kept),
        **around,
    )


def by_title(services: Iterable[tuple[int, str]]) -> list[int]:
    """Return the ids of services, given by id and the title that the reader sees, in dictionary order."""
    return [pk for pk, _title in sorted(services, key=lambda row: (_sort_key(row[1]), row[0]))]


def _by_change(services: Iterable[ServiceFacets]) -> list[int]:
    return [one.pk for one in sorted(services, key=lambda one: (one.changed or LONG_AGO, one.pk), reverse=True)]


def _order_filter(sorting: Question) -> Filter:
    """Return the order as one more question of the form: dictionary order unless another is chosen."""
    options = [Option(value, link.text, link.lang, value == sorting.chosen) for value, link in sorting.choices]
    return Filter(sorting.name, sorting.label, options, _("By name"))


@lru_cache(maxsize=SORT_KEYS_KEPT)
def _sort_key(title: str) -> SortKey:
    return sort_key(title)
