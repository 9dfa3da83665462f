"""Limits in days, months and years, and within the day: a table worked out by hand."""

from dataclasses import replace
from datetime import time

import pytest

from services.forms.clock import due
from tests.services.forms.clock.cases import at, demo_calendar, limit, pause

WORKED_IN_DECISIONS = [
    ("2026-11-20 16:40", "5 working_day", (), "2026-11-27"),
    ("2026-11-20 17:01", "5 working_day", (), "2026-11-30"),
    ("2026-11-21 09:00", "5 working_day", (), "2026-11-30"),
    ("2026-11-20 16:40", "5 working_day", ["2026-11-23 10:00/2026-11-26 10:00"], "2026-12-02"),
    ("2026-02-12 10:00", "3 working_day", (), "2026-02-24"),
    ("2025-12-30 15:00", "3 working_day", (), "2026-01-06"),
    ("2027-02-03 08:00", "7 working_day", (), "2027-02-19"),
    ("2026-04-24 14:00", "2 working_day", (), "2026-04-29"),
    ("2026-08-31 11:00", "2 working_day", (), "2026-09-07"),
]
HOURS_OF_ACCEPTANCE = [
    ("2026-11-20 16:59", "1 working_day", (), "2026-11-23"),
    ("2026-11-20 17:00", "1 working_day", (), "2026-11-23"),
    ("2026-11-20 17:00:59", "1 working_day", (), "2026-11-23"),
    ("2026-11-20 17:01", "1 working_day", (), "2026-11-24"),
    ("2026-11-20 23:59", "1 working_day", (), "2026-11-24"),
    ("2026-11-20 05:00", "1 working_day", (), "2026-11-23"),
    ("2026-11-20 12:00", "1 working_day", (), "2026-11-23"),
]
TET = [
    ("2026-02-13 16:00", "1 working_day", (), "2026-02-23"),
    ("2026-02-13 17:01", "1 working_day", (), "2026-02-24"),
    ("2026-02-17 09:00", "2 working_day", (), "2026-02-25"),
    ("2026-02-14 10:00", "5 working_day", (), "2026-03-02"),
    ("2026-02-09 10:00", "5 working_day", (), "2026-02-23"),
    ("2027-02-03 16:59", "1 working_day", (), "2027-02-11"),
    ("2027-02-03 17:01", "1 working_day", (), "2027-02-12"),
    ("2027-01-29 10:00", "5 working_day", (), "2027-02-12"),
]
OTHER_DAYS_OFF = [
    ("2026-04-24 17:01", "1 working_day", (), "2026-04-29"),
    ("2026-04-29 10:00", "1 working_day", (), "2026-05-04"),
    ("2026-08-28 10:00", "1 working_day", (), "2026-09-03"),
    ("2025-04-29 10:00", "1 working_day", (), "2025-05-05"),
]
MAKE_UP_SATURDAYS = [
    ("2026-01-08 10:00", "2 working_day", (), "2026-01-10"),
    ("2026-01-09 10:00", "2 working_day", (), "2026-01-12"),
    ("2026-01-10 09:00", "1 working_day", (), "2026-01-12"),
    ("2026-01-09 17:01", "1 working_day", (), "2026-01-12"),
    ("2026-01-10 17:01", "1 working_day", (), "2026-01-13"),
    ("2026-08-21 10:00", "1 working_day", (), "2026-08-22"),
    ("2026-08-20 10:00", "5 working_day", (), "2026-08-26"),
    ("2025-04-25 10:00", "3 working_day", (), "2025-04-29"),
    ("2026-08-13 10:00", "9 calendar_day", (), "2026-08-22"),
]
WITHIN_THE_DAY = [
    ("2026-11-20 16:59", "same_day", (), "2026-11-20"),
    ("2026-11-20 17:01", "same_day", (), "2026-11-23"),
    ("2026-11-21 09:00", "immediate", (), "2026-11-23"),
    ("2026-11-20 10:00", "same_day", ["2026-11-20 11:00/2026-11-23 09:00"], "2026-11-23"),
]
BY_THE_CALENDAR = [
    ("2026-11-20 16:40", "10 calendar_day", (), "2026-11-30"),
    ("2026-11-20 16:40", "1 calendar_day", (), "2026-11-23"),
    ("2026-11-20 16:40", "2 calendar_day", (), "2026-11-23"),
    ("2026-02-09 10:00", "7 calendar_day", (), "2026-02-23"),
    ("2026-11-21 09:00", "3 calendar_day", (), "2026-11-26"),
    ("2026-12-25 10:00", "15 calendar_day", (), "2027-01-11"),
    ("2026-11-20 16:40", "10 calendar_day", ["2026-11-23 10:00/2026-11-26 10:00"], "2026-12-03"),
    ("2026-11-20 16:40", "10 calendar_day", ["2026-11-23 10:00/2026-11-28 10:00"], "2026-12-07"),
    ("2026-11-20 16:40", "1 calendar_day", ["2026-11-23 10:00/2026-11-26 10:00"], "2026-11-26"),
    ("2026-11-20 16:40", "1 month", (), "2026-12-21"),
    ("2026-01-30 10:00", "1 month", (), "2026-03-02"),
    ("2026-06-30 10:00", "1 month", (), "2026-07-30"),
    ("2026-11-16 10:00", "3 month", (), "2027-02-16"),
    ("2026-11-20 10:00", "12 month", (), "2027-11-22"),
    ("2026-11-16 10:00", "1 month", ["2026-11-17 10:00/2026-11-18 10:00"], "2026-12-17"),
    ("2024-02-29 10:00", "1 year", (), "2025-02-28"),
]
THREE_PAUSES = [
    "2026-11-03 10:00/2026-11-05 10:00",
    "2026-11-09 09:00/2026-11-09 16:00",
    "2026-11-11 10:00/2026-11-16 08:00",
]
PAUSES = [
    ("2026-11-02 08:00", "10 working_day", (), "2026-11-16"),
    ("2026-11-02 08:00", "10 working_day", THREE_PAUSES, "2026-11-23"),
    ("2026-11-02 08:00", "10 working_day", [*reversed(THREE_PAUSES)], "2026-11-23"),
    ("2026-02-09 10:00", "5 working_day", ["2026-02-11 10:00/2026-02-24 10:00"], "2026-02-27"),
    ("2026-11-20 16:40", "5 working_day", ["2026-11-26 10:00/2026-11-29 10:00"], "2026-11-30"),
    (
        "2026-11-20 16:40",
        "5 working_day",
        ["2026-11-23 10:00/2026-11-25 10:00", "2026-11-24 10:00/2026-11-26 10:00"],
        "2026-12-02",
    ),
    ("2026-11-20 16:40", "5 working_day", ["2026-11-27 10:00/2026-12-03 10:00"], "2026-12-03"),
    ("2026-11-20 16:40", "5 working_day", ["2026-11-27 10:00/2026-11-28 10:00"], "2026-11-27"),
    ("2026-11-20 16:40", "5 working_day", ["2026-11-27 17:01/2026-12-03 10:00"], "2026-11-27"),
    ("2026-11-20 16:40", "5 working_day", ["2026-12-01 10:00/2026-12-03 10:00"], "2026-11-27"),
    ("2026-11-20 16:40", "5 working_day", ["2026-11-18 10:00/2026-11-19 10:00"], "2026-11-27"),
]
TABLE = [
    *WORKED_IN_DECISIONS, *HOURS_OF_ACCEPTANCE, *TET, *OTHER_DAYS_OFF, *MAKE_UP_SATURDAYS, *WITHIN_THE_DAY,
    *BY_THE_CALENDAR, *PAUSES,
]  # fmt: skip


@pytest.mark.parametrize(("accepted", "time_limit", "pauses", "expected"), TABLE)
def test_a_dossier_is_due_when_the_office_closes_on_the_last_day(accepted, time_limit, pauses, expected):
    found = due(at(accepted), limit(time_limit), demo_calendar(), pauses=map(pause, pauses))
    assert found.moment == at(f"{expected} 17:00")


@pytest.mark.parametrize(
    ("accepted", "time_limit", "expected"),
    [
        ("2026-11-20 16:40", "5 working_day", "2026-11-30"),
        ("2026-11-23 10:00", "1 working_day", "2026-11-25"),
        ("2026-11-24 09:00", "1 working_day", "2026-11-26"),
        ("2026-11-20 16:40", "4 calendar_day", "2026-11-25"),
    ],
)
def test_the_day_of_culture_counts_as_a_day_off_once_it_is_confirmed(accepted, time_limit, expected):
    confirmed = demo_calendar(with_culture_day=True)
    assert due(at(accepted), limit(time_limit), confirmed).moment == at(f"{expected} 17:00")
    assert due(at(accepted), limit(time_limit), demo_calendar()).moment < at(f"{expected} 17:00")


@pytest.mark.parametrize(
    ("cut_off", "accepted", "time_limit", "expected"),
    [
        (time(15), "2026-11-20 15:00", "1 working_day", "2026-11-23"),
        (time(15), "2026-11-20 15:01", "1 working_day", "2026-11-24"),
        (time(15), "2026-11-20 15:01", "same_day", "2026-11-23"),
        (time(15), "2026-11-20 15:01", "3 calendar_day", "2026-11-26"),
        (time(18), "2026-11-20 17:01", "1 working_day", "2026-11-24"),
    ],
)
def test_after_the_cut_off_a_dossier_counts_from_the_next_working_day(cut_off, accepted, time_limit, expected):
    calendar = replace(demo_calendar(), cut_off=cut_off)
    assert due(at(accepted), limit(time_limit), calendar).moment == at(f"{expected} 17:00")
    own = due(at(accepted), limit(time_limit), demo_calendar(), cut_off=cut_off)
    assert own.moment == at(f"{expected} 17:00")


@pytest.mark.parametrize(
    ("time_limit", "extension", "pauses", "expected"),
    [
        ("5 working_day", "3 working_day", (), "2026-12-02"),
        ("5 working_day", "3 working_day", ["2026-11-30 09:00/2026-12-01 09:00"], "2026-12-03"),
        ("5 working_day", "2 calendar_day", (), "2026-11-30"),
        ("10 calendar_day", "2 working_day", (), "2026-12-02"),
        ("same_day", "1 working_day", (), "2026-11-23"),
        ("2 working_hour", "1 working_day", (), "2026-11-24"),
    ],
)
def test_an_extension_counts_from_the_end_of_the_limit(time_limit, extension, pauses, expected):
    found = due(
        at("2026-11-20 16:40"),
        limit(time_limit),
        demo_calendar(),
        extension=limit(extension),
        pauses=map(pause, pauses),
    )
    assert found.moment == at(f"{expected} 17:00")


def test_other_hours_end_the_day_at_another_time():
    summer = replace(demo_calendar(), sessions=(replace(demo_calendar().sessions[0], closes=time(13)),))
    assert due(at("2026-11-20 13:01"), limit("1 working_day"), summer).moment == at("2026-11-24 13:00")
