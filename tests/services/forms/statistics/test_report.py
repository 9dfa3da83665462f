"""Report II.06a: its sums agree whatever was counted, and the file has the numbers of the page."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.links import Link
from services.forms.models import Tally
from services.forms.statistics.figures import NAMES, Figures
from services.forms.statistics.months import after, month_of, months, read_period
from services.forms.statistics.recount import recount_tallies
from services.forms.statistics.report import NUMBERS, ReportRow, as_lines, heads, line_of, report, summed
from services.forms.statistics.tallying import count_tallies
from tests.builders_statistics import moment
from tests.services.forms.statistics.test_tallying import NOW, START, entries

TALLIED_NOW = moment("2026-11-22T10:00")
NOVEMBER = date(2026, 11, 1)


def figures_of(tallies, first, last, end) -> Figures:
    """The sums of a period with what is open at the end of a month, as the page takes them from the database."""
    numbers = dict.fromkeys(NAMES, 0)
    for (month, _place), found in tallies.items():
        for name, number in found.items():
            is_stock = name.startswith("open_")
            if (month == end) if is_stock else (first <= month <= last):
                numbers[name] += number
    return Figures(**numbers)


@given(entries, st.integers(0, 10), st.integers(0, 10))
def test_what_was_received_is_what_was_settled_and_what_is_being_handled(found, one, other):
    tallies = count_tallies(found, NOW)
    all_months = months(month_of(START), month_of(NOW))
    first, last = sorted((all_months[one], all_months[other]))
    open_now, before = figures_of(tallies, first, last, last), figures_of(tallies, first, first, after(first, -1))
    line = line_of(Link("x"), open_now, before)
    assert line.received == line.settled + line.being_handled
    assert line.received == line.online + line.carried_over
    assert all(number is None or number >= 0 for number in line.numbers)


@given(st.lists(st.lists(st.integers(0, 50), min_size=9, max_size=9), max_size=6))
def test_the_last_line_is_the_sum_of_all_others(numbers):
    lines = [ReportRow(Link("x"), **dict(zip(NUMBERS, row, strict=True))) for row in numbers]
    total = summed(lines)
    for place, number in enumerate(total.numbers):
        expected = None if place == 2 else sum(line.numbers[place] for line in lines)
        assert number == expected


@pytest.mark.django_db
def test_a_period_takes_over_what_was_open_before_it(october):
    recount_tallies(TALLIED_NOW)
    found = report(Tally.objects.all(), read_period("2026-11"), NOVEMBER, {})
    building = next(line for line in found.lines if line.received)
    assert (building.online, building.carried_over) == (0, 2)
    assert (building.late, building.open_overdue) == (1, 1)
    before = report(Tally.objects.all(), read_period("2026-10"), NOVEMBER, {})
    assert before.total.numbers == [7, 7, None, 0, 5, 2, 1, 1, 1, 2, 0, 2, 0]
    assert len(before.lines) == 2
    year = report(Tally.objects.all(), read_period("2026"), NOVEMBER, {})
    assert year.total.numbers == [7, 7, None, 0, 6, 2, 1, 2, 1, 1, 0, 1, 0]


@pytest.mark.django_db
def test_a_file_has_a_row_for_each_field_and_the_sum(october):
    recount_tallies(TALLIED_NOW)
    fields = {UUID(int=1): Link("x")}
    lines = as_lines(report(Tally.objects.all(), read_period("2026-Q4"), NOVEMBER, fields))
    assert lines[0] == heads()
    assert {len(line) for line in lines} == {15}
    assert [line[4] for line in lines[1:]] == ["–"] * (len(lines) - 1)
    assert lines[-1][2] == sum(line[2] for line in lines[1:-1]) == 7
