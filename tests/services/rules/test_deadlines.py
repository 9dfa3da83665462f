"""Time limits: the words a citizen reads and the data a partner gets."""

from typing import NamedTuple

import pytest
from django.utils.translation import override

from services.rules import deadlines
from services.rules.choices import DurationUnit


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


class Row(NamedTuple):
    value: int | None
    unit: str
    note: str = ""


IN_WORDS = "Theo lịch của hội đồng"


@pytest.mark.parametrize(
    ("value", "unit", "note", "expected"),
    [
        (1, "working_hour", "", "1 working hour"),
        (4, "working_hour", "", "4 working hours"),
        (1, "working_day", "", "1 working day"),
        (7, "working_day", "", "7 working days"),
        (7, "working_day", "Xã miền núi", "7 working days"),
        (1, "calendar_day", "", "1 calendar day"),
        (50, "calendar_day", "", "50 calendar days"),
        (1, "month", "", "1 month"),
        (6, "month", "", "6 months"),
        (1, "year", "", "1 year"),
        (2, "year", "", "2 years"),
        (None, "immediate", "", "Immediately on receipt"),
        (None, "same_day", "Sau 15 giờ thì trả ngày làm việc tiếp theo", "Within the working day"),
        (None, "words", IN_WORDS, IN_WORDS),
        (None, "words", "", ""),
        (None, "working_day", "", ""),
        (0, "working_day", "", ""),
        (0, "calendar_day", IN_WORDS, IN_WORDS),
    ],
)
def test_a_limit_reads_as_words(value, unit, note, expected):
    assert deadlines.text(value, unit, note) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (7, "calendar_day", "P7D"),
        (1, "month", "P1M"),
        (1, "year", "P1Y"),
        (None, "immediate", "PT0S"),
        (None, "same_day", None),
        (7, "working_day", None),
        (4, "working_hour", None),
        (None, "words", None),
        (None, "calendar_day", None),
        (0, "month", None),
    ],
)
def test_only_fixed_lengths_have_an_iso_form(value, unit, expected):
    assert deadlines.iso8601(value, unit) == expected


def test_partners_get_number_unit_words_and_iso_form():
    assert deadlines.as_data(10, DurationUnit.CALENDAR_DAY) == {
        "value": 10, "unit": "calendar_day", "text": "10 calendar days", "iso8601": "P10D",
    }  # fmt: skip
    assert deadlines.as_data(None, "words", IN_WORDS) == {
        "value": None,
        "unit": "words",
        "text": IN_WORDS,
        "iso8601": None,
    }


@pytest.mark.parametrize(
    ("value", "unit", "note", "known"),
    [
        (5, "working_day", "", True),
        (None, "working_day", "", False),
        (0, "working_day", IN_WORDS, False),
        (None, "immediate", "", True),
        (None, "same_day", "", True),
        (None, "words", IN_WORDS, True),
        (None, "words", "  ", False),
    ],
)
def test_a_limit_told_only_in_words_is_a_limit(value, unit, note, known):
    assert deadlines.is_known(value, unit, note) is known


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], None),
        ([Row(3, "working_day")], "3 working days"),
        ([Row(7, "working_day"), Row(3, "working_day"), Row(5, "working_day")], "3–7 working days"),
        ([Row(7, "working_day"), Row(17, "working_day", "Xã miền núi")], "7–17 working days"),
        ([Row(5, "working_day")] * 3, "5 working days"),
        ([Row(1, "year"), Row(2, "year")], "1–2 years"),
        ([Row(20, "calendar_day"), Row(7, "working_day")], None),
        ([Row(3, "working_day"), Row(None, "working_day")], None),
        ([Row(3, "working_day"), Row(None, "immediate")], None),
        ([Row(None, "immediate"), Row(None, "immediate")], "Immediately on receipt"),
        ([Row(None, "immediate"), Row(None, "same_day")], None),
        ([Row(None, "words", IN_WORDS), Row(None, "words", IN_WORDS)], IN_WORDS),
        ([Row(None, "words", IN_WORDS), Row(None, "words", "Theo mùa vụ")], None),
        ([Row(None, "words"), Row(3, "working_day")], None),
    ],
)
def test_a_card_shows_shortest_to_longest_when_they_compare(rows, expected):
    assert deadlines.range_of(rows) == expected


@pytest.mark.parametrize("ask", [deadlines.text, deadlines.iso8601, deadlines.as_data, deadlines.is_known])
def test_an_unknown_unit_is_refused(ask):
    with pytest.raises(ValueError, match="fortnight"):
        ask(1, "fortnight")
