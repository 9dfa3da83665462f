"""One count of a time limit: from when an acceptance counts, the limit and its extension, the days a restart voids."""

from dataclasses import dataclass, replace
from datetime import datetime, time

from core.working_time import DayKind, WorkingCalendar, local
from services.forms.clock.caveats import caveats
from services.forms.clock.data import (
    BY_THE_CALENDAR,
    IN_HOURS,
    WITHIN_THE_DAY,
    Day,
    DayStatus,
    Due,
    Extension,
    Late,
    Limit,
    LimitPart,
    NoDate,
    Pause,
    Start,
)
from services.forms.clock.days import DayWalk, add_months
from services.forms.clock.hours import MinuteWalk
from services.forms.clock.rule import ClockRule
from services.rules.choices import DurationUnit

MONTHS = {DurationUnit.MONTH: 1, DurationUnit.YEAR: 12}


@dataclass(frozen=True)
class History:
    """What happened after acceptance: pauses in order, and an extension.

    `asked_before`: how often papers were asked for before acceptance.
    """

    pauses: tuple[Pause, ...] = ()
    extension: Limit | None = None
    asked_before: int = 0

    @property
    def extended_at(self) -> datetime | None:
        """When it was put off; None for never, or after everything else."""
        return local(self.extension.at) if isinstance(self.extension, Extension) and self.extension.at else None

    def before(self, request: Pause) -> "History":
        """Return what was known when that request was made."""
        earlier = (pause for pause in self.pauses if pause is not request and pause.asked <= request.asked)
        known = tuple(
            replace(pause, answered=None) if pause.answered and pause.answered > request.asked else pause
            for pause in earlier
        )
        is_extended = self.extended_at is not None and self.extended_at <= request.asked
        return replace(self, pauses=known, extension=self.extension if is_extended else None)

    def after(self, request: Pause) -> "History":
        """Return what still counts once that request restarted the limit; an extension given before is used up."""
        complete = request.answered or request.asked
        later = (pause for pause in self.pauses if pause is not request)
        kept = tuple(pause for pause in later if pause.answered is None or pause.answered > complete)
        is_used_up = self.extended_at is not None and self.extended_at < complete
        return replace(self, pauses=kept, extension=None if is_used_up else self.extension)


@dataclass(frozen=True)
class Counting:
    """What every count of one dossier has in common."""

    limit: Limit
    calendar: WorkingCalendar
    cut_off: time | None = None
    rule: ClockRule | None = None

    def start_of(self, accepted: datetime) -> Start:
        """Return from when the acceptance counts: for days from the next working morning when the office has closed."""
        accepted, calendar = local(accepted), self.calendar
        day = accepted.date()
        late = self._late(accepted)
        if late is Late.NOT:
            return Start(accepted, accepted)
        if late is Late.OUTSIDE_HOURS:
            return Start(accepted, calendar.next_working_moment(accepted), late)
        morning = calendar.start_of_day(calendar.nth_working_day(day, 1))
        return Start(accepted, morning, late, calendar.name_of(day) if late is Late.HOLIDAY else "")

    def count(self, start: Start, history: History) -> Due:
        """Return the limit and its extension counted from there, every pause moving the end by itself."""
        parts: list[LimitPart] = []
        at: datetime | None = start.counts_from
        for one in (self.limit, history.extension):
            if one is not None and at is not None:
                parts.append(self._part(at, one, history.pauses))
                at = parts[-1].ends
        if at is None:
            since = min(pause.asked for pause in history.pauses if pause.is_open)
            return Due(self.limit, start, tuple(parts), no_date=NoDate.PAUSED, standing_since=since)
        return Due(self.limit, start, tuple(parts), at, caveats=caveats(start, parts, at, self.calendar))

    def void_days(self, start: Start, request: Pause, history: History) -> tuple[Day, ...]:
        """Return what became of the days from the acceptance to the completion, those that had counted as void."""
        pauses, until = (*history.before(request).pauses, request), request.answered or request.asked
        walk: MinuteWalk | DayWalk
        if self.limit.unit in IN_HOURS:
            walk = MinuteWalk(self.calendar, pauses)
            walk.go_over(start.counts_from, until)
        else:
            walk = DayWalk(self.calendar, pauses, every_day=self.limit.unit in BY_THE_CALENDAR)
            walk.go_over(start.counts_from.date(), until.date())
        return tuple(
            replace(day, what=DayStatus.VOID, number=0) if day.what is DayStatus.COUNTED else day for day in walk.days
        )

    def _late(self, accepted: datetime) -> Late:
        kind, hour = self.calendar.kind_of(accepted.date()), accepted.time()
        waits = self.rule is None or self.rule.late_acceptance_waits or self.limit.unit in WITHIN_THE_DAY
        if self.limit.unit in IN_HOURS:
            return self._late_by_the_hour(accepted, kind)
        if waits and kind in (DayKind.WEEKEND, DayKind.HOLIDAY):
            return Late(kind.value)
        if waits and accepted > self.calendar.end_of_day(accepted.date()):
            return Late.CLOSED
        cut_off = self.cut_off or self.calendar.cut_off
        return Late.CUT_OFF if cut_off is not None and hour > cut_off else Late.NOT

    def _late_by_the_hour(self, accepted: datetime, kind: DayKind) -> Late:
        if kind in (DayKind.WEEKEND, DayKind.HOLIDAY):
            return Late(kind.value)
        return Late.NOT if self.calendar.next_working_moment(accepted) == accepted else Late.OUTSIDE_HOURS

    def _part(self, start: datetime, limit: Limit, pauses: tuple[Pause, ...]) -> LimitPart:
        """Return the limit counted from `start`, the first working moment or day from which it may run."""
        number = limit.value or 0
        if limit.unit in IN_HOURS:
            minutes = MinuteWalk(self.calendar, pauses)
            ends = minutes.count(start, number * 60)
            return LimitPart(limit, tuple(minutes.days), ends, minutes.left)
        walk = DayWalk(self.calendar, pauses, every_day=limit.unit in BY_THE_CALENDAR)
        day, target = start.date(), None
        if limit.unit in MONTHS:
            target = add_months(day, number * MONTHS[DurationUnit(limit.unit)])
            number = (target - day).days
        elif limit.unit in WITHIN_THE_DAY:
            number = 0
        ends = walk.count(day, number)
        return LimitPart(limit, tuple(walk.days), ends, walk.left, target)
