"""The working calendar in the CMS: who keeps it, what counts, what it costs to read."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from accounts.groups import Role, ensure_groups
from accounts.models import User
from core.calendars import working_calendar
from core.models import Holiday, PortalSettings
from tests.builders import trunk

pytestmark = pytest.mark.django_db

CULTURE_DAY = date(2026, 11, 24)


@pytest.fixture
def communications(client):
    """Somebody of the communications group."""
    person = User.objects.create_user("truyen-thong@example.vn", "x", is_active=True)
    person.groups.add(ensure_groups()[Role.COMMUNICATIONS])
    client.force_login(person)
    return client


def address(name: str, *args) -> str:
    return reverse(Holiday.snippet_viewset.get_url_name(name), args=args)


def test_communications_enter_change_and_remove_days(communications):
    trunk()
    values = {
        "date": "2026-09-02",
        "kind": "off",
        "name": "Quốc khánh",
        "name_en": "",
        "status": "official",
        "source": "",
    }
    assert communications.post(address("add"), values).status_code == 302
    day = Holiday.objects.get()
    assert communications.post(address("edit", day.pk), {**values, "name_en": "National Day"}).status_code == 302
    with translation.override("en"):
        assert working_calendar().name_of(day.date) == "National Day"
    assert communications.get(address("list"), {"q": "Quốc", "kind": "off"}).status_code == 200
    assert communications.post(address("delete", day.pk)).status_code == 302
    assert not Holiday.objects.exists()


def test_translators_do_not_touch_the_calendar(client):
    trunk()
    person = User.objects.create_user("dich@example.vn", "x", is_active=True)
    person.groups.add(ensure_groups()[Role.TRANSLATORS])
    client.force_login(person)
    values = {"date": "2026-09-02", "kind": "off", "name": "Quốc khánh", "status": "official"}
    assert client.post(address("add"), values).status_code == 302
    assert not Holiday.objects.exists()


def test_a_day_to_be_confirmed_counts_only_when_the_office_confirms_it(communications):
    day = Holiday.objects.create(date=CULTURE_DAY, name="Ngày Văn hóa Việt Nam")
    before = working_calendar()
    assert before.is_working_day(CULTURE_DAY)
    assert before.unconfirmed[CULTURE_DAY].name == "Ngày Văn hóa Việt Nam"
    values = {"date": "2026-11-24", "kind": "off", "name": day.name, "status": "official"}
    assert communications.post(address("edit", day.pk), values).status_code == 302
    after = working_calendar()
    assert not after.is_working_day(CULTURE_DAY)
    assert after.off[CULTURE_DAY].is_settled
    assert not after.unconfirmed


def test_a_day_that_was_only_worked_out_counts_but_is_not_settled():
    Holiday.objects.create(date=date(2027, 2, 8), name="Tết", status="calculated")
    calendar = working_calendar()
    assert not calendar.is_working_day(date(2027, 2, 8))
    assert not calendar.off[date(2027, 2, 8)].is_settled


def test_a_make_up_day_is_on_a_weekend():
    Holiday(date=date(2026, 8, 22), kind="work", name="Làm bù").full_clean()
    with pytest.raises(ValidationError, match=r"Saturday|thứ Bảy"):
        Holiday(date=date(2026, 8, 21), kind="work", name="Làm bù").full_clean()


def test_a_day_stands_in_the_calendar_once():
    Holiday.objects.create(date=CULTURE_DAY, name="Ngày Văn hóa Việt Nam")
    with pytest.raises(ValidationError):
        Holiday(date=CULTURE_DAY, name="Ngày khác").full_clean()


def test_hours_and_cut_off_are_settings_of_the_portal():
    trunk()
    PortalSettings.objects.update(morning_opens=time(7, 30), afternoon_closes=time(16, 30), cut_off=time(15))
    calendar = working_calendar()
    assert (calendar.opens, calendar.closes, calendar.cut_off) == (time(7, 30), time(16, 30), time(15))


@pytest.mark.parametrize("changes", [{}, {"morning_closes": time(13, 30)}, {"cut_off": time(15)}])
def test_hours_that_follow_one_another_are_taken(changes):
    PortalSettings(**changes).clean()


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"morning_closes": time(6)}, "morning_closes"),
        ({"morning_closes": time(7)}, "morning_closes"),
        ({"afternoon_opens": time(11)}, "afternoon_opens"),
        ({"afternoon_closes": time(13, 30)}, "afternoon_closes"),
        ({"cut_off": time(17, 1)}, "cut_off"),
        ({"cut_off": time(6, 59)}, "cut_off"),
    ],
)
def test_hours_that_do_not_follow_one_another_are_refused(changes, wrong):
    with pytest.raises(ValidationError) as refusal:
        PortalSettings(**changes).clean()
    assert set(refusal.value.message_dict) == {wrong}


def test_one_request_reads_the_calendar_once(django_assert_num_queries):
    trunk()
    Holiday.objects.create(date=CULTURE_DAY, name="Ngày Văn hóa Việt Nam", status="official")
    request = RequestFactory().get("/")
    PortalSettings.load(request_or_site=request)
    with django_assert_num_queries(1):
        first = working_calendar(request)
        assert working_calendar(request) is first
    assert working_calendar(RequestFactory().get("/")) is not first
