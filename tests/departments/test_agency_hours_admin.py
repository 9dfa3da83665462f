"""Working hours of an agency in the editors' area: who keeps them, and what is refused."""

import pytest
from django.urls import reverse

from accounts.groups import Role, ensure_groups
from accounts.models import User
from departments.calendars import agency_calendar
from departments.models import AgencyHours
from tests.builders import make_department, trunk
from tests.clocks import moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def communications(client):
    """Somebody of the communications group."""
    trunk()
    person = User.objects.create_user("truyen-thong@example.vn", "x", is_active=True)
    person.groups.add(ensure_groups()[Role.COMMUNICATIONS])
    client.force_login(person)
    return client


def values(department, closes: str = "11:00") -> dict[str, str]:
    found = {"department": str(department.pk), "weekend_counts": "on", "source": "Quyết định của phường"}
    for name, number in (("sessions", 1), ("days_off", 1)):
        found |= {f"{name}-TOTAL_FORMS": str(number), f"{name}-INITIAL_FORMS": "0"}
        found |= {f"{name}-MIN_NUM_FORMS": "0", f"{name}-MAX_NUM_FORMS": "1000"}
    found |= {"sessions-0-weekday": "6", "sessions-0-opens": "07:00", "sessions-0-closes": closes, "sessions-0-id": ""}
    day_off = {"date": "2026-11-23", "part": "morning", "name": "Họp", "name_en": "", "id": ""}
    return found | {f"days_off-0-{name}": value for name, value in day_off.items()}


def test_communications_enter_the_hours_of_an_agency_once(communications):
    add = reverse(AgencyHours.snippet_viewset.get_url_name("add"))
    department = make_department("Phường Hạc Thành")
    assert communications.get(add).status_code == 200
    assert communications.post(add, values(department, closes="06:00")).status_code == 200, "it ends before it begins"
    assert not AgencyHours.objects.exists()
    assert communications.post(add, values(department)).status_code == 302
    calendar = agency_calendar(department.translation_key)
    assert calendar.end_of_day(moment("2026-11-21T00:00").date()) == moment("2026-11-21T11:00")
    assert calendar.start_of_day(moment("2026-11-23T00:00").date()) == moment("2026-11-23T13:30")
    assert communications.post(add, values(department)).status_code == 200, "it has its own already"
    assert AgencyHours.objects.count() == 1
    listed = communications.get(reverse(AgencyHours.snippet_viewset.get_url_name("list"))).content.decode()
    assert "Phường Hạc Thành" in listed


def test_translators_do_not_touch_them(client):
    trunk()
    person = User.objects.create_user("dich@example.vn", "x", is_active=True)
    person.groups.add(ensure_groups()[Role.TRANSLATORS])
    client.force_login(person)
    add = reverse(AgencyHours.snippet_viewset.get_url_name("add"))
    assert client.post(add, values(make_department("Phường Hạc Thành"))).status_code == 302
    assert not AgencyHours.objects.exists()
