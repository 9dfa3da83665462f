"""The public calculator: when a dossier accepted at some moment is due, for every time limit that may hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.utils.dateparse import parse_date, parse_datetime

from core.law import cite
from core.working_time import ZONE, WorkingCalendar
from services.forms.clock import Due, Limit, Pause, doubts, due, explain, holding, rule_lines, short_answer
from services.forms.models.clock_rule import rule_in_force
from services.models import Duration, ServicePage
from services.models.cases import rows_with_cases
from services.rules.cases import named_cases
from services.rules.choices import ChannelKind, DurationUnit
from services.rules.wording import time_limit

FIRST_YEAR, LAST_YEAR = 2000, 2099


class NotAMoment(ValueError):
    """What was given is no date with a time, or lies too far away to have a calendar."""


@dataclass(frozen=True)
class CalculatorQuery:
    """What is asked: `channel` and `case`, the key of one, are "" while they are not known.

    `asked`: when papers were asked for after acceptance; `complete`: when they were all handed in.
    """

    received: datetime
    channel: str = ""
    case: str = ""
    asked: datetime | None = None
    complete: datetime | None = None

    @property
    def is_in_order(self) -> bool:
        """Whether one comes after the other."""
        if self.asked is None:
            return self.complete is None
        return self.received <= self.asked and (self.complete is None or self.asked <= self.complete)

    @property
    def pauses(self) -> list[Pause]:
        return [Pause(self.asked, self.complete)] if self.asked else []


@dataclass(frozen=True)
class CalculatedDate:
    """One time limit with its date. `channel` and `case` are in words, "" where it holds for all; `limit` is "" where
    the answer tells it in words."""

    row: Duration
    due: Due
    limit: str
    channel: str
    case: str
    note: str
    answer: str
    steps: list[str]
    doubts: list[str]
    rules: list[str]


def work_out(
    rows: Sequence[Duration], asked: CalculatorQuery, calendar: WorkingCalendar, service: UUID
) -> list[CalculatedDate]:
    """Return the dates of all limits of a service (its translation key) that may hold for what is asked."""
    rule = rule_in_force(asked.received.date(), service)
    return [
        _worked(row, due(asked.received, Limit.of(row), calendar, pauses=asked.pauses, rule=rule))
        for row in holding(rows, channel=asked.channel, case=asked.case)
    ]


def limits_of(service: ServicePage) -> list[Duration]:
    """Return the time limits of a service, told the names of their cases."""
    return rows_with_cases(service, "durations")


def cases_of(rows: Sequence[Duration]) -> dict[str, str]:
    """Return the names of the cases the limits tell apart, by their keys."""
    return named_cases(rows)


def read_moment(text: str, opens: time) -> datetime:
    """Return an ISO 8601 date-time, without an offset in the time of Việt Nam;
    a date alone is the opening of that day.
    """
    if not text.isascii():
        raise NotAMoment(text)
    try:
        found = parse_datetime(text.strip())
        if found is None and (day := parse_date(text.strip())):
            found = datetime.combine(day, opens)
        if found is None:
            raise NotAMoment(text)
        found = found.astimezone(ZONE) if found.tzinfo else found.replace(tzinfo=ZONE)
    except (ValueError, OverflowError) as error:
        raise NotAMoment(text) from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise NotAMoment(text)
    return found


def _worked(row: Duration, result: Due) -> CalculatedDate:
    limit = time_limit(row)
    return CalculatedDate(
        row=row,
        due=result,
        limit="" if row.unit == DurationUnit.WORDS else limit,
        channel=str(ChannelKind(row.channel).label) if row.channel else "",
        case=row.case,
        note="" if row.note.strip() == limit or row.note in short_answer(result) else row.note,
        answer=short_answer(result),
        steps=explain(result)[:-1],
        doubts=doubts(result),
        rules=rule_lines(result, cite),
    )
