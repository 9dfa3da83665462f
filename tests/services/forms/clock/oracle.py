"""A second opinion on due dates, by another way than the clock's: time passes tick by tick and things happen in it.

Written from the text of the rule alone. It knows no walks and no parts: a state that waits or works, a budget of days
or minutes that is used up, and closings at which a day is judged.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from core.working_time import WorkingCalendar

ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)
LONG = 400


@dataclass(frozen=True)
class Happening:
    """`what`: ask, pay (a payment is asked for), answer, or extend (by `number` of the limit's own unit)."""

    at: datetime
    what: str
    number: int = 0


@dataclass
class Numbers:
    """The numbers of the rule that matter here."""

    restarts: bool = True
    request_days: int = 3
    payment_pauses: bool = True
    early_counts: bool = True
    late_waits: bool = True


@dataclass
class Office:
    """An office that works on one dossier, from its acceptance on."""

    calendar: WorkingCalendar
    number: int
    unit: str
    numbers: Numbers
    asked_before: int
    accepted: datetime
    begins: datetime = field(init=False)
    last_request_day: date = field(init=False)
    used: int = 0
    extension: int = 0
    waits_since: date | None = None
    was_waiting_today: date | None = None
    anew: bool = False
    has_asked: bool = False
    not_before: date | None = None
    in_extension: bool = False
    heard: Happening | None = None

    def __post_init__(self) -> None:
        self.begins = self.beginning(self.accepted)
        day = self.begins.date()
        for _number in range(self.numbers.request_days):
            day = self.working_day_from(day + ONE_DAY)
        self.last_request_day = day

    def closing(self, day: date) -> datetime:
        return datetime.combine(day, self.calendar.closes, self.accepted.tzinfo)

    def working_day_from(self, day: date) -> date:
        while not self.calendar.is_working_day(day):
            day += ONE_DAY
        return day

    def beginning(self, moment: datetime) -> datetime:
        """From when a complete dossier counts."""
        day = moment.date()
        if self.unit == "working_hour":
            while not self.is_working_minute(moment):
                moment += ONE_MINUTE
            return moment
        is_closed = not self.calendar.is_working_day(day) or moment > self.closing(day)
        if is_closed and (self.numbers.late_waits or self.unit == "same_day"):
            return datetime.combine(self.working_day_from(day + ONE_DAY), self.calendar.opens, moment.tzinfo)
        return moment

    def is_working_minute(self, moment: datetime) -> bool:
        """Whether the minute that begins then is worked."""
        if not self.calendar.is_working_day(moment.date()):
            return False
        return any(one.opens <= moment.time() < one.closes for one in self.calendar.sessions)

    @property
    def budget(self) -> int:
        number = self.extension if self.in_extension else self.number
        return number * 60 if self.unit == "working_hour" else number if self.unit != "same_day" else 0

    def happen(self, what: Happening) -> datetime | None:
        """Something happens; a due moment when the answer settles one that lies behind."""
        if what.what == "extend":
            self.extension = what.number
        elif what.what == "answer":
            return self.answered(what.at)
        elif what.what == "ask" or self.numbers.payment_pauses:
            self.ask(what)
        return None

    def ask(self, what: Happening) -> None:
        if what is self.heard:
            return
        self.heard = what
        if what.what == "ask":
            is_first = not self.has_asked and not (self.asked_before and self.numbers.early_counts)
            in_time = what.at <= self.closing(self.last_request_day)
            self.anew = self.numbers.restarts and is_first and in_time
            self.has_asked = True
        self.waits_since = what.at.date()

    def answered(self, at: datetime) -> datetime | None:
        if self.waits_since is None:
            return None
        since, self.waits_since = self.waits_since, None
        if self.anew:
            self.anew, self.extension, self.in_extension = False, 0, False
            self.used, self.not_before, self.was_waiting_today = 0, None, None
            self.begins = self.beginning(at)
            return None
        if since < at.date():
            self.was_waiting_today = at.date()
        if self.unit == "working_hour" or self.used < self.budget or at.date() < self.begins.date():
            return None
        day = at.date()
        if self.unit == "calendar_day":
            day = self.working_day_from(day)
        else:
            while not self.calendar.is_working_day(day):
                day -= ONE_DAY
        day = max(day, self.not_before or day)
        self.not_before = day
        return self.closing(day) if self.closing(day) < at and not self.goes_on() else None

    def goes_on(self) -> bool:
        """At the end of the limit: whether an extension goes on from there."""
        if not self.extension or self.in_extension:
            return False
        self.in_extension, self.used = True, 0
        return True

    def close(self, day: date) -> datetime | None:
        """The office closes; the due moment when it is this one."""
        if day < self.begins.date() or self.anew:
            return None
        works = self.calendar.is_working_day(day)
        if day > self.begins.date() and self.used < self.budget and (works or self.unit == "calendar_day"):
            is_idle = self.was_waiting_today == day or (self.waits_since is not None and self.waits_since < day)
            self.used += not is_idle
        if self.used < self.budget:
            return None
        self.not_before = self.not_before or day
        if self.waits_since is not None or not works or day < self.not_before:
            return None
        if self.goes_on():
            self.not_before = None
            return None
        return self.closing(day)

    def work(self, moment: datetime) -> datetime | None:
        """A minute of work from that moment; the due moment when it was the last one."""
        if self.waits_since is not None or moment < self.begins:
            return None
        self.used += 1
        if self.used < self.budget or self.goes_on():
            return None
        return moment + ONE_MINUTE


def due_moment(office: Office, happenings: list[Happening]) -> datetime | None:
    """When it is due; None while the office waits."""
    happenings = sorted(happenings, key=lambda one: one.at)
    ticks = _minutes(office, happenings) if office.unit == "working_hour" else _closings(office, happenings)
    for at, tick in ticks:
        if isinstance(tick, Happening):
            settled = office.happen(tick)
        elif office.unit == "working_hour":
            settled = office.work(at)
            again = [one for one in happenings if one.at == settled and one.what == "ask"]
            if again:
                office.ask(again[0])
                settled = None if office.anew else settled
        else:
            settled = office.close(at.date())
        if settled is not None:
            return settled
    return None


def _closings(office: Office, happenings: list[Happening]):
    """What happens and the closings of all days, in order; what happens at a closing happens before it."""
    day, left = office.accepted.date(), list(happenings)
    for _number in range(LONG):
        while left and left[0].at <= office.closing(day):
            yield left[0].at, left.pop(0)
        yield office.closing(day), None
        day += ONE_DAY


def _minutes(office: Office, happenings: list[Happening]):
    """What happens and the minutes that are worked, in order."""
    day, left = office.accepted.date(), list(happenings)
    for _number in range(LONG):
        for opens, closes in office.calendar.sessions_of(day):
            moment = opens
            while moment < closes:
                while left and left[0].at <= moment:
                    yield left[0].at, left.pop(0)
                yield moment, None
                moment += ONE_MINUTE
        day += ONE_DAY
        if not left and office.waits_since is not None:
            return
