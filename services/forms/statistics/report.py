"""Report II.06a/VPCP/KSTT of Circular 01/2020/TT-VPCP: the handling of procedures in a period, field by field.

What is received is what was accepted, and what was open when the period began. A dossier that waits for the citizen
is not overdue, so it counts as in time. Two columns more than the form has hold what has no date: it is never guessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.links import Link
from core.text import sort_key
from services.forms.models.tally import Tally
from services.forms.statistics.figures import Figures, by
from services.forms.statistics.months import Month, Period, after

NOT_REGISTERED = None
"""Dossiers filed at the counter and by post are not registered in this portal: their number is not known here."""


@dataclass(frozen=True)
class ReportRow:
    """One field, or the sum of all. The numbers of the official columns are in `columns`."""

    name: Link
    online: int
    carried_over: int
    early: int
    on_time: int
    late: int
    undated: int
    open_in_time: int
    open_overdue: int
    open_undated: int

    @property
    def received(self) -> int:
        return self.online + self.carried_over

    @property
    def settled(self) -> int:
        return self.early + self.on_time + self.late + self.undated

    @property
    def being_handled(self) -> int:
        return self.open_in_time + self.open_overdue + self.open_undated

    @property
    def numbers(self) -> list[int | None]:
        """Columns 3 to 13 of the form; in front of the sums' last parts, what has no date."""
        return [
            *(self.received, self.online, NOT_REGISTERED, self.carried_over),
            *(self.settled, self.early, self.on_time, self.late, self.undated),
            *(self.being_handled, self.open_in_time, self.open_overdue, self.open_undated),
        ]


NUMBERS = tuple(name for name in ReportRow.__dataclass_fields__ if name != "name")


@dataclass(frozen=True)
class Report:
    """The lines in the order of the alphabet, and their sum."""

    lines: list[ReportRow]
    total: ReportRow


def report(rows: QuerySet[Tally], period: Period, last: Month, fields: dict[UUID | None, Link]) -> Report:
    """Return the report on these tallies. `last` is the last month there is; `fields` are the names of the fields."""
    flows = by(rows.filter(month__gte=period.first, month__lte=period.last), "field_key", last=min(period.last, last))
    before = by(rows.filter(month=after(period.first, -1)), "field_key", last=after(period.first, -1))
    keys = [key for key in {**flows, **before} if _is_of_use(flows.get(key), before.get(key))]
    named = [(fields.get(key) or Link(_("Field not known")), key) for key in keys]
    lines = [
        line_of(name, flows.get(key, Figures()), before.get(key, Figures()))
        for name, key in sorted(named, key=lambda entry: (entry[1] is None, sort_key(entry[0].text)))
    ]
    return Report(lines, summed(lines))


def summed(lines: Iterable[ReportRow]) -> ReportRow:
    lines = list(lines)
    return ReportRow(Link(_("Total")), **{name: sum(getattr(line, name) for line in lines) for name in NUMBERS})


def heads() -> list[str]:
    """Return the columns of a file, each with its group, numbered as in the form."""
    received, settled, handled = _("Received"), _("Settled"), _("Being handled")
    return [
        _("No."),
        _("Field of administration"),
        f"{received}: {_('in all')}",
        f"{received}: {_('online')}",
        f"{received}: {_('at the counter, by post')}",
        f"{received}: {_('from the period before')}",
        f"{settled}: {_('in all')}",
        f"{settled}: {_('before time')}",
        f"{settled}: {_('on time')}",
        f"{settled}: {_('overdue')}",
        f"{settled}: {_('without a date')}",
        f"{handled}: {_('in all')}",
        f"{handled}: {_('in time')}",
        f"{handled}: {_('overdue')}",
        f"{handled}: {_('without a date')}",
    ]


def as_lines(found: Report) -> list[list[Any]]:
    """Return the report for a file; what is not registered here is a dash."""
    numbered: list[tuple[int | None, ReportRow]] = [*enumerate(found.lines, start=1), (None, found.total)]
    return [
        heads(),
        *(
            [number, line.name.text, *("–" if cell is NOT_REGISTERED else cell for cell in line.numbers)]
            for number, line in numbered
        ),
    ]


def _is_of_use(flows: Figures | None, before: Figures | None) -> bool:
    line = line_of(Link(""), flows or Figures(), before or Figures())
    return any(getattr(line, name) for name in NUMBERS)


def line_of(name: Link, flows: Figures, before: Figures) -> ReportRow:
    """Return the line of a period by its sums and by those at the end of the month before it."""
    return ReportRow(
        name=name,
        online=flows.accepted,
        carried_over=before.being_handled,
        early=flows.early,
        on_time=flows.on_time,
        late=flows.late,
        undated=flows.undated,
        open_in_time=flows.open_in_time + flows.open_paused,
        open_overdue=flows.open_overdue,
        open_undated=flows.open_undated,
    )
