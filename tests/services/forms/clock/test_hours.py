"""Limits in hours: only working time counts, from the minute of acceptance. A table worked out by hand."""

from dataclasses import replace
from datetime import time

import pytest

from services.forms.clock import due
from tests.services.forms.clock.cases import at, demo_calendar, limit, pause

TABLE = [
    ("2026-11-20 09:00", 2, (), "2026-11-20 11:00"),
    ("2026-11-20 09:30", 2, (), "2026-11-20 11:30"),
    ("2026-11-20 10:00", 2, (), "2026-11-20 14:00"),
    ("2026-11-20 11:45", 1, (), "2026-11-20 14:30"),
    ("2026-11-20 06:00", 1, (), "2026-11-20 08:00"),
    ("2026-11-20 07:00", 8, (), "2026-11-20 17:00"),
    ("2026-11-20 16:59", 1, (), "2026-11-23 07:59"),
    ("2026-11-20 17:00", 1, (), "2026-11-23 08:00"),
    ("2026-11-20 17:01", 1, (), "2026-11-23 08:00"),
    ("2026-11-20 16:40", 1, (), "2026-11-23 07:40"),
    ("2026-11-20 16:40", 8, (), "2026-11-23 16:40"),
    ("2026-11-21 09:00", 8, (), "2026-11-23 17:00"),
    ("2026-11-23 16:30", 1, (), "2026-11-24 07:30"),
    ("2026-02-13 15:00", 8, (), "2026-02-23 15:00"),
    ("2027-02-03 16:00", 2, (), "2027-02-11 08:00"),
    ("2026-01-09 16:00", 2, (), "2026-01-10 08:00"),
    ("2026-08-28 16:00", 2, (), "2026-09-03 08:00"),
    ("2026-11-20 08:00", 8, ["2026-11-20 10:00/2026-11-20 14:30"], "2026-11-23 10:30"),
    ("2026-11-20 15:00", 4, ["2026-11-20 16:00/2026-11-23 09:00"], "2026-11-23 14:00"),
    ("2026-02-13 15:00", 8, ["2026-02-13 16:00/2026-02-23 09:00"], "2026-02-24 08:00"),
    (
        "2026-11-23 07:00",
        4,
        ["2026-11-23 07:30/2026-11-23 08:00", "2026-11-23 09:00/2026-11-23 09:30", "2026-11-23 10:00/2026-11-23 13:45"],
        "2026-11-23 15:45",
    ),
    ("2026-11-23 07:00", 2, ["2026-11-23 08:00/2026-11-23 10:00", "2026-11-23 09:00/2026-11-23 11:00"],
     "2026-11-23 14:00"),
    ("2026-11-23 08:00", 1, ["2026-11-23 09:00/2026-11-23 10:00"], "2026-11-23 09:00"),
    ("2026-11-23 08:00", 1, ["2026-11-21 09:00/2026-11-22 10:00"], "2026-11-23 09:00"),
]  # fmt: skip


@pytest.mark.parametrize(("accepted", "hours", "pauses", "expected"), TABLE)
def test_a_dossier_is_due_when_its_working_hours_are_over(accepted, hours, pauses, expected):
    found = due(at(accepted), limit(f"{hours} working_hour"), demo_calendar(), pauses=map(pause, pauses))
    assert found.moment == at(expected)


def test_the_day_of_culture_has_no_working_hours_once_it_is_confirmed():
    confirmed = demo_calendar(with_culture_day=True)
    assert due(at("2026-11-23 16:30"), limit("1 working_hour"), confirmed).moment == at("2026-11-25 07:30")


def test_the_cut_off_is_for_days_alone():
    calendar = replace(demo_calendar(), cut_off=time(15))
    assert due(at("2026-11-20 15:30"), limit("1 working_hour"), calendar).moment == at("2026-11-20 16:30")


@pytest.mark.parametrize(
    ("first", "extension", "expected"),
    [
        ("2 working_hour", "2 working_hour", "2026-11-20 15:00"),
        ("1 working_day", "1 working_hour", "2026-11-24 08:00"),
        ("same_day", "1 working_hour", "2026-11-23 08:00"),
    ],
)
def test_hours_may_follow_hours_or_days(first, extension, expected):
    found = due(at("2026-11-20 09:00"), limit(first), demo_calendar(), extension=limit(extension))
    assert found.moment == at(expected)
