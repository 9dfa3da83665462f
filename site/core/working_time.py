"""Working time: on which days and at which hours offices work, told from a calendar that is given as data.

Moments go in with any time zone and come out in that of Việt Nam, in whole minutes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
SATURDAY = 6


@dataclass(frozen=True)
class Session:
    """A stretch of a working day without a break; its last moment still belongs to it."""

    opens: time
    closes: time


OFFICE_HOURS = (Session(time(7, 0), time(11, 30)), Session(time(13, 30), time(17, 0)))


@dataclass(frozen=True)
class NamedDay:
    """A day that is not like others. `is_settled` is False while it is only worked out, not announced."""

    name: str
    is_settled: bool = True


class DayKind(StrEnum):
    """What a day is to an office."""

    WORKING = "working"
    MAKE_UP = "make_up"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True)
class WorkingCalendar:
    """Days off and extra working days by date, and the hours of a working day.

    `unconfirmed` are days that may become special; they count as if they were not. `cut_off` is the hour after which
    an accepted dossier counts as accepted on the next working day; None: when the office closes. `weekly` are the hours
    of ISO weekdays that have others than `sessions`, a Saturday that is worked among them; `single` are those of single
    days, such as one with a half day off. A day with any hours is a working day.
    """

    off: Mapping[date, NamedDay] = field(default_factory=dict)
    extra: Mapping[date, NamedDay] = field(default_factory=dict)
    unconfirmed: Mapping[date, NamedDay] = field(default_factory=dict)
    sessions: tuple[Session, ...] = OFFICE_HOURS
    cut_off: time | None = None
    weekly: Mapping[int, tuple[Session, ...]] = field(default_factory=dict)
    single: Mapping[date, tuple[Session, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sessions in (self.sessions, *self.weekly.values(), *self.single.values()):
            bounds = [bound for session in sessions for bound in (session.opens, session.closes)]
            if not bounds or bounds != sorted(bounds) or any(one.opens >= one.closes for one in sessions):
                raise ValueError(f"not the hours of a working day: {sessions}")

    @property
    def opens(self) -> time:
        return self.sessions[0].opens

    @property
    def closes(self) -> time:
        return self.sessions[-1].closes

    @property
    def mark(self) -> str:
        """Tells whether two calendars count alike: 16 signs made of days and hours, not of names."""
        days = [sorted(day.isoformat() for day in kind) for kind in (self.off, self.extra)]
        told: tuple[object, ...] = (days, hours_told(self.sessions), self.cut_off and f"{self.cut_off:%H:%M}")
        if self.weekly or self.single:
            weekly = sorted((day, hours_told(sessions)) for day, sessions in self.weekly.items())
            told += (weekly, sorted((day.isoformat(), hours_told(sessions)) for day, sessions in self.single.items()))
        return sha256(repr(told).encode()).hexdigest()[:16]

    def kind_of(self, day: date) -> DayKind:
        """Return the kind of a day; an extra working day goes before all, and a day off on a weekend keeps its name."""
        if day in self.extra:
            return DayKind.MAKE_UP
        if day in self.off:
            return DayKind.HOLIDAY
        is_free = day.isoweekday() >= SATURDAY and day.isoweekday() not in self.weekly
        return DayKind.WEEKEND if is_free else DayKind.WORKING

    def name_of(self, day: date) -> str:
        """Return the name of a day off or an extra working day, "" for any other."""
        named = self.extra.get(day) or self.off.get(day)
        return named.name if named else ""

    def is_working_day(self, day: date) -> bool:
        return self.kind_of(day) in (DayKind.WORKING, DayKind.MAKE_UP)

    def first_working_day(self, day: date) -> date:
        """Return the day itself when it is a working day, else the next one."""
        while not self.is_working_day(day):
            day += DAY
        return day

    def nth_working_day(self, day: date, number: int) -> date:
        """Return the last of so many working days that come after `day`; `number` is 1 or more."""
        if number < 1:
            raise ValueError(f"not a number of days: {number}")
        for _ in range(number):
            day = self.first_working_day(day + DAY)
        return day

    def hours_of(self, day: date) -> tuple[Session, ...]:
        """Return the hours of that day, if it works; a make-up day has those of the day it makes up for."""
        weekly = None if day in self.extra else self.weekly.get(day.isoweekday())
        return self.single.get(day) or weekly or self.sessions

    def start_of_day(self, day: date) -> datetime:
        """Return when the office opens on that day, if it works."""
        return datetime.combine(day, self.hours_of(day)[0].opens, ZONE)

    def end_of_day(self, day: date) -> datetime:
        """Return when working time ends on that day, if it has any."""
        return datetime.combine(day, self.hours_of(day)[-1].closes, ZONE)

    def sessions_of(self, day: date) -> list[tuple[datetime, datetime]]:
        """Return the stretches of working time of that day, none on a day off."""
        if not self.is_working_day(day):
            return []
        return [(datetime.combine(day, one.opens, ZONE), datetime.combine(day, one.closes, ZONE))
                for one in self.hours_of(day)]  # fmt: skip

    def is_working_moment(self, moment: datetime) -> bool:
        """Return whether the office works then; the moment of closing still counts."""
        moment = local(moment)
        return any(opens <= moment <= closes for opens, closes in self.sessions_of(moment.date()))

    def next_working_moment(self, moment: datetime) -> datetime:
        """Return the moment itself when working time follows it, else the next opening."""
        return next(self._stretches(moment))[0]

    def add_working_minutes(self, moment: datetime, minutes: int) -> datetime:
        """Return the moment at which so many minutes of working time have passed."""
        if minutes < 0:
            raise ValueError(f"not a number of minutes: {minutes}")
        left = minutes * MINUTE
        for opens, closes in self._stretches(moment):
            if closes - opens >= left:
                return opens + left
            left -= closes - opens
        raise AssertionError("working days never end")

    def _stretches(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Working time after that moment, stretch by stretch, none of them empty."""
        moment = local(moment)
        day = moment.date()
        while True:
            for opens, closes in self.sessions_of(day):
                if closes > moment:
                    yield max(opens, moment), closes
            day += DAY


def hours_told(sessions: tuple[Session, ...]) -> list[str]:
    """Return stretches of a day as texts: 07:00-11:30."""
    return [f"{session.opens:%H:%M}-{session.closes:%H:%M}" for session in sessions]


def local(moment: datetime) -> datetime:
    """Return the moment in the time of Việt Nam, in whole minutes;
    ValueError for one that does not say its time zone.
    """
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError(f"whose time is this? {moment}")
    return moment.astimezone(ZONE).replace(second=0, microsecond=0)
