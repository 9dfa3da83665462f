"""Working days and hours of a calendar that is given as data."""

from datetime import UTC, date, datetime, time

import pytest

from core.working_time import ZONE, DayKind, NamedDay, Session, WorkingCalendar, local

CALENDAR = WorkingCalendar(
    off={date(2026, 9, 2): NamedDay("Quốc khánh"), date(2026, 9, 5): NamedDay("Nghỉ thứ Bảy")},
    extra={date(2026, 8, 22): NamedDay("Làm bù")},
    unconfirmed={date(2026, 11, 24): NamedDay("Ngày Văn hóa Việt Nam")},
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("day", "kind", "works", "name"),
    [
        ("2026-09-01", DayKind.WORKING, True, ""),
        ("2026-09-02", DayKind.HOLIDAY, False, "Quốc khánh"),
        ("2026-09-05", DayKind.HOLIDAY, False, "Nghỉ thứ Bảy"),
        ("2026-09-06", DayKind.WEEKEND, False, ""),
        ("2026-08-22", DayKind.MAKE_UP, True, "Làm bù"),
        ("2026-08-29", DayKind.WEEKEND, False, ""),
        ("2026-11-24", DayKind.WORKING, True, ""),
    ],
)
def test_a_day_is_what_the_calendar_says(day, kind, works, name):
    found = date.fromisoformat(day)
    assert (CALENDAR.kind_of(found), CALENDAR.is_working_day(found), CALENDAR.name_of(found)) == (kind, works, name)


@pytest.mark.parametrize(
    ("moment", "next_one"),
    [
        ("2026-09-01 06:59", "2026-09-01 07:00"),
        ("2026-09-01 07:00", "2026-09-01 07:00"),
        ("2026-09-01 11:29", "2026-09-01 11:29"),
        ("2026-09-01 11:30", "2026-09-01 13:30"),
        ("2026-09-01 12:00", "2026-09-01 13:30"),
        ("2026-09-01 16:59", "2026-09-01 16:59"),
        ("2026-09-01 17:00", "2026-09-03 07:00"),
        ("2026-09-04 18:00", "2026-09-07 07:00"),
        ("2026-08-21 18:00", "2026-08-22 07:00"),
    ],
)
def test_working_time_goes_on_at_the_next_working_moment(moment, next_one):
    assert CALENDAR.next_working_moment(at(moment)) == at(next_one)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-09-01 16:00", 60, "2026-09-01 17:00"),
        ("2026-09-01 16:00", 61, "2026-09-03 07:01"),
        ("2026-09-01 10:30", 60, "2026-09-01 11:30"),
        ("2026-09-01 10:30", 61, "2026-09-01 13:31"),
        ("2026-09-02 10:00", 0, "2026-09-03 07:00"),
    ],
)
def test_minutes_are_added_in_working_time(start, minutes, end):
    assert CALENDAR.add_working_minutes(at(start), minutes) == at(end)


@pytest.mark.parametrize(("number", "expected"), [(1, "2026-09-01"), (2, "2026-09-03"), (4, "2026-09-07")])
def test_the_nth_working_day_comes_after_the_day_given(number, expected):
    assert CALENDAR.nth_working_day(date(2026, 8, 31), number) == date.fromisoformat(expected)


def test_a_working_day_begins_and_ends_with_the_hours():
    assert CALENDAR.start_of_day(date(2026, 9, 1)) == at("2026-09-01 07:00")
    assert CALENDAR.end_of_day(date(2026, 9, 1)) == at("2026-09-01 17:00")
    assert CALENDAR.sessions_of(date(2026, 9, 2)) == []
    assert [CALENDAR.is_working_moment(at(f"2026-09-01 {hour}")) for hour in ("11:30", "11:31", "17:00", "17:01")] == [
        True,
        False,
        True,
        False,
    ]


def test_a_moment_of_any_time_zone_is_read_in_that_of_viet_nam():
    assert local(datetime(2026, 9, 1, 10, 0, 59, tzinfo=UTC)) == at("2026-09-01 17:00")
    assert CALENDAR.next_working_moment(datetime(2026, 9, 1, 9, 59, tzinfo=UTC)) == at("2026-09-01 16:59")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: local(at("2026-09-01 10:00").replace(tzinfo=None)),
        lambda: CALENDAR.nth_working_day(date(2026, 9, 1), 0),
        lambda: CALENDAR.add_working_minutes(at("2026-09-01 10:00"), -1),
        lambda: WorkingCalendar(sessions=()),
        lambda: WorkingCalendar(sessions=(Session(time(17), time(7)),)),
        lambda: WorkingCalendar(sessions=(Session(time(13), time(17)), Session(time(7), time(11)))),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong):
    with pytest.raises(ValueError, match=r"not |whose"):
        wrong()
