"""Limits in hours: minutes of working time from the moment of acceptance, without those the office had to wait."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

from core.working_time import DAY, MINUTE, DayKind, WorkingCalendar
from services.forms.clock.data import Day, DayStatus, Pause
from services.forms.clock.days import NOT_COUNTED

NO_END = 10**9
"""Minutes nobody reaches."""


class MinuteWalk:
    """Goes over the working time after a moment and keeps how much of each day counted."""

    def __init__(self, calendar: WorkingCalendar, pauses: tuple[Pause, ...]) -> None:
        self.calendar, self.pauses = calendar, pauses
        self.days: list[Day] = []
        self.left = 0
        self.until: datetime | None = None

    def count(self, start: datetime, minutes: int) -> datetime | None:
        """Return when so many minutes have passed; None, with `left` set, at a pause that is open."""
        self.left, end = minutes, None
        waits_from = min((pause.asked for pause in self.pauses if pause.is_open), default=None)
        day = start.date()
        while self.left and (waits_from is None or day <= waits_from.date()):
            end = self._spend(day, start)
            day += DAY
        return None if self.left else end

    def go_over(self, start: datetime, until: datetime) -> None:
        """Keep what became of the working time between two moments, without counting towards an end."""
        self.left, self.until, day = NO_END, until, start.date()
        while day <= until.date():
            self._spend(day, start)
            day += DAY

    def _spend(self, day: date, start: datetime) -> datetime | None:
        """Count what that day has; the moment at which nothing is left any more."""
        kind = self.calendar.kind_of(day)
        if kind in NOT_COUNTED:
            self.days.append(Day(day, NOT_COUNTED[kind], name=self.calendar.name_of(day)))
            return None
        spent = dict.fromkeys((DayStatus.COUNTED, DayStatus.PAUSED), 0)
        end = None
        for begins, ends in self._pieces(day, start):
            what = DayStatus.PAUSED if self._waits_at(begins) else DayStatus.COUNTED
            length = (ends - begins) // MINUTE
            if what is DayStatus.COUNTED:
                length = min(length, self.left)
                self.left -= length
            spent[what] += length
            if not self.left:
                end = begins + length * MINUTE
                break
        name = self.calendar.name_of(day) if kind is DayKind.MAKE_UP else ""
        self.days += [Day(day, what, minutes=length, name=name) for what, length in spent.items() if length]
        return end

    def _pieces(self, day: date, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield the working time of that day after the start, cut where a pause begins or ends."""
        cuts = [cut for pause in self.pauses for cut in (pause.asked, pause.answered) if cut]
        for opens, closing in self.calendar.sessions_of(day):
            begins, closes = max(opens, start), min(closing, self.until or closing)
            yield from pairwise(sorted({begins, *(cut for cut in cuts if begins < cut < closes), max(begins, closes)}))

    def _waits_at(self, moment: datetime) -> bool:
        return any(
            pause.asked <= moment and (pause.answered is None or moment < pause.answered) for pause in self.pauses
        )
