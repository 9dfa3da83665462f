"""The days off that come with the software, planted into the working calendar of every installation."""

from datetime import date

import pytest
from django.core.management import call_command

from core import holiday_rows
from core.calendars import working_calendar
from core.holiday_rows import ensure_holidays, holiday_records
from core.models import Holiday
from core.working_time import SATURDAY
from services.forms.clock import Limit, due
from tests.builders import trunk
from tests.clocks import moment

pytestmark = pytest.mark.django_db

CULTURE_DAY = date(2026, 11, 24)
IN_LIEU = date(2027, 5, 3)


def test_a_new_installation_knows_the_days_off_and_where_they_are_from():
    call_command("setup_portal", stdout=None)
    calendar = working_calendar()
    for day in (CULTURE_DAY, date(2027, 2, 4), date(2027, 2, 10), date(2027, 9, 3)):
        assert not calendar.is_working_day(day)
        assert calendar.off[day].is_settled
    assert calendar.is_working_day(date(2026, 8, 22)), "it makes up for 31 August"
    assert not Holiday.objects.filter(source="").exists()


def test_every_planted_day_is_one_an_editor_could_enter():
    ensure_holidays()
    for row in Holiday.objects.all():
        row.full_clean()


@pytest.mark.parametrize(
    ("accepted", "limit", "due_at"),
    [
        ("2026-11-20T16:40", 5, "2026-11-30T17:00"),
        ("2026-11-20T17:01", 5, "2026-12-01T17:00"),
        ("2026-11-21T09:00", 5, "2026-12-01T17:00"),
        ("2026-02-12T10:00", 3, "2026-02-24T17:00"),
        ("2025-12-30T15:00", 3, "2026-01-06T17:00"),
        ("2027-02-03T08:00", 7, "2027-02-19T17:00"),
        ("2026-04-24T14:00", 2, "2026-04-29T17:00"),
        ("2026-08-31T11:00", 2, "2026-09-07T17:00"),
    ],
)
def test_dates_are_counted_with_the_planted_days(accepted, limit, due_at):
    trunk()
    ensure_holidays()
    assert due(moment(accepted), Limit(limit, "working_day"), working_calendar()).moment == moment(due_at)


def test_what_an_administrator_entered_stays():
    Holiday.objects.create(date=CULTURE_DAY, name="Ngày của tỉnh", status="to_confirm")
    ensure_holidays()
    ensure_holidays()
    row = Holiday.objects.get(date=CULTURE_DAY)
    assert (row.name, row.status, row.source) == ("Ngày của tỉnh", "to_confirm", "")


def test_what_an_administrator_removed_does_not_come_back():
    ensure_holidays()
    Holiday.objects.filter(date=CULTURE_DAY).delete()
    ensure_holidays()
    assert not Holiday.objects.filter(date=CULTURE_DAY).exists()


@pytest.mark.parametrize(("changes", "status"), [({}, "official"), ({"name": "Nghỉ bù 1/5"}, "calculated")])
def test_a_day_that_is_announced_meanwhile_follows_unless_somebody_changed_it(monkeypatch, changes, status):
    ensure_holidays()
    Holiday.objects.filter(date=IN_LIEU).update(**changes, date=IN_LIEU)
    announced = holiday_records()[IN_LIEU] | {"status": "official", "source": "Thông báo"}
    monkeypatch.setattr(holiday_rows, "holiday_records", lambda: holiday_records() | {IN_LIEU: announced})
    ensure_holidays()
    assert Holiday.objects.get(date=IN_LIEU).status == status


def test_a_make_up_day_of_the_file_is_on_a_weekend():
    assert all(day.isoweekday() >= SATURDAY for day, row in holiday_records().items() if row["kind"] == "work")
