"""Why a date may still change: days off that are not announced or not confirmed, and years without a calendar."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from core.working_time import DAY, SATURDAY, NamedDay, WorkingCalendar
from services.forms.clock.data import BY_THE_CALENDAR, Caveat, DayStatus, Doubt, LimitPart, Start


def caveats(
    start: Start, parts: Iterable[LimitPart], moment: datetime, calendar: WorkingCalendar
) -> tuple[Caveat, ...]:
    """Return what is doubtful about the days on which the date depends."""
    return _about(_what_matters(start, parts, moment), start.accepted.year, moment.year, calendar)


def request_caveats(
    start: Start, until: datetime | None, told: Sequence[Caveat], calendar: WorkingCalendar
) -> tuple[Caveat, ...]:
    """Return what is doubtful about `until`, until when a first request restarts the limit; None: until never.

    What was `told` as a doubt about the date is not told twice.
    """
    if until is None:
        return ()
    first, last = start.counts_from.date(), until.date()

    def matters(day: date) -> bool:
        return first <= day <= last and not any(one.first <= day <= one.last for one in told)

    known = {one.first for one in told}
    found = _about(matters, start.accepted.year, until.year, calendar)
    return tuple(replace(one, is_about_request=True) for one in found if one.first not in known)


def _about(matters: Callable[[date], bool], year: int, last: int, calendar: WorkingCalendar) -> tuple[Caveat, ...]:
    """Return the doubts about the days that matter, and about years from one to the other without a calendar."""
    unsettled = {day: named for day, named in calendar.off.items() if not named.is_settled and _may_matter(day)}
    unsettled |= {day: named for day, named in calendar.extra.items() if not named.is_settled}
    years = {day.year for day in calendar.off}
    return (
        *_runs(Doubt.NOT_ANNOUNCED, unsettled, matters),
        *_runs(Doubt.NOT_CONFIRMED, calendar.unconfirmed, matters),
        *(
            Caveat(Doubt.NO_CALENDAR, date(missing, 1, 1), date(missing, 12, 31))
            for missing in range(year, last + 1)
            if missing not in years
        ),
    )


def _what_matters(start: Start, parts: Iterable[LimitPart], moment: datetime) -> Callable[[date], bool]:
    """Return whether a day has a say: those gone over, and of limits
    that count every day only where the end may land.
    """
    stretches = [(start.accepted.date(), start.counts_from.date())]
    for part in parts:
        if part.days:
            first, last = part.days[0].on, part.days[-1].on
            if part.limit.unit in BY_THE_CALENDAR:
                first = next(
                    (day.on for day in reversed(part.days) if day.what in (DayStatus.COUNTED, DayStatus.PAUSED)), last
                )
            stretches.append((first, last))
    stretches.append((moment.date(), moment.date()))
    return lambda day: any(first <= day <= last for first, last in stretches)


def _may_matter(day: date) -> bool:
    """Return a day off on a weekend changes nothing."""
    return day.isoweekday() < SATURDAY


def _runs(doubt: Doubt, days: Mapping[date, NamedDay], matters: Callable[[date], bool]) -> list[Caveat]:
    """Return one caveat for days with only weekends between them, named when they all have one name."""
    found: list[Caveat] = []
    for day in sorted(filter(matters, days)):
        name = days[day].name
        if found and not any(_may_matter(one) for one in _between(found[-1].last, day)):
            found[-1] = Caveat(doubt, found[-1].first, day, name if name == found[-1].name else "")
        else:
            found.append(Caveat(doubt, day, day, name))
    return found


def _between(day: date, last: date) -> list[date]:
    """Return the days after `day` and before `last`."""
    return [day + DAY * number for number in range(1, (last - day).days)]
