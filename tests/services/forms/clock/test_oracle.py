"""The clock and another way to count (oracle.py) agree on two thousand random histories."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

import pytest

from core.working_time import ZONE, NamedDay, WorkingCalendar
from services.forms.clock import Extension, Limit, Pause, PauseKind, Resume, due
from tests.services.forms.clock.oracle import Happening, Numbers, Office, due_moment
from tests.services.forms.clock.rules import rule

UNITS = ("working_day", "working_day", "calendar_day", "working_hour", "same_day")
HISTORIES, GROUPS = 2_000, 8
BEGIN = date(2026, 1, 1)
HOURS = ((7, 0), (9, 30), (11, 30), (12, 15), (14, 0), (16, 59), (17, 0), (17, 1), (20, 0))


def some_moment(random: Random, since: datetime, days: int) -> datetime:
    """A moment after another, often at an hour where something turns."""
    day = since.date() + timedelta(days=random.randint(0, days))
    hour, minute = random.choice(HOURS) if random.random() < 0.6 else (random.randint(0, 23), random.randint(0, 59))
    return max(since, datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE))


def some_calendar(random: Random) -> WorkingCalendar:
    off = {BEGIN + timedelta(days=random.randint(0, 364)): NamedDay("Nghỉ") for _ in range(random.randint(0, 40))}
    saturdays = [BEGIN + timedelta(days=2 + 7 * week) for week in range(52)]
    extra = {day: NamedDay("Làm bù") for day in random.sample(saturdays, random.randint(0, 6))}
    return WorkingCalendar({day: name for day, name in off.items() if day not in extra}, extra)


def some_pauses(random: Random, accepted: datetime) -> list[Pause]:
    """Requests one after the other, as the states of a dossier allow them; the last may be open."""
    found, at = [], accepted
    for _number in range(random.randint(0, 4)):
        asked = some_moment(random, at + timedelta(minutes=1), 5)
        at = some_moment(random, asked + timedelta(minutes=1), 6)
        found.append(Pause(asked, at, random.choice((PauseKind.PAPERS, PauseKind.PAPERS, PauseKind.PAYMENT))))
    if found and random.random() < 0.15:
        found[-1] = Pause(found[-1].asked, None, found[-1].kind)
    return found


def happenings(pauses: list[Pause], extension: Extension | None) -> list[Happening]:
    found = []
    for one in pauses:
        found.append(Happening(one.asked, "ask" if one.kind is PauseKind.PAPERS else "pay"))
        if one.answered:
            found.append(Happening(one.answered, "answer"))
    if extension is not None:
        found.append(Happening(extension.at, "extend", extension.value))
    return found


@dataclass(frozen=True)
class Case:
    """One dossier: the calendar, the limit, the numbers of the rule, and what happened."""

    calendar: WorkingCalendar
    accepted: datetime
    limit: Limit
    numbers: Numbers
    asked_before: int
    pauses: list[Pause]
    extension: Extension | None = None

    def by_the_oracle(self) -> datetime | None:
        value, unit = self.limit.value or 0, self.limit.unit
        office = Office(self.calendar, value, unit, self.numbers, self.asked_before, self.accepted)
        return due_moment(office, happenings(self.pauses, self.extension))

    def by_the_clock(self) -> datetime | None:
        law = rule(
            resume=Resume.RESTART if self.numbers.restarts else Resume.CONTINUE,
            request_days=self.numbers.request_days,
            payment_pauses=self.numbers.payment_pauses,
            early_requests_count=self.numbers.early_counts,
            late_acceptance_waits=self.numbers.late_waits,
        )
        told = {"pauses": self.pauses, "extension": self.extension, "asked_before": self.asked_before}
        return due(self.accepted, self.limit, self.calendar, rule=law, **told).moment


def some_case(random: Random) -> Case:
    accepted = some_moment(random, datetime(2026, 1, 1, tzinfo=ZONE), 250)
    unit = random.choice(UNITS)
    value = None if unit == "same_day" else random.randint(1, 16 if unit == "working_hour" else 12)
    numbers = Numbers(
        restarts=random.random() < 0.8,
        request_days=random.randint(1, 5),
        payment_pauses=random.random() < 0.8,
        early_counts=random.random() < 0.5,
        late_waits=random.random() < 0.7,
    )
    asked_before, pauses = random.choice((0, 0, 0, 1)), some_pauses(random, accepted)
    case = Case(some_calendar(random), accepted, Limit(value, unit), numbers, asked_before, pauses)
    return extended(random, case) if value and random.random() < 0.4 else case


def extended(random: Random, case: Case) -> Case:
    """The same, put off at some time before it is due."""
    ends = case.by_the_oracle()
    if ends is None:
        return case
    minutes = int((ends - case.accepted).total_seconds() // 60)
    given = case.accepted + timedelta(minutes=random.randint(0, max(minutes - 1, 0)))
    return replace(case, extension=Extension(random.randint(1, 6), case.limit.unit, at=given))


@pytest.mark.parametrize("seed", range(GROUPS))
def test_the_clock_agrees_with_another_way_to_count(seed):
    random = Random(seed)  # noqa: S311 (nothing is secret here)
    for _number in range(HISTORIES // GROUPS):
        case = some_case(random)
        assert case.by_the_clock() == case.by_the_oracle(), case
