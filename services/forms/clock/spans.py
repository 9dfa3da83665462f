"""The working of a date, put together: days in a row with the same fate become one span."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.working_time import DAY
from services.forms.clock.data import Day, DayStatus


@dataclass(frozen=True)
class Span:
    """Days in a row; `from_number` to `to_number` are the days of the limit they are (0: none)."""

    first: date
    last: date
    what: DayStatus
    name: str
    from_number: int
    to_number: int
    minutes: int


def spans(days: Iterable[Day]) -> list[Span]:
    """Return the same days, in as few spans as tell them all. Days of a limit in hours stand alone: each has its
    minutes.
    """
    found: list[Span] = []
    for day in days:
        if found and _continues(found[-1], day):
            found[-1] = replace(found[-1], last=day.on, to_number=day.number)
        else:
            found.append(Span(day.on, day.on, day.what, day.name, day.number, day.number, day.minutes))
    return found


def _continues(span: Span, day: Day) -> bool:
    same = (span.what, span.name, span.minutes) == (day.what, day.name, day.minutes)
    return same and not day.minutes and span.last + DAY == day.on
