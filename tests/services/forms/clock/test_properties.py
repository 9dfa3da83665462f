"""What holds for every calendar, every moment, every limit and every pause."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.working_time import ZONE, NamedDay, WorkingCalendar, local
from services.forms.clock import DayStatus, Limit, Pause, due, explain, spans
from services.forms.clock.data import BY_THE_CALENDAR
from services.rules.choices import DurationUnit

BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)
SATURDAYS = [BEGIN + timedelta(days=2 + 7 * week) for week in range(52)]
MINUTES_OF_A_DAY = 8 * 60

days = st.dates(BEGIN, END)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1)).map(lambda moment: moment.replace(tzinfo=ZONE))  # noqa: DTZ001 (the zone is given at once)
lengths = st.integers(0, 20 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
calendars = st.builds(
    lambda off, extra: WorkingCalendar(
        {day: NamedDay("Ngày nghỉ") for day in off - extra}, {day: NamedDay("Làm bù") for day in extra}
    ),
    st.sets(days, max_size=40),
    st.sets(st.sampled_from(SATURDAYS), max_size=8),
)
limits = st.one_of(
    st.builds(Limit, st.integers(1, 60), st.sampled_from([DurationUnit.WORKING_DAY, DurationUnit.CALENDAR_DAY])),
    st.builds(Limit, st.integers(1, 80), st.just(DurationUnit.WORKING_HOUR)),
    st.builds(Limit, st.integers(1, 4), st.just(DurationUnit.MONTH)),
    st.builds(Limit, st.none(), st.sampled_from([DurationUnit.IMMEDIATE, DurationUnit.SAME_DAY])),
)
pauses = st.lists(st.builds(lambda asked, length: Pause(asked, asked + length), moments, lengths), max_size=4)


thorough = settings(max_examples=150, deadline=None)


def working_minutes_between(calendar: WorkingCalendar, start: datetime, end: datetime) -> int:
    """Minutes of working time from start to end, counted session by session; 0 when the end is not after the start."""
    start, end = local(start), local(end)
    found, day = timedelta(), start.date()
    while day <= end.date():
        for opens, closes in calendar.sessions_of(day):
            found += max(min(closes, end) - max(opens, start), timedelta())
        day += timedelta(days=1)
    return found // timedelta(minutes=1)


@thorough
@given(calendars, limits, moments, lengths, pauses)
def test_who_is_accepted_later_is_never_due_earlier(calendar, limit, accepted, later, waits):
    earlier = due(accepted, limit, calendar, pauses=waits).moment
    assert earlier <= due(accepted + later, limit, calendar, pauses=waits).moment


@thorough
@given(calendars, limits, moments, pauses)
def test_a_due_moment_lies_in_working_time_after_the_acceptance(calendar, limit, accepted, waits):
    found = due(accepted, limit, calendar, pauses=waits)
    assert calendar.is_working_moment(found.moment)
    assert found.start.accepted <= found.start.counts_from <= found.moment


@thorough
@given(calendars, st.integers(1, 40), moments, st.lists(st.tuples(st.floats(0, 1), lengths), min_size=1, max_size=3))
def test_a_pause_of_n_working_days_moves_the_date_by_n_working_days(calendar, number, accepted, waits):
    limit = Limit(number, DurationUnit.WORKING_DAY)
    expected = due(accepted, limit, calendar)
    ledger, earliest = [], expected.start.counts_from
    for share, length in waits:
        latest = max(earliest, expected.moment)
        asked = earliest + (latest - earliest) * share
        ledger.append(Pause(asked, asked + length))
        waited = working_days(calendar, ledger[-1].asked.date(), ledger[-1].answered.date())
        if asked > expected.moment or not waited:
            moved = expected.moment.date()
        else:
            moved = calendar.nth_working_day(expected.moment.date(), waited)
        expected = due(accepted, limit, calendar, pauses=ledger)
        assert expected.moment == calendar.end_of_day(moved)
        earliest = ledger[-1].answered


@thorough
@given(calendars, st.integers(1, 60), moments, st.lists(st.tuples(st.floats(0, 1), lengths), min_size=1, max_size=3))
def test_a_pause_of_working_hours_moves_the_hour_by_exactly_them(calendar, number, accepted, waits):
    limit = Limit(number, DurationUnit.WORKING_HOUR)
    before = due(accepted, limit, calendar)
    ledger, earliest = [], before.start.counts_from
    for share, length in waits:
        asked = earliest + max(before.moment - earliest, timedelta()) * share
        ledger.append(Pause(asked, asked + length))
        after = due(accepted, limit, calendar, pauses=ledger)
        one = ledger[-1]
        waited = working_minutes_between(calendar, one.asked, one.answered) if one.asked < before.moment else 0
        assert working_minutes_between(calendar, before.moment, after.moment) == waited
        before, earliest = after, one.answered


@thorough
@given(calendars, limits, moments, pauses)
def test_the_days_that_are_told_are_those_of_the_limit(calendar, limit, accepted, waits):
    found = due(accepted, limit, calendar, pauses=waits)
    part = found.parts[0]
    counted = [day for day in part.days if day.what is DayStatus.COUNTED]
    if limit.unit == DurationUnit.WORKING_HOUR:
        assert sum(day.minutes for day in counted) == limit.value * 60
    elif limit.unit == DurationUnit.MONTH:
        assert len(counted) == (part.target - found.start.counts_from.date()).days
    else:
        assert [day.number for day in counted] == list(range(1, (limit.value or 0) + 1))
    if limit.unit not in BY_THE_CALENDAR:
        assert all(calendar.is_working_day(day.on) for day in counted)


@thorough
@given(calendars, limits, moments, pauses)
def test_no_day_between_acceptance_and_due_date_is_left_out_or_told_twice(calendar, limit, accepted, waits):
    found = due(accepted, limit, calendar, pauses=waits)
    days_told = [day.on for day in found.parts[0].days]
    first = found.start.counts_from.date()
    distance = (found.moment.date() - first).days
    if limit.unit == DurationUnit.WORKING_HOUR:
        assert sorted(set(days_told)) == [first + timedelta(days=n) for n in range(distance + 1)]
    else:
        assert days_told == [first + timedelta(days=n) for n in range(1, distance + 1)]
    told = spans(found.parts[0].days)
    assert sum((span.last - span.first).days + 1 for span in told) == len(days_told)
    assert len(explain(found)) >= len(told) + 3


@thorough
@given(calendars, moments, st.integers(0, 40 * MINUTES_OF_A_DAY))
def test_working_minutes_that_are_added_are_found_again(calendar, moment, minutes):
    end = calendar.add_working_minutes(moment, minutes)
    assert working_minutes_between(calendar, moment, end) == minutes
    assert calendar.is_working_moment(end)


def working_days(calendar: WorkingCalendar, after: date, last: date) -> int:
    """Working days after a day up to the last."""
    return sum(calendar.is_working_day(after + timedelta(days=n)) for n in range(1, (last - after).days + 1))
