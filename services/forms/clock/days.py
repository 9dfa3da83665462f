"""Limits in days: the day of acceptance does not count, the last one ends with working time.

Civil Code 91/2015/QH13, Art. 147 (the first day is not counted) and Art. 148 (end of months and years, days off).
"""

from calendar import monthrange
from datetime import date, datetime

from core.working_time import DAY, DayKind, WorkingCalendar
from services.forms.clock.data import Day, DayStatus, Pause

NOT_COUNTED = {DayKind.WEEKEND: DayStatus.WEEKEND, DayKind.HOLIDAY: DayStatus.HOLIDAY}


class DayWalk:
    """Goes over the days after a date one by one and keeps what became of each.

    `every_day`: days off count like others, and an end that lands on one moves to the next working day.
    """

    def __init__(self, calendar: WorkingCalendar, pauses: tuple[Pause, ...], *, every_day: bool) -> None:
        self.calendar, self.pauses, self.every_day = calendar, pauses, every_day
        self.days: list[Day] = []
        self.left = 0

    def count(self, day: date, number: int) -> datetime | None:
        """Return when the last of so many counted days after `day` ends; None, with `left` set, at a pause that is
        open.
        """
        counted = 0
        while counted < number:
            day += DAY
            waiting = [pause for pause in self.pauses if _covers(pause, day)]
            if any(pause.is_open for pause in waiting):
                self.left = number - counted
                return None
            what = self._what(day, is_paused=bool(waiting))
            counted += what is DayStatus.COUNTED
            self._note(day, what, counted if what is DayStatus.COUNTED else 0)
        return self._end(day)

    def go_over(self, day: date, last: date) -> None:
        """Keep what became of the days after `day` up to `last`, without counting towards an end."""
        for one in _after(day, last):
            self._note(one, self._what(one, is_paused=any(_covers(pause, one) for pause in self.pauses)))

    def _end(self, day: date) -> datetime | None:
        """Return the end of that day, moved on by a pause that began before it and by days off."""
        while True:
            moved = self._past_pauses(day)
            if moved is None:
                return None
            if self.every_day:
                moved = self._past_days_off(moved)
            if moved == day:
                return self.calendar.end_of_day(day)
            day = moved

    def _past_pauses(self, day: date) -> date | None:
        """Return the last day that was waited for when the office asked by the end of `day`;
        None while it still waits.
        """
        closing = self.calendar.end_of_day(day)
        waiting = [pause for pause in self.pauses if pause.asked <= closing]
        if any(pause.is_open for pause in waiting):
            return None
        until = max((pause.answered.date() for pause in waiting if pause.answered), default=day)
        if not self.every_day:
            until = max([day, *(one for one in _after(day, until) if self.calendar.is_working_day(one))])
        for one in _after(day, until):
            self._note(one, self._what(one, is_paused=True))
        return max(day, until)

    def _past_days_off(self, day: date) -> date:
        first = self.calendar.first_working_day(day)
        for one in _after(day, first):
            self._note(one, DayStatus.MOVED_TO if one == first else NOT_COUNTED[self.calendar.kind_of(one)])
        return first

    def _what(self, day: date, *, is_paused: bool) -> DayStatus:
        if not self.every_day and not self.calendar.is_working_day(day):
            return NOT_COUNTED[self.calendar.kind_of(day)]
        return DayStatus.PAUSED if is_paused else DayStatus.COUNTED

    def _note(self, day: date, what: DayStatus, number: int = 0) -> None:
        """Names of days off are of interest only where they decide whether a day counts."""
        is_named = not self.every_day or what is not DayStatus.COUNTED
        self.days.append(Day(day, what, number, name=self.calendar.name_of(day) if is_named else ""))


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later; the last day of the month where it has no such day (Art. 148.4)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _covers(pause: Pause, day: date) -> bool:
    """Return whether the office waits on that day: after the day of its request, up to and including that of the
    answer.
    """
    return pause.asked.date() < day and (pause.answered is None or day <= pause.answered.date())


def _after(day: date, last: date) -> list[date]:
    """Return the days after `day` up to `last`."""
    return [day + DAY * number for number in range(1, (last - day).days + 1)]
