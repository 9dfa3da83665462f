"""Pages of a list: a number that does not exist is a 404, never a guess."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from core.errors import NotFoundInWords

PER_PAGE = 20
PARAMETER = "page"


class Bounded(Paginator):
    """Pages of the first `most` rows: what is counted and leafed through stays small however many rows there are."""

    def __init__(self, rows: QuerySet[Any], per_page: int, most: int) -> None:
        super().__init__(rows, per_page)
        self.most = most

    @cached_property
    def found(self) -> int:
        """How many there are, counted up to one more than `most`."""
        rows = cast(QuerySet[Any], self.object_list)
        return int(rows.order_by()[: self.most + 1].count())

    @cached_property
    def count(self) -> int:
        return min(self.found, self.most)


def page_of(
    items: Sequence[Any] | QuerySet[Any], request: HttpRequest, per_page: int = PER_PAGE, *, most: int | None = None
) -> Page:
    """Return the page of `items` that `?page=` asks for (from 1); raises NotFoundInWords for any other.

    `most`: only so many of a queryset are leafed through (`is_cut` tells whether there are more).
    """
    pages = Bounded(cast(QuerySet[Any], items), per_page, most) if most else Paginator(items, per_page)
    try:
        return pages.page(request.GET.get(PARAMETER, 1))
    except InvalidPage as error:
        raise NotFoundInWords(_("There is no such page of this list.")) from error


def is_cut(page: Page) -> bool:
    """Return whether there are rows after the last page of the list."""
    pages = page.paginator
    return isinstance(pages, Bounded) and pages.found > pages.most


@dataclass(frozen=True)
class Step:
    """One number of the bar under a list; a gap has neither number nor address."""

    number: int | None
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Steps:
    """The bar under a list; `previous` and `next` are "" at the ends."""

    numbers: list[Step]
    previous: str
    next: str


def steps_of(page: Page, chosen: Mapping[str, str] | None = None) -> Steps | None:
    """Return the addresses of the other pages of a list, `chosen` parameters kept; None when there is only one page."""
    pages = page.paginator
    if pages.num_pages < 2:
        return None

    def url(number: int) -> str:
        return address_of(pages.page(number), chosen) or "?"

    shown = pages.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    numbers = [Step(n, url(n), n == page.number) if isinstance(n, int) else Step(None) for n in shown]
    return Steps(
        numbers=numbers,
        previous=url(page.previous_page_number()) if page.has_previous() else "",
        next=url(page.next_page_number()) if page.has_next() else "",
    )


def address_of(page: Page, chosen: Mapping[str, str] | None = None) -> str:
    """Return the query string of one page of a list, "" for the first page of the whole list."""
    return query_string({**(chosen or {}), PARAMETER: str(page.number) if page.number > 1 else ""})


def query_string(parameters: Mapping[str, str]) -> str:
    """ "?a=1&b=2" without the empty parameters; "" when none is left."""
    kept = {name: value for name, value in parameters.items() if value}
    return f"?{urlencode(kept)}" if kept else ""
