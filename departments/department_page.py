"""What the page of one department shows besides its own fields: hours, what became of it, what it took over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from core.addresses import absolute
from core.child_rows import child_rows
from core.links import Link, foreign, pairs
from core.visibility import visible
from departments.communes.listing import Communes, communes_of
from departments.department_cache import DepartmentCache, department_cache
from departments.models import DepartmentPage, Leader, Succession, Weekday
from departments.opening import Opening, Span, opening
from departments.structured_data import government_organisation

ROWS = ("opening_hours", "leaders", "successions")


@dataclass(frozen=True)
class Hours:
    """Days with the same opening hours: "Monday – Friday", ISO 1 to 5, with one span per half-day."""

    days: str
    weekdays: list[int]
    spans: list[tuple[time, time]]


@dataclass(frozen=True)
class Handover:
    """One piece of work that went to another department, or came from it; None for one that nobody may see."""

    work: str
    work_lang: str
    department: Link | None
    is_confirmed: bool


@dataclass(frozen=True)
class DepartmentContext:
    """The computed parts of a department page."""

    kind: str
    hours: list[Hours]
    now: str
    leaders: list[Leader]
    went_to: list[Handover]
    came_from: list[Handover]
    communes: Communes | None
    commune_of: Link | None


def page_context(page: DepartmentPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of `page` shows besides its own fields, for people and for programs."""
    shown = department_context(page, request)
    data = government_organisation(page, shown, url=absolute(page.get_url(request) or ""))
    above = [shown.commune_of] if shown.commune_of else []
    return {"profile": shown, "structured_data": [data], "above": above}


def department_context(page: DepartmentPage, request: HttpRequest | None) -> DepartmentContext:
    """Return everything the template of `page` needs; works on unsaved previews."""
    rows, register = child_rows([page], ROWS), department_cache(request)
    spans, language = rows.of(page, "opening_hours"), page.locale.language_code
    went = rows.of(page, "successions")
    successors = register.with_ids([row.successor_id for row in went])
    gone = [(row, successors[row.successor_id]) for row in went]
    return DepartmentContext(
        kind=page.get_kind_display(),
        hours=opening_hours(spans),
        now=open_now(opening(spans, timezone.localtime())),
        leaders=rows.of(page, "leaders"),
        went_to=[_handover(row, language, register.link(successor.translation_key)) for row, successor in gone],
        came_from=[
            _handover(shown, shown.locale.language_code, register.link(row.page.translation_key))
            for row, shown in _arrived(page)
        ],
        communes=communes_of(page, request),
        commune_of=_stands_for_all(page, register),
    )


def _stands_for_all(page: DepartmentPage, register: DepartmentCache) -> Link | None:
    """Return the department whose services a single commune handles; None for a department of the list."""
    return register.link_above(page) if page.is_commune else None


def opening_hours(rows: Iterable[Span]) -> list[Hours]:
    """Return the week from Monday on, neighbouring days with equal hours in one line."""
    by_day: dict[int, list[tuple[time, time]]] = {}
    for row in sorted(rows, key=lambda row: (row.weekday, row.opens)):
        by_day.setdefault(row.weekday, []).append((row.opens, row.closes))
    numbered = enumerate(by_day.items())
    alike = groupby(numbered, key=lambda item: (item[1][0] - item[0], item[1][1]))
    return [_hours([day for _position, (day, _spans) in days], spans) for (_offset, spans), days in alike]


def open_now(known: Opening | None) -> str:
    """Return whether the counter is open, in words; "" while its hours are unknown."""
    if known is None:
        return ""
    hour = f"{known.changes_at:%H:%M}"
    if known.is_open:
        return _("Open now, until %(hour)s.") % {"hour": hour}
    if known.in_days == 0:
        return _("Closed now, opens today at %(hour)s.") % {"hour": hour}
    day = str(Weekday(known.weekday).label)
    return _("Closed now, opens on %(day)s at %(hour)s.") % {"day": day, "hour": hour}


def _hours(days: list[int], spans: list[tuple[time, time]]) -> Hours:
    names = [str(Weekday(day).label) for day in (days[0], days[-1])]
    return Hours(" – ".join(dict.fromkeys(names)), days, spans)


def _arrived(page: DepartmentPage) -> list[tuple[Succession, Succession]]:
    """Return rows of public former departments that name this one, each with what the reader reads of it."""
    former = visible(DepartmentPage.objects).filter(locale__language_code=settings.LANGUAGE_CODE)
    rows = Succession.objects.filter(successor__translation_key=page.translation_key, page__in=former.values("pk"))
    return pairs(rows.order_by("page__title", "sort_order"), "page")


def _handover(row: Succession, language: str, department: Link | None) -> Handover:
    return Handover(row.work, foreign(language), department, row.is_confirmed)
