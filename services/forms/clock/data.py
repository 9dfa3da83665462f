"""What the clock is asked and what it answers. Everything is data: the words are in words.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from core.working_time import local
from services.forms.clock.rule import ClockRule
from services.rules.choices import CountedFrom, DurationUnit
from services.rules.deadlines import COUNTED, Duration, DurationRow


class DurationWithStart(Duration, Protocol):
    """A row of time limits that says from what it is counted (a CountedFrom)."""

    @property
    def counted_from(self) -> str: ...


@dataclass(frozen=True)
class Limit:
    """A time limit. `from_event`: it counts from another event than acceptance."""

    value: int | None
    unit: str
    note: str = ""
    from_event: bool = False

    @classmethod
    def of(cls, row: DurationWithStart | DurationRow) -> "Limit":
        """Return the limit of a row of a service, or of what a submission keeps of one."""
        if isinstance(row, Mapping):
            event = row.get("counted_from") == CountedFrom.EVENT
            return cls(row.get("value"), str(row.get("unit")), row.get("note") or "", from_event=event)
        return cls(row.value, str(row.unit), row.note, from_event=row.counted_from == CountedFrom.EVENT)


@dataclass(frozen=True)
class Extension(Limit):
    """By how much a date was put off, and when that was done; `at` is None for after everything else."""

    at: datetime | None = None


class PauseKind(StrEnum):
    """What the office waits for."""

    PAPERS = "papers"
    PAYMENT = "payment"


@dataclass(frozen=True)
class Pause:
    """The office waits for the citizen: for papers or for a payment. `answered` is None while it still waits."""

    asked: datetime
    answered: datetime | None = None
    kind: PauseKind = PauseKind.PAPERS

    def __post_init__(self) -> None:
        object.__setattr__(self, "asked", local(self.asked))
        if self.answered is not None:
            object.__setattr__(self, "answered", local(self.answered))
            if self.answered < self.asked:
                raise ValueError("an answer cannot come before its question")

    @property
    def is_open(self) -> bool:
        return self.answered is None


class DayStatus(StrEnum):
    """What became of a day, or of minutes of it."""

    COUNTED = "counted"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    PAUSED = "paused"
    VOID = "void"
    """Counted once, and lost when the limit began anew."""
    MOVED_TO = "moved_to"
    """The end fell on a day off; this is the working day after it."""


@dataclass(frozen=True)
class Day:
    """One day the clock went over.

    `number` says which day of the limit it is (0: none of them); `minutes` how many were counted or paused, where the
    limit is in hours; `name` which day off or make-up day it is.
    """

    on: date
    what: DayStatus
    number: int = 0
    minutes: int = 0
    name: str = ""


class Late(StrEnum):
    """Why a dossier counts as accepted later than it was."""

    NOT = ""
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    CUT_OFF = "cut_off"
    OUTSIDE_HOURS = "outside_hours"
    """For limits in hours: before the opening, in the lunch break, or after the closing."""


@dataclass(frozen=True)
class Start:
    """When a dossier was accepted, and from when that counts; `name` is that of the day off between."""

    accepted: datetime
    counts_from: datetime
    late: Late = Late.NOT
    name: str = ""


class NoDate(StrEnum):
    """Why no date can be given."""

    IN_WORDS = "in_words"
    OTHER_EVENT = "other_event"
    UNKNOWN = "unknown"
    TOO_LONG = "too_long"
    PAUSED = "paused"


@dataclass(frozen=True)
class LimitPart:
    """The limit, or its extension, counted: day by day up to its end.

    While a pause is open there is no end, and `left` days or minutes remain. `target` is the day of the month (years:
    of the year) on which a limit in months ends before pauses and days off.
    """

    limit: Limit
    days: tuple[Day, ...] = ()
    ends: datetime | None = None
    left: int = 0
    target: date | None = None


class Doubt(StrEnum):
    """Why the date may still change."""

    NOT_ANNOUNCED = "not_announced"
    """A day off was only worked out."""
    NOT_CONFIRMED = "not_confirmed"
    """A working day may become a day off, or the other way round."""
    NO_CALENDAR = "no_calendar"
    """Nobody has entered the days off of that year."""


@dataclass(frozen=True)
class Caveat:
    """A doubt about some days; for a whole year, from its first day to its last.

    `is_about_request`: it is not the date that may change but until when a first request for papers restarts the limit.
    """

    doubt: Doubt
    first: date
    last: date
    name: str = ""
    is_about_request: bool = False


@dataclass(frozen=True)
class Restart:
    """The limit runs anew: `request` is what did it, `void` are the days lost to it, `start` is None while the papers
    are not complete.
    """

    request: Pause
    void: tuple[Day, ...] = ()
    start: Start | None = None


@dataclass(frozen=True)
class Due:
    """When a dossier is due, and how that was worked out; `moment` is None when no date can be given.

    `rule` is what it was counted by. `request_until`: until when a first request for papers would restart the limit.
    `extend_until`: until when the date may be put off. Both are None where that cannot be.
    """

    limit: Limit
    start: Start
    parts: tuple[LimitPart, ...] = ()
    moment: datetime | None = None
    no_date: NoDate | None = None
    standing_since: datetime | None = None
    caveats: tuple[Caveat, ...] = ()
    restart: Restart | None = None
    rule: ClockRule | None = None
    request_until: datetime | None = None
    extend_until: datetime | None = None


IN_HOURS = frozenset({DurationUnit.WORKING_HOUR})
BY_THE_CALENDAR = frozenset({DurationUnit.CALENDAR_DAY, DurationUnit.MONTH, DurationUnit.YEAR})
"""Units that count every day; their end never lands on a day off."""
WITHIN_THE_DAY = frozenset({DurationUnit.IMMEDIATE, DurationUnit.SAME_DAY})
COUNTABLE = frozenset(COUNTED) | WITHIN_THE_DAY
