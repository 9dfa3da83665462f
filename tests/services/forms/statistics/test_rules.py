"""How one dossier counts, over the whole table of cases."""

from datetime import datetime

import pytest

from core.working_time import ZONE
from services.forms.statistics.rules import (
    OpenStatus,
    SubmissionRecord,
    Timeliness,
    days_taken,
    open_status,
    timeliness,
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZONE)


NOW = at("11-22T10:00")
DUE = at("11-20T17:00")


@pytest.mark.parametrize(
    ("ended", "due", "found"),
    [
        ("11-19T16:59", DUE, Timeliness.EARLY),
        ("11-19T23:59", DUE, Timeliness.EARLY),
        ("11-20T00:00", DUE, Timeliness.ON_TIME),
        ("11-20T17:00:59", DUE, Timeliness.ON_TIME),
        ("11-20T17:01", DUE, Timeliness.LATE),
        ("11-23T08:00", DUE, Timeliness.LATE),
        ("11-01T08:00", None, Timeliness.UNDATED),
    ],
)
def test_an_end_is_early_on_time_late_or_without_a_date(ended, due, found):
    assert timeliness(at(ended), due) is found


FILED, ACCEPTED = at("10-05T08:00"), at("10-06T08:00")
OPEN = {"filed": FILED, "accepted": ACCEPTED}
OCTOBER, NOVEMBER, DECEMBER = at("10-01T00:00"), at("11-01T00:00"), at("12-01T00:00")


@pytest.mark.parametrize(
    ("life", "moment", "found"),
    [
        (SubmissionRecord(FILED), OCTOBER, None),
        (SubmissionRecord(FILED), FILED, None),
        (SubmissionRecord(FILED), NOVEMBER, OpenStatus.NEW),
        (SubmissionRecord(FILED, accepted=at("11-02T08:00"), due=DUE, is_dated=True), NOVEMBER, OpenStatus.NEW),
        (SubmissionRecord(FILED, ended=at("10-07T08:00")), NOVEMBER, None),
        (SubmissionRecord(FILED, ended=NOVEMBER), NOVEMBER, OpenStatus.NEW),
        (SubmissionRecord(**OPEN, ended=at("10-31T23:59"), due=DUE, is_dated=True), NOVEMBER, None),
        (SubmissionRecord(**OPEN, due=DUE, is_dated=True), NOVEMBER, OpenStatus.IN_TIME),
        (SubmissionRecord(**OPEN, due=DUE, is_dated=True), DECEMBER, OpenStatus.OVERDUE),
        (SubmissionRecord(**OPEN, due=at("11-22T10:01"), is_dated=True), DECEMBER, OpenStatus.IN_TIME),
        (SubmissionRecord(**OPEN, due=at("10-30T17:00"), is_dated=True), NOVEMBER, OpenStatus.OVERDUE),
        (SubmissionRecord(**OPEN), NOVEMBER, OpenStatus.UNDATED),
        (SubmissionRecord(**OPEN, waits=((ACCEPTED, None),)), NOVEMBER, OpenStatus.UNDATED),
        (SubmissionRecord(**OPEN, is_dated=True, waits=((at("10-20T08:00"), None),)), NOVEMBER, OpenStatus.PAUSED),
        (
            SubmissionRecord(**OPEN, is_dated=True, waits=((at("10-20T08:00"), at("11-03T08:00")),)),
            NOVEMBER,
            OpenStatus.PAUSED,
        ),
        (
            SubmissionRecord(**OPEN, is_dated=True, waits=((at("10-20T08:00"), at("10-23T08:00")),)),
            NOVEMBER,
            OpenStatus.IN_TIME,
        ),
        (SubmissionRecord(**OPEN, is_dated=True, waits=((at("11-02T08:00"), None),)), NOVEMBER, OpenStatus.IN_TIME),
        (
            SubmissionRecord(**OPEN, due=at("10-19T17:00"), is_dated=True, waits=((at("10-20T08:00"), None),)),
            NOVEMBER,
            "overdue",
        ),
    ],
)
def test_an_open_dossier_stands_somewhere_at_every_moment(life, moment, found):
    assert open_status(life, moment, NOW) == found


def test_days_are_counted_from_acceptance_to_the_end():
    assert days_taken(SubmissionRecord(**OPEN, ended=at("10-16T23:00"))) == 10
    assert days_taken(SubmissionRecord(**OPEN, ended=at("10-06T17:00"))) == 0
    assert days_taken(SubmissionRecord(FILED, ended=at("10-16T17:00"))) == 0
