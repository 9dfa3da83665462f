"""Whether a counter is open: the whole table of a week with lunch breaks, on the clock of Việt Nam."""

from datetime import datetime, time
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from departments.opening import Opening, opening

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING, AFTERNOON = (time(7, 30), time(11, 30)), (time(13, 30), time(17))


def span(weekday: int, hours: tuple[time, time]) -> SimpleNamespace:
    return SimpleNamespace(weekday=weekday, opens=hours[0], closes=hours[1])


WEEK = [span(day, hours) for day in range(1, 6) for hours in (AFTERNOON, MORNING)] + [span(6, MORNING)]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23 07:29", Opening(False, time(7, 30), 1, 0)),
        ("2026-11-23 07:30", Opening(True, time(11, 30), 1, 0)),
        ("2026-11-23 11:29:59", Opening(True, time(11, 30), 1, 0)),
        ("2026-11-23 11:30", Opening(False, time(13, 30), 1, 0)),
        ("2026-11-23 13:30", Opening(True, time(17), 1, 0)),
        ("2026-11-23 17:00", Opening(False, time(7, 30), 2, 1)),
        ("2026-11-27 18:00", Opening(False, time(7, 30), 6, 1)),
        ("2026-11-28 12:00", Opening(False, time(7, 30), 1, 2)),
        ("2026-11-29 09:00", Opening(False, time(7, 30), 1, 1)),
    ],
)
def test_the_state_through_a_week(at, expected):
    assert opening(WEEK, datetime.fromisoformat(at).replace(tzinfo=HERE)) == expected


def test_a_counter_open_one_morning_a_week_opens_again_in_a_week():
    monday = datetime(2026, 11, 23, 12, tzinfo=HERE)
    assert opening([span(1, MORNING)], monday) == Opening(False, time(7, 30), 1, 7)


def test_spans_that_touch_are_one():
    spans = [span(1, (time(8), time(12))), span(1, (time(12), time(16)))]
    assert opening(spans, datetime(2026, 11, 23, 9, tzinfo=HERE)) == Opening(True, time(16), 1, 0)


def test_unknown_hours_say_nothing():
    assert opening([], datetime(2026, 11, 23, 9, tzinfo=HERE)) is None
