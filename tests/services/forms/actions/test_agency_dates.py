"""Dates of the dossiers of an agency that has working hours of its own."""

from datetime import date, time

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from departments.calendars import agency_calendar
from departments.models import AgencyDayOff, AgencyHours, AgencySession
from outbox.models import Delivery
from outbox.worker import deliver_next
from services.forms import actions
from services.forms.models import Slip
from services.forms.routines.deadlines import recount_dates
from services.forms.rules.workflow import Actor
from tests.builders import make_department
from tests.builders_submissions import make_filled_draft, make_officer, make_open_service
from tests.clocks import moment

pytestmark = pytest.mark.django_db

COMMUNE = "Ủy ban nhân dân phường Hạc Thành"


def make_hours(title: str = COMMUNE, *, weekend_counts: bool = True) -> AgencyHours:
    """A commune that works on Saturday morning."""
    own = AgencyHours.objects.create(department=make_department(title), weekend_counts=weekend_counts)
    AgencySession.objects.create(agency=own, weekday=6, opens=time(7), closes=time(11))
    return own


def accepted(title: str = COMMUNE, days: int = 2):
    """A dossier accepted by the agency with that name."""
    department = make_department(title)
    limits = [{"value": days, "unit": "working_day"}]
    service = make_open_service(f"Thủ tục của {title}", durations=limits, department=department)
    draft = make_filled_draft(service=service)
    row = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    return actions.perform_transition(
        submission=row, name="accept", by=make_officer(), role=Actor.OFFICER, revision=row.revision
    )


def test_only_dossiers_of_that_agency_are_due_by_its_hours(travel):
    make_hours()
    travel("2026-11-19T09:00")
    assert accepted().due_at == moment("2026-11-21T11:00")
    assert accepted("Sở Xây dựng").due_at == moment("2026-11-23T17:00")


def test_a_saturday_that_does_not_count_changes_nothing(travel):
    make_hours(weekend_counts=False)
    travel("2026-11-19T09:00")
    row = accepted()
    assert row.due_at == moment("2026-11-23T17:00")
    assert row.calendar_mark == accepted("Sở Xây dựng").calendar_mark


def test_the_hours_to_look_at_a_new_dossier_are_those_of_the_agency(travel):
    make_hours()
    travel("2026-11-20T13:30")
    department = make_department(COMMUNE)
    draft = make_filled_draft(service=make_open_service(department=department))
    row = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    assert row.intake_due_at == moment("2026-11-23T07:30")


def test_hours_that_change_move_dates_of_that_agency_alone_with_an_event_and_a_letter(travel):
    travel("2026-11-19T09:00")
    row, other = accepted(), accepted("Sở Xây dựng")
    own = make_hours()
    assert recount_dates() == 1
    row.refresh_from_db()
    event = row.events.latest("pk")
    assert (row.due_at, event.move) == (moment("2026-11-21T11:00"), "recalculate")
    assert Delivery.objects.filter(dedup_key__endswith=f"event:{event.pk}").exists()
    AgencyDayOff.objects.create(agency=own, date=date(2026, 11, 21), name="Mất điện")
    assert recount_dates() == 0
    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.due_at, row.events.latest("pk").move) == (moment("2026-11-21T11:00"), "keep_date")
    assert (other.due_at, other.kept_calendar) == (moment("2026-11-23T17:00"), None)
    assert accepted().due_at == moment("2026-11-23T17:00"), "promised with today's hours"


def test_page_slip_letter_and_desk_tell_the_date_by_the_hours_of_the_agency(travel, client):
    make_hours()
    travel("2026-11-19T09:00")
    row = accepted()
    client.force_login(row.owner)
    assert "11:00" in client.get(reverse("submission", args=[row.pk])).content.decode()
    slip = Slip.objects.get(submission=row, kind="01")
    assert slip.due_at == moment("2026-11-21T11:00")
    assert "21/11/2026" in str(slip.payload)
    mail.outbox.clear()
    while deliver_next():
        pass
    assert any("21/11/2026" in letter.body for letter in mail.outbox)


def test_a_half_day_off_is_named_where_the_whole_day_is_off(travel):
    own = make_hours()
    AgencyDayOff.objects.create(agency=own, date=date(2026, 11, 23), name="Họp", name_en="Meeting")
    AgencyDayOff.objects.create(agency=own, date=date(2026, 11, 24), part="afternoon", name="Họp")
    calendar = agency_calendar(own.department.translation_key)
    assert calendar.name_of(date(2026, 11, 23)) == "Họp"
    assert calendar.end_of_day(date(2026, 11, 24)) == moment("2026-11-24T11:30")
    assert agency_calendar(None).is_working_day(date(2026, 11, 23))


def soon(codes_of, title):
    client = Client()
    client.force_login(make_officer(departments=[make_department(title)]))
    page = client.get(reverse("desk_soon")).content.decode()
    return [row.code for row in codes_of if row.code in page]


def test_what_is_due_soon_is_judged_by_the_hours_of_the_agency(travel):
    """Two working days after Thursday 19/11 end on Monday 23/11, and on Saturday 21/11 where that day works."""
    make_hours()
    travel("2026-11-19T09:00")
    at_commune, later, at_department = accepted(days=2), accepted(days=3), accepted("Sở Xây dựng", days=2)
    assert (at_commune.due_at, later.due_at) == (moment("2026-11-21T11:00"), moment("2026-11-23T17:00"))
    assert soon([at_commune, later], COMMUNE) == [at_commune.code]
    assert soon([at_department], "Sở Xây dựng") == [at_department.code]
