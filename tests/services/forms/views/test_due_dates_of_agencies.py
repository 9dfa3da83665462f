"""The calculator, as a page and as JSON, for a service of agencies that do not work the same hours."""

from datetime import time

import pytest
from django.test import Client
from django.urls import reverse

from departments.models import AgencyHours, AgencySession
from tests.builders import make_department, make_service
from tests.markup import faults, soup

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

ASKED = {"received": "2026-11-19T09:00"}


def make_commune(title: str):
    """A commune whose Saturday morning counts."""
    department = make_department(title)
    own = AgencyHours.objects.create(department=department, weekend_counts=True)
    AgencySession.objects.create(agency=own, weekday=6, opens=time(7), closes=time(11))
    return department


def service_of(*departments):
    rows = [{"department": department, "apply_mode": "site_form"} for department in departments]
    return make_service(durations=[{"value": 2, "unit": "working_day"}], handling_agencies=rows)


def ask(service, **asked):
    return Client().get(reverse("due_date_json", args=[service.slug], query=ASKED | asked))


def read(service, **asked):
    answer = Client().get(reverse("due_date", args=[service.slug], query=ASKED | asked))
    assert faults(answer.content) == []
    return soup(answer.content)


def test_the_only_agency_of_a_service_lends_it_its_hours():
    service = service_of(make_commune("Phường Hạc Thành"))
    answer = ask(service).json()
    assert answer["limits"][0]["due"] == "2026-11-21T11:00:00+07:00"
    assert answer["hours_by_weekday"] == {"6": [["07:00", "11:00"]]}
    page = read(service)
    assert "21/11/2026" in page.get_text()
    assert not page.select("[name=agency]")


def test_where_agencies_differ_it_is_asked_which_one_and_without_an_answer_the_province_counts():
    commune, office = make_commune("Phường Hạc Thành"), make_department("Sở Xây dựng")
    service = service_of(commune, office)
    for slug, day in ((commune.slug, "21/11/2026"), (office.slug, "23/11/2026"), ("", "23/11/2026")):
        page = read(service, agency=slug)
        assert day in page.select_one("section .portal-lead").get_text()
        assert [option["value"] for option in page.select("[name=agency] option")] == ["", commune.slug, office.slug]
    assert ask(service, agency=commune.slug).json()["limits"][0]["due"] == "2026-11-21T11:00:00+07:00"
    assert ask(service).json()["limits"][0]["due"] == "2026-11-23T17:00:00+07:00"


def test_an_agency_that_is_none_of_the_service_is_refused():
    service = service_of(make_commune("Phường Hạc Thành"), make_department("Sở Xây dựng"))
    assert ask(service, agency="so-khac").status_code == 400
    assert ask(service_of(make_department("Sở Xây dựng")), agency="so-xay-dung").status_code == 400
