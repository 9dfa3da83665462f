"""Form 07a/BTP of Circular 09/2026/TT-BTP, field by field: the columns that are known of it, beside report II.06a.

The text of the form is not at hand, so the report says that it was not compared with it. What this portal does not
count month by month is a dash, never a guess. Settled, among it stopped and withdrawn, is told as in report II.06a.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.law import cite
from core.links import Link
from core.text import sort_key
from services.forms.models.tally import Tally
from services.forms.statistics.figures import Figures, by
from services.forms.statistics.months import Month, Period, after

ACT = "tt-09-2026-btp"
NOT_COUNTED = None
"""What no tally holds: it is added by hand."""
ReadCell = Callable[[Figures, Figures], int | None]
"""Takes the sums of a period, and those at the end of the month before it."""


def _not_counted(_period: Figures, _before: Figures) -> None:
    return NOT_COUNTED


@dataclass(frozen=True)
class ReportGroup:
    """Columns under one head."""

    head: str | Promise
    columns: tuple[tuple[str | Promise, ReadCell], ...]


GROUPS = (
    ReportGroup(
        gettext_lazy("Received"),
        (
            (gettext_lazy("in all"), lambda now, before: now.accepted + before.being_handled),
            (gettext_lazy("online"), lambda now, _before: now.accepted),
            (gettext_lazy("at the counter, by post"), _not_counted),
            (gettext_lazy("from the period before"), lambda _now, before: before.being_handled),
            (gettext_lazy("regardless of boundaries"), _not_counted),
        ),
    ),
    ReportGroup(
        gettext_lazy("Waiting for acceptance"),
        (
            (gettext_lazy("in all"), lambda now, _before: now.open_new),
            (gettext_lazy("in time"), _not_counted),
            (gettext_lazy("overdue"), _not_counted),
        ),
    ),
    ReportGroup(
        gettext_lazy("Settled"),
        (
            (gettext_lazy("in all"), lambda now, _before: now.settled),
            (gettext_lazy("before time"), lambda now, _before: now.early),
            (gettext_lazy("on time"), lambda now, _before: now.on_time),
            (gettext_lazy("overdue"), lambda now, _before: now.late),
            (gettext_lazy("overdue, with an apology"), lambda now, _before: now.apologised),
            (gettext_lazy("overdue, without an apology"), lambda now, _before: now.without_apology),
            (gettext_lazy("without a date"), lambda now, _before: now.undated),
        ),
    ),
    ReportGroup(
        gettext_lazy("Being handled"),
        (
            (gettext_lazy("in all"), lambda now, _before: now.being_handled),
            (gettext_lazy("in time"), lambda now, _before: now.open_in_time + now.open_paused),
            (gettext_lazy("overdue"), lambda now, _before: now.open_overdue),
            (gettext_lazy("without a date"), lambda now, _before: now.open_undated),
        ),
    ),
    ReportGroup(
        gettext_lazy("Ended otherwise"),
        (
            (gettext_lazy("not accepted"), lambda now, _before: now.not_accepted),
            (gettext_lazy("stopped"), lambda now, _before: now.stopped),
            (gettext_lazy("withdrawn"), lambda now, _before: now.withdrawn + now.withdrawn_early),
        ),
    ),
    ReportGroup(gettext_lazy("Payment"), ((gettext_lazy("paid online"), _not_counted),)),
)


@dataclass(frozen=True)
class ReportLine:
    """One field, or all of them together, with a number for every column."""

    name: Link
    numbers: list[int | None]


@dataclass(frozen=True)
class Report07a:
    """The lines in the order of the alphabet, and their sum."""

    lines: list[ReportLine]
    total: ReportLine


def report_07a(rows: QuerySet[Tally], period: Period, last: Month, fields: dict[UUID | None, Link]) -> Report07a:
    """Return the report on these tallies. `last` is the last month there is; `fields` are the names of the fields."""
    month_before = after(period.first, -1)
    within = rows.filter(month__gte=period.first, month__lte=period.last)
    now = by(within, "field_key", last=min(period.last, last))
    before = by(rows.filter(month=month_before), "field_key", last=month_before)
    lines = [
        line_of(fields.get(key) or Link(_("Field not known")), now.get(key, Figures()), before.get(key, Figures()))
        for key in {**now, **before}
    ]
    lines = [line for line in lines if any(line.numbers)]
    return Report07a(sorted(lines, key=lambda line: sort_key(line.name.text)), _total(lines))


def line_of(name: Link, now: Figures, before: Figures) -> ReportLine:
    """Return the line of a period by its sums and by those at the end of the month before it."""
    return ReportLine(name, [read(now, before) for group in GROUPS for _head, read in group.columns])


def as_lines(found: Report07a) -> list[list[Any]]:
    """Return the report for a file, which says of itself what it is; what is not counted here is a dash."""
    doubt = _("not compared with the text of the form")
    heads = [f"{group.head}: {head}" for group in GROUPS for head, _read in group.columns]
    numbered: list[tuple[int | None, ReportLine]] = [*enumerate(found.lines, start=1), (None, found.total)]
    return [
        [f"{_('Report 07a/BTP')} ({cite(ACT)}): {doubt}"],
        [_("No."), _("Field of administration"), *heads],
        *([number, line.name.text, *map(_cell, line.numbers)] for number, line in numbered),
    ]


def _cell(number: int | None) -> int | str:
    return "–" if number is NOT_COUNTED else number


def _total(lines: list[ReportLine]) -> ReportLine:
    nothing = line_of(Link(""), Figures(), Figures()).numbers
    columns = zip(nothing, *(line.numbers for line in lines), strict=True)
    sums = [NOT_COUNTED if None in column else sum(number or 0 for number in column) for column in columns]
    return ReportLine(Link(_("Total")), sums)
