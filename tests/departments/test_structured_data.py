"""A department as programs read it."""

from datetime import date, time

import pytest

from departments.models import OpeningHours
from tests.builders import make_department, publish
from tests.markup import structured_data

pytestmark = pytest.mark.django_db


def read(client, department) -> dict:
    return structured_data(client.get(department.get_url()).content)["GovernmentOrganization"]


def test_a_department_says_how_to_reach_it(client):
    department = make_department(
        "Sở Tư pháp",
        short_name="TP",
        functions="<p>Quản lý <b>hộ tịch</b></p>",
        address="34 Đại lộ Lê Lợi",
        phone="0237 3850 001",
        fax="0237 3850 002",
        email="a@example.vn",
        website="https://stp.example.vn",
        latitude="19.807000",
        longitude="105.776000",
        valid_from=date(2025, 3, 1),
    )
    for weekday in (1, 2, 3):
        department.opening_hours.add(
            OpeningHours(weekday=weekday, opens=time(7, 30), closes=time(11, 30), locale=department.locale)
        )
    publish(department)
    data = read(client, department)
    assert data["alternateName"] == ["TP"]
    assert data["description"] == "Quản lý hộ tịch"
    assert data["address"]["streetAddress"] == "34 Đại lộ Lê Lợi"
    assert (data["telephone"], data["faxNumber"]) == ("0237 3850 001", "0237 3850 002")
    assert (data["email"], data["sameAs"]) == ("a@example.vn", "https://stp.example.vn")
    assert data["foundingDate"] == "2025-03-01"
    assert data["location"]["geo"]["latitude"] == 19.807
    [hours] = data["location"]["openingHoursSpecification"]
    assert hours["dayOfWeek"] == [f"https://schema.org/{day}" for day in ("Monday", "Tuesday", "Wednesday")]
    assert (hours["opens"], hours["closes"]) == ("07:30", "11:30")


def test_what_is_unknown_is_not_said(client):
    data = read(client, make_department("Sở Y tế"))
    assert set(data) == {"@context", "@type", "@id", "name", "url", "areaServed"}


def test_a_former_department_says_until_when_it_was(client):
    data = read(client, make_department("Sở cũ", is_former=True, valid_to=date(2025, 2, 28)))
    assert data["dissolutionDate"] == "2025-02-28"
