"""A calendar that was kept counts like the one it was, whatever became of the calendar since."""

from datetime import date, time

import pytest

from core.working_time import NamedDay, Session, WorkingCalendar
from services.forms.rules.stored_calendar import calendar_from_json, calendar_to_json

MORNING = (Session(time(7), time(11, 30)),)
CALENDARS = {
    "plain": WorkingCalendar(),
    "days": WorkingCalendar(
        off={date(2026, 11, 24): NamedDay("Ngày Văn hóa Việt Nam")}, extra={date(2026, 11, 28): NamedDay("Làm bù")}
    ),
    "hours": WorkingCalendar(
        sessions=MORNING, cut_off=time(15), weekly={6: MORNING}, single={date(2026, 11, 25): MORNING}
    ),
}


@pytest.mark.parametrize("name", CALENDARS)
def test_a_calendar_counts_the_same_after_it_was_kept(name):
    calendar = CALENDARS[name]
    kept = calendar_from_json(calendar_to_json(calendar), WorkingCalendar())
    assert kept == calendar
    assert kept.mark == calendar.mark


def test_days_are_called_as_today_and_what_may_still_come_is_known():
    coming = {date(2026, 12, 24): NamedDay("Nghỉ", is_settled=False)}
    today = WorkingCalendar(off={date(2026, 11, 24): NamedDay("Vietnamese Culture Day")}, unconfirmed=coming)
    kept = calendar_from_json(calendar_to_json(CALENDARS["days"]), today)
    assert kept.name_of(date(2026, 11, 24)) == "Vietnamese Culture Day"
    assert kept.name_of(date(2026, 11, 28)) == "Làm bù"
    assert kept.unconfirmed == coming
