"""Early, on time or late, in working days."""

import pytest
from django.utils import translation

from core.working_time import WorkingCalendar
from services.forms.submissions.punctuality import punctuality
from tests.clocks import moment

CASES = [
    ("2026-11-20T10:00", "2026-11-27T17:00", "5 working days early"),
    ("2026-11-26T10:00", "2026-11-27T17:00", "1 working day early"),
    ("2026-11-21T10:00", "2026-11-23T17:00", "1 working day early"),
    ("2026-11-27T17:00", "2026-11-27T17:00", "Handed out on time"),
    ("2026-11-27T07:00", "2026-11-27T17:00", "Handed out on time"),
    ("2026-11-27T18:00", "2026-11-27T17:00", "Late by some hours"),
    ("2026-11-30T08:00", "2026-11-27T17:00", "1 working day late"),
    ("2026-11-29T08:00", "2026-11-27T17:00", "Late by some hours"),
    ("2026-12-02T08:00", "2026-11-27T17:00", "3 working days late"),
]


@pytest.mark.parametrize(("decided", "due", "words"), CASES)
def test_it_counts_working_days(decided, due, words):
    with translation.override("en"):
        assert punctuality(moment(decided), moment(due), WorkingCalendar()) == words


def test_without_a_promised_date_nothing_is_said():
    assert punctuality(moment("2026-11-20T10:00"), None, WorkingCalendar()) == ""
