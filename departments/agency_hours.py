"""The working calendar of an agency, made of the province's and of what the agency has of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from core.working_time import SATURDAY, NamedDay, Session, WorkingCalendar

NOON = time(12, 0)
Hours = tuple[Session, ...]


@dataclass(frozen=True)
class OwnDayOff:
    """A day on which an agency alone is closed, in the morning, in the afternoon, or both."""

    on: date
    name: str
    morning: bool = True
    afternoon: bool = True


def with_own_hours(
    province: WorkingCalendar, weekly: Mapping[int, Hours], days_off: Iterable[OwnDayOff] = (), *, weekend_counts: bool
) -> WorkingCalendar:
    """Return the calendar of an agency. `weekly` are its hours by ISO weekday; weekdays that are not among them have
    the province's, and those of a weekend hold only where it counts.
    """
    kept = {day: joined(hours) for day, hours in weekly.items() if day < SATURDAY or weekend_counts}
    found = replace(province, weekly=kept)
    for day_off in days_off:
        found = _without(found, day_off)
    return found


def _without(calendar: WorkingCalendar, day_off: OwnDayOff) -> WorkingCalendar:
    """Take that part out of the hours of the day; where none are left it is a day off."""
    if not calendar.is_working_day(day_off.on):
        return calendar
    left = tuple(_left(calendar.hours_of(day_off.on), day_off))
    if left:
        return replace(calendar, single={**calendar.single, day_off.on: left})
    off = {**calendar.off, day_off.on: NamedDay(day_off.name)}
    extra = {day: named for day, named in calendar.extra.items() if day != day_off.on}
    return replace(calendar, off=off, extra=extra)


def _left(hours: Hours, day_off: OwnDayOff) -> Iterator[Session]:
    if day_off.morning and day_off.afternoon:
        return
    for one in hours:
        opens, closes = (max(one.opens, NOON), one.closes) if day_off.morning else (one.opens, min(one.closes, NOON))
        if opens < closes:
            yield Session(opens, closes)


def joined(spans: Iterable[Session]) -> Hours:
    """Return spans of a day in order, those that overlap as one."""
    found: list[Session] = []
    for span in sorted(spans, key=lambda one: one.opens):
        if found and span.opens <= found[-1].closes:
            found[-1] = Session(found[-1].opens, max(found[-1].closes, span.closes))
        else:
            found.append(span)
    return tuple(found)
