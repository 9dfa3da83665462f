"""Months and periods as addresses write them."""

from datetime import UTC, date, datetime

import pytest

from services.forms.statistics.months import after, end_of, month_of, months, names, read_period


def test_a_month_is_that_of_viet_nam():
    assert month_of(datetime(2026, 10, 31, 17, 0, tzinfo=UTC)) == date(2026, 11, 1)
    assert month_of(datetime(2026, 10, 31, 16, 59, tzinfo=UTC)) == date(2026, 10, 1)
    assert end_of(date(2026, 12, 1)).astimezone(UTC) == datetime(2026, 12, 31, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 1)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 1)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 1)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 1)),
    ],
)
def test_a_period_is_read(text, first, last):
    found = read_period(text)
    assert (found.name, found.first, found.last) == (text, first, last)


@pytest.mark.parametrize("text", ["", "1999", "2026-13", "2026-Q5", "2026-00", "2026-1", "x2026", "2026 ", "２０２６"])
def test_anything_else_is_no_period(text):
    assert read_period(text) is None


def test_months_go_over_the_year_both_ways():
    assert after(date(2026, 12, 1)) == date(2027, 1, 1)
    assert after(date(2026, 1, 1), -1) == date(2025, 12, 1)
    assert months(date(2026, 11, 1), date(2027, 1, 1)) == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert months(date(2026, 2, 1), date(2026, 1, 1)) == []


def test_every_period_with_a_month_in_it_is_named_once_the_latest_first():
    assert names(date(2025, 12, 1), date(2026, 2, 1)) == [
        *("2026", "2026-Q1", "2026-02", "2026-01"),
        *("2025", "2025-Q4", "2025-12"),
    ]
    assert all(read_period(name) for name in names(date(2024, 5, 1), date(2027, 1, 1)))
