"""Working hours of an agency: which days and hours count for its dossiers, made of the province's calendar."""

from datetime import date, time

import pytest

from core.working_time import OFFICE_HOURS, DayKind, NamedDay, Session, WorkingCalendar
from departments.agency_hours import OwnDayOff, joined, with_own_hours
from services.forms.clock import Limit, Pause, due
from tests.clocks import moment

SATURDAY_MORNING = {6: (Session(time(7, 30), time(11, 0)),)}
SATURDAY, MONDAY = date(2026, 11, 21), date(2026, 11, 23)
PROVINCE = WorkingCalendar(
    off={date(2026, 11, 24): NamedDay("Ngày Văn hóa Việt Nam")}, extra={date(2026, 11, 28): NamedDay("Làm bù")}
)


def commune(weekly=None, *days_off: OwnDayOff, weekend_counts=True) -> WorkingCalendar:
    return with_own_hours(PROVINCE, weekly or {}, days_off, weekend_counts=weekend_counts)


@pytest.mark.parametrize(
    ("accepted", "limit", "weekend_counts", "due_at"),
    [
        ("2026-11-19T09:00", "2 working_day", False, "2026-11-23T17:00"),
        ("2026-11-19T09:00", "2 working_day", True, "2026-11-21T11:00"),
        ("2026-11-19T09:00", "1 working_day", True, "2026-11-20T17:00"),
        ("2026-11-20T16:40", "1 working_day", True, "2026-11-21T11:00"),
        ("2026-11-21T08:00", "1 working_day", True, "2026-11-23T17:00"),
        ("2026-11-21T08:00", "1 working_day", False, "2026-11-25T17:00"),
        ("2026-11-21T11:01", "1 working_day", True, "2026-11-25T17:00"),
        ("2026-11-20T16:00", "2 working_hour", True, "2026-11-21T08:30"),
        ("2026-11-20T16:00", "2 working_hour", False, "2026-11-23T08:00"),
        ("2026-11-20T16:00", "5 working_hour", True, "2026-11-23T07:30"),
        ("2026-11-11T09:00", "10 calendar_day", True, "2026-11-21T11:00"),
        ("2026-11-11T09:00", "10 calendar_day", False, "2026-11-23T17:00"),
        ("2026-11-21T08:00", "same_day", True, "2026-11-21T11:00"),
    ],
)
def test_a_saturday_that_is_worked_counts_only_where_it_is_said_to(accepted, limit, weekend_counts, due_at):
    number, _blank, unit = limit.rpartition(" ")
    calendar = commune(SATURDAY_MORNING, weekend_counts=weekend_counts)
    assert due(moment(accepted), Limit(int(number) if number else None, unit), calendar).moment == moment(due_at)


def test_a_request_on_the_last_day_comes_in_time_only_until_that_day_closes():
    calendar, limit = commune(SATURDAY_MORNING), Limit(1, "working_day")
    accepted = moment("2026-11-20T09:00")
    for asked, due_at in (("2026-11-21T11:00", "2026-11-23T17:00"), ("2026-11-21T11:01", "2026-11-21T11:00")):
        pauses = [Pause(moment(asked), moment("2026-11-23T09:00"))]
        assert due(accepted, limit, calendar, pauses=pauses).moment == moment(due_at)


def test_weekdays_without_hours_of_their_own_have_those_of_the_province():
    calendar = commune({1: (Session(time(8), time(12)),)})
    assert calendar.hours_of(MONDAY) == (Session(time(8), time(12)),)
    assert calendar.hours_of(date(2026, 11, 25)) == OFFICE_HOURS


def test_a_day_off_of_the_province_stays_one_and_a_make_up_day_is_worked_in_full():
    calendar = commune(SATURDAY_MORNING | {2: (Session(time(8), time(12)),)})
    assert calendar.kind_of(date(2026, 11, 24)) is DayKind.HOLIDAY
    assert calendar.hours_of(date(2026, 11, 28)) == OFFICE_HOURS
    assert calendar.kind_of(SATURDAY) is DayKind.WORKING


@pytest.mark.parametrize(
    ("day_off", "due_at"),
    [
        (OwnDayOff(MONDAY, "Họp"), "2026-11-25T17:00"),
        (OwnDayOff(MONDAY, "Họp", morning=False), "2026-11-23T11:30"),
        (OwnDayOff(MONDAY, "Họp", afternoon=False), "2026-11-23T17:00"),
    ],
)
def test_half_a_day_off_leaves_a_working_day_that_ends_with_its_hours(day_off, due_at):
    found = due(moment("2026-11-20T09:00"), Limit(1, "working_day"), commune({}, day_off))
    assert found.moment == moment(due_at)


def test_hours_do_not_run_in_half_a_day_off():
    calendar = commune({}, OwnDayOff(MONDAY, "Họp", afternoon=False))
    found = due(moment("2026-11-20T16:00"), Limit(2, "working_hour"), calendar)
    assert found.moment == moment("2026-11-23T14:30")


def test_a_day_without_a_break_is_cut_at_noon():
    calendar = commune({1: (Session(time(8), time(15)),)}, OwnDayOff(MONDAY, "Họp", morning=False))
    assert calendar.hours_of(MONDAY) == (Session(time(8), time(12)),)


def test_two_halves_are_a_whole_day_off_with_its_name_and_so_is_one_on_a_make_up_day():
    halves = [OwnDayOff(MONDAY, "Họp", morning=False), OwnDayOff(MONDAY, "Họp", afternoon=False)]
    calendar = commune({}, *halves, OwnDayOff(date(2026, 11, 28), "Họp"), OwnDayOff(SATURDAY, "Họp"))
    assert (calendar.kind_of(MONDAY), calendar.name_of(MONDAY)) == (DayKind.HOLIDAY, "Họp")
    assert calendar.kind_of(date(2026, 11, 28)) is DayKind.HOLIDAY
    assert calendar.kind_of(SATURDAY) is DayKind.WEEKEND, "it was none before"


def test_spans_that_overlap_are_one():
    spans = [Session(time(9), time(12)), Session(time(7), time(10)), Session(time(13), time(17))]
    assert joined(spans) == (Session(time(7), time(12)), Session(time(13), time(17)))
    commune({1: tuple(spans)})


def test_calendars_that_count_alike_have_one_mark():
    assert commune().mark == PROVINCE.mark
    assert commune(SATURDAY_MORNING, weekend_counts=False).mark == PROVINCE.mark
    marks = {commune(SATURDAY_MORNING).mark, commune({}, OwnDayOff(MONDAY, "Họp", morning=False)).mark, PROVINCE.mark}
    assert len(marks) == 3
