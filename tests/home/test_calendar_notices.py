"""Who keeps the working calendar is warned of uncertain days: on the first page, by mail, and in the health report."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from accounts.groups import Role, ensure_groups
from accounts.models import User
from core.calendar_warnings import calendar_warnings
from core.models import Holiday, PortalSettings
from home.calendar_notices import queue_calendar_notices
from outbox.models import Delivery
from outbox.worker import deliver_next
from tests.builders import trunk

pytestmark = pytest.mark.django_db

IN_LIEU = date(2027, 5, 3)


@pytest.fixture
def keeper():
    """Somebody of the communications group, in a portal whose calendar has one day that is not announced."""
    trunk()
    for year in (2026, 2027):
        Holiday.objects.create(date=date(year, 1, 1), name="Tết Dương lịch", status="official")
    Holiday.objects.create(date=IN_LIEU, name="Nghỉ bù 1/5", status="calculated")
    person = User.objects.create_user("truyen-thong@example.vn", "x", is_active=True)
    person.groups.add(ensure_groups()[Role.COMMUNICATIONS])
    return person


def letters() -> list[str]:
    """The texts of the mails that go out now."""
    mail.outbox.clear()
    while deliver_next():
        pass
    return [f"{letter.to[0]} {letter.subject}\n{letter.body}" for letter in mail.outbox]


def first_page(client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize(
    ("today", "is_warned"),
    [("2027-03-18T09:00", False), ("2027-03-19T00:10", True), ("2027-05-03T23:50", True), ("2027-05-04T00:10", False)],
)
def test_a_day_is_warned_of_from_45_days_before_it_until_it_has_passed(keeper, client, travel, today, is_warned):
    travel(today)
    client.force_login(keeper)
    assert ("03/05/2027" in first_page(client)) == is_warned
    assert queue_calendar_notices() == is_warned
    answer = client.get("/healthz").json()["checks"]["calendar"]
    expected = ["2027-05-03"] if is_warned else []
    assert answer == {"ok": True, "warnings": is_warned, "unsettled_days": expected, "years_without_days_off": []}


def test_the_number_of_days_is_a_setting(keeper, travel):
    travel("2027-03-19T09:00")
    PortalSettings.objects.update_or_create(defaults={"calendar_notice_days": 44})
    assert not calendar_warnings()


def test_health_stays_in_order(keeper, client, travel):
    travel("2027-03-19T09:00")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert answer.json()["checks"]["calendar"]["warnings"] == 1


def test_everybody_who_keeps_the_calendar_gets_one_mail_for_a_day_and_no_second(keeper, travel):
    User.objects.create_superuser("quan-tri@example.vn", "x")
    User.objects.create_user("nguoi-khac@example.vn", "x", is_active=True)
    travel("2027-03-19T09:00")
    assert queue_calendar_notices() == 2
    sent = letters()
    assert sorted(text.split()[0] for text in sent) == ["quan-tri@example.vn", "truyen-thong@example.vn"]
    assert all("Lịch làm việc" in text and "03/05/2027 (Nghỉ bù 1/5)" in text for text in sent)
    for later in ("2027-03-19T10:00", "2027-04-30T09:00"):
        travel(later)
        Delivery.objects.all().delete()
        assert queue_calendar_notices() == 0
    Holiday.objects.create(date=date(2027, 5, 4), name="Nghỉ thêm", status="to_confirm")
    assert queue_calendar_notices() == 2
    assert all("04/05/2027" in text and "03/05/2027" not in text for text in letters())


def test_a_day_that_was_settled_before_the_mail_went_out_is_left_out(keeper, travel):
    travel("2027-03-19T09:00")
    assert queue_calendar_notices() == 1
    Holiday.objects.filter(date=IN_LIEU).update(status="official")
    assert letters() == []


def test_who_does_not_keep_the_calendar_any_more_gets_no_mail(keeper, travel):
    travel("2027-03-19T09:00")
    assert queue_calendar_notices() == 1
    keeper.groups.clear()
    assert letters() == []


def test_a_year_without_days_off_is_warned_of_before_it_begins(keeper, client, travel):
    travel("2027-11-16T09:00")
    assert not calendar_warnings()
    travel("2027-11-17T09:00")
    assert [warning.on for warning in calendar_warnings()] == [date(2028, 1, 1)]
    assert queue_calendar_notices() == 1
    assert "2028" in letters()[0]
    client.force_login(keeper)
    assert reverse(Holiday.snippet_viewset.get_url_name("add")) in first_page(client)


def test_a_day_off_on_a_weekend_changes_no_date_and_warns_nobody(keeper, travel):
    travel("2027-03-18T09:00")
    Holiday.objects.create(date=date(2027, 5, 1), name="Ngày Quốc tế Lao động", status="calculated")
    assert not calendar_warnings()
    Holiday.objects.create(date=date(2027, 4, 24), kind="work", name="Làm bù", status="to_confirm")
    assert [warning.on for warning in calendar_warnings()] == [date(2027, 4, 24)]


def test_translators_are_not_warned(keeper, client, travel):
    travel("2027-03-19T09:00")
    person = User.objects.create_user("dich@example.vn", "x", is_active=True)
    person.groups.add(ensure_groups()[Role.TRANSLATORS])
    client.force_login(person)
    assert "03/05/2027" not in first_page(client)
