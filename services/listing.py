"""The list of services: filtered, in dictionary order, twenty a page."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.http import HttpRequest

from core.i18n import reader_language
from core.paging import Steps, address_of, page_of, steps_of
from core.text import SortKey, sort_key
from services.cards import Card, cards
from services.filters import Filter, Removal, chosen_values, filters_of, narrow, removals
from services.models import ServicePage

SORT_KEYS_KEPT = 10_000


@dataclass(frozen=True)
class Listing:
    """One page of a list of services. `first` and `last` count from 1; `query` is its address after the path."""

    cards: list[Card]
    total: int
    first: int
    last: int
    page: Page
    steps: Steps | None
    query: str
    filters: list[Filter]
    removals: list[Removal]


def listing(index_page: Any, request: HttpRequest) -> Listing:
    """The services the request asks for; raises NotFoundInWords for a filter value or a page that does not exist."""
    filters = filters_of(request)
    chosen = chosen_values(filters)
    services = narrow(ServicePage.objects.on_site(settings.LANGUAGE_CODE), chosen)
    return paged(services, request, chosen=chosen, filters=filters)


def paged(
    services: Any, request: HttpRequest, *, chosen: dict[str, str] | None = None, filters: list[Filter] | None = None
) -> Listing:
    """A page of Vietnamese services; only the twenty that are shown are read in full."""
    page = page_of(_in_order(services), request)
    return Listing(
        cards=cards(page.object_list, request),
        total=page.paginator.count,
        first=page.start_index(),
        last=page.end_index(),
        page=page,
        steps=steps_of(page, chosen),
        query=address_of(page, chosen),
        filters=filters or [],
        removals=removals(filters or []),
    )


def _in_order(services: Any) -> list[int]:
    """The services' ids in the dictionary order of the titles that the reader sees."""
    rows = list(services.order_by("pk").values_list("translation_key", "pk", "title"))
    ids = {key: pk for key, pk, _title in rows}
    titles = {key: title for key, _pk, title in rows}
    if reader_language() != settings.LANGUAGE_CODE:
        shown = ServicePage.objects.live().translated().filter(locale__language_code=reader_language())
        titles.update((key, title) for key, title in shown.values_list("translation_key", "title") if key in titles)
    return [ids[key] for key in sorted(ids, key=lambda key: (_sort_key(titles[key]), ids[key]))]


@lru_cache(maxsize=SORT_KEYS_KEPT)
def _sort_key(title: str) -> SortKey:
    return sort_key(title)
