"""The time of an answer: the limits that may hold, each with its last day if the papers are accepted on a given day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.answers.filing_port import AnswerClock
from services.models import Duration
from services.rules.choices import CountedFrom, DurationUnit
from services.rules.deadlines import is_known
from services.rules.holding_limits import holding


@dataclass(frozen=True)
class DatedLimit:
    """One time limit. `due_on` is the last day of it, None where no date can be worked out (or none was asked for)."""

    row: Duration
    due_on: date | None = None

    @property
    def is_known(self) -> bool:
        return is_known(self.row.value, self.row.unit, self.row.note)

    @property
    def is_in_words(self) -> bool:
        return self.row.unit == DurationUnit.WORDS

    @property
    def counts_from_event(self) -> bool:
        """Whether it counts from something else than the acceptance of the papers."""
        return self.row.counted_from == CountedFrom.EVENT


@dataclass(frozen=True)
class TimeAnswer:
    """`limits` are those that may hold. `accepted_on` is the day from which the dates count, None without a clock;
    `may_change` warns that days off of the time between are not settled.
    """

    limits: tuple[DatedLimit, ...]
    accepted_on: date | None = None
    may_change: bool = False

    @property
    def is_known(self) -> bool:
        """Whether any limit is said in figures."""
        return any(limit.is_known and not limit.is_in_words for limit in self.limits)

    @property
    def due_dates(self) -> list[date]:
        """The last days, soonest first; none while one of the limits has no date."""
        found = [limit.due_on for limit in self.limits]
        return sorted({day for day in found if day}) if all(found) else []


def time_answer(
    durations: Sequence[Duration], *, case: str, channel: str, on: date, clock: AnswerClock | None
) -> TimeAnswer:
    """Return the limits of that case and way of filing ("" = any), dated by the clock as accepted on that day.

    An acceptance on a day off is one of the next working day; the hour is that of the opening, so that the answer is
    the same all day.
    """
    rows = holding(durations, channel=channel, case=case)
    if clock is None:
        return TimeAnswer(tuple(DatedLimit(row) for row in rows))
    accepted = clock.acceptance(on)
    counted = [clock.due(row, accepted) for row in rows]
    limits = tuple(DatedLimit(row, due.on) for row, due in zip(rows, counted, strict=True))
    return TimeAnswer(limits, accepted.date(), any(due.may_change for due in counted))
