"""The clock: from the acceptance of a complete dossier and its time limit to the moment it is due, with the working."""

from collections.abc import Iterable
from datetime import datetime, time

from core.working_time import DayKind, WorkingCalendar, local
from services.forms.clock.caveats import caveats
from services.forms.clock.data import (
    BY_THE_CALENDAR,
    COUNTABLE,
    IN_HOURS,
    WITHIN_THE_DAY,
    Due,
    Late,
    Limit,
    LimitPart,
    NoDate,
    Pause,
    Start,
)
from services.forms.clock.days import DayWalk, add_months
from services.forms.clock.hours import MinuteWalk
from services.rules.choices import DurationUnit
from services.rules.deadlines import COUNTED

MONTHS = {DurationUnit.MONTH: 1, DurationUnit.YEAR: 12}
LONGEST = 40 * 366
"""Days: what lasts longer than forty years is a slip of the pen, not a time limit."""
ABOUT_DAYS = {
    DurationUnit.WORKING_HOUR: 0.2,
    DurationUnit.WORKING_DAY: 1.5,
    DurationUnit.CALENDAR_DAY: 1,
    DurationUnit.MONTH: 31,
    DurationUnit.YEAR: 366,
}


def due(
    accepted: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    *,
    pauses: Iterable[Pause] = (),
    extension: Limit | None = None,
    cut_off: time | None = None,
) -> Due:
    """Return when a dossier accepted at that moment is due.

    `pauses` may overlap; one that is still open leaves the date open too. `extension` is counted from the end of the
    limit. `cut_off` replaces that of the calendar. Raises ValueError for a moment without a time zone and for an
    extension that cannot be counted.
    """
    if extension is not None and (extension.unit not in COUNTED or not extension.value or extension.from_event):
        raise ValueError(f"an extension is a number of hours, days, months or years: {extension}")
    ledger = tuple(sorted(pauses, key=lambda pause: pause.asked))
    start = start_of(accepted, limit, calendar, cut_off)
    if reason := _why_no_date(limit) or (extension and _why_no_date(extension)):
        return Due(limit, start, no_date=reason)
    parts: list[LimitPart] = []
    at: datetime | None = start.counts_from
    for one in (limit, extension):
        if one is not None and at is not None:
            parts.append(_part(at, one, calendar, ledger))
            at = parts[-1].ends
    if at is None:
        since = min(pause.asked for pause in ledger if pause.is_open)
        return Due(limit, start, tuple(parts), no_date=NoDate.PAUSED, standing_since=since)
    return Due(limit, start, tuple(parts), at, caveats=caveats(start, parts, at, calendar))


def is_countable(limit: Limit) -> bool:
    """Return whether a date can be worked out from it at all, whatever happens to the dossier."""
    return _why_no_date(limit) is None


def start_of(accepted: datetime, limit: Limit, calendar: WorkingCalendar, cut_off: time | None = None) -> Start:
    """From when the acceptance counts: for days from the next working morning when the office has closed."""
    accepted = local(accepted)
    day = accepted.date()
    late = _late(accepted, limit, calendar, cut_off or calendar.cut_off)
    if late is Late.NOT:
        return Start(accepted, accepted)
    if late is Late.OUTSIDE_HOURS:
        return Start(accepted, calendar.next_working_moment(accepted), late)
    morning = calendar.start_of_day(calendar.nth_working_day(day, 1))
    return Start(accepted, morning, late, calendar.name_of(day) if late is Late.HOLIDAY else "")


def _late(accepted: datetime, limit: Limit, calendar: WorkingCalendar, cut_off: time | None) -> Late:
    kind, hour = calendar.kind_of(accepted.date()), accepted.time()
    if kind in (DayKind.WEEKEND, DayKind.HOLIDAY):
        return Late(kind.value)
    if limit.unit in IN_HOURS:
        return Late.NOT if calendar.next_working_moment(accepted) == accepted else Late.OUTSIDE_HOURS
    if accepted > calendar.end_of_day(accepted.date()):
        return Late.CLOSED
    return Late.CUT_OFF if cut_off is not None and hour > cut_off else Late.NOT


def _why_no_date(limit: Limit) -> NoDate | None:
    if limit.from_event:
        return NoDate.OTHER_EVENT
    if limit.unit not in COUNTABLE:
        return NoDate.IN_WORDS if limit.note.strip() else NoDate.UNKNOWN
    if limit.unit in WITHIN_THE_DAY:
        return None
    if not limit.value:
        return NoDate.UNKNOWN
    return NoDate.TOO_LONG if limit.value * ABOUT_DAYS[DurationUnit(limit.unit)] > LONGEST else None


def _part(start: datetime, limit: Limit, calendar: WorkingCalendar, pauses: tuple[Pause, ...]) -> LimitPart:
    """Return the limit counted from `start`, the first working moment or day from which it may run."""
    number = limit.value or 0
    if limit.unit in IN_HOURS:
        minutes = MinuteWalk(calendar, pauses)
        ends = minutes.count(start, number * 60)
        return LimitPart(limit, tuple(minutes.days), ends, minutes.left)
    walk = DayWalk(calendar, pauses, every_day=limit.unit in BY_THE_CALENDAR)
    day, target = start.date(), None
    if limit.unit in MONTHS:
        target = add_months(day, number * MONTHS[DurationUnit(limit.unit)])
        number = (target - day).days
    elif limit.unit in WITHIN_THE_DAY:
        number = 0
    ends = walk.count(day, number)
    return LimitPart(limit, tuple(walk.days), ends, walk.left, target)
