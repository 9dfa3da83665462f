"""While an approver is away, somebody else approves what they approve: from the first day to the last, no longer."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from departments.models import Deputy
from departments.ownership.approvers import may_act
from tests.builders_accounts import make_citizen
from tests.builders_ownership import (
    Office,
    browser,
    make_communications,
    make_office,
    make_translator,
    people_mailed,
    submit,
)

pytestmark = pytest.mark.django_db

FROM, TO = date(2026, 11, 23), date(2026, 11, 27)


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")


@pytest.fixture
def construction() -> Office:
    return make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")


def name_deputy(client: Client, office: Office, other: Office, **changes: Any) -> Any:
    data = {"approver": office.approver.pk, "deputy": other.approver.pk, "starts_on": FROM, "ends_on": TO}
    return client.post(reverse("deputies:add"), {**data, **changes})


@pytest.mark.parametrize(
    ("day", "stands_in"),
    [("2026-11-22", False), ("2026-11-23", True), ("2026-11-27", True), ("2026-11-28", False)],
)
def test_a_deputy_approves_on_these_days_alone(health, construction, travel, day, stands_in):
    Deputy.objects.create(approver=health.approver, deputy=construction.approver, starts_on=FROM, ends_on=TO)
    travel(f"{day}T09:00")
    assert may_act(construction.approver, health.service) is stands_in
    assert not may_act(health.approver, construction.service)
    submit(health.editor, health.service)
    asked = [health.approver.email, construction.approver.email]
    assert people_mailed("submitted") == (asked if stands_in else asked[:1])


def test_what_a_deputy_approves_is_published(health, construction, travel):
    Deputy.objects.create(approver=health.approver, deputy=construction.approver, starts_on=FROM, ends_on=TO)
    travel("2026-11-24T09:00")
    page, client = health.service, browser(construction.approver)
    page.title = "Cấp phép phòng khám"
    page.save_revision(user=health.editor)
    step = submit(health.editor, page)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk]))
    page.refresh_from_db()
    assert page.title == "Cấp phép phòng khám"
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 302


def test_nobody_stands_in_for_somebody_who_is_no_approver_any_more(health, construction, travel):
    Deputy.objects.create(approver=health.approver, deputy=construction.approver, starts_on=FROM, ends_on=TO)
    travel("2026-11-24T09:00")
    health.approver.groups.clear()
    assert not may_act(construction.approver, health.service)


def test_an_approver_names_a_deputy_for_himself_alone(health, construction):
    client = browser(health.approver)
    assert name_deputy(client, health, construction).status_code == 302
    assert name_deputy(client, construction, health).status_code == 200
    assert name_deputy(client, health, health).status_code == 200
    assert name_deputy(client, health, construction, ends_on=date(2026, 11, 1)).status_code == 200
    made = Deputy.objects.get()
    assert (made.approver, made.deputy) == (health.approver, construction.approver)
    stranger = browser(construction.approver)
    edit, delete = (reverse(f"deputies:{what}", args=[made.pk]) for what in ("edit", "delete"))
    data = {"approver": construction.approver.pk, "deputy": health.approver.pk, "starts_on": FROM, "ends_on": TO}
    assert stranger.post(edit, data).status_code == 302
    stranger.post(delete)
    made.refresh_from_db()
    assert made.approver == health.approver


def test_the_page_names_no_citizen(health):
    citizen = make_citizen()
    page = browser(make_communications()).get(reverse("deputies:add")).content.decode()
    assert health.approver.email in page
    assert citizen.email not in page


def test_communications_names_and_removes_deputies_for_anybody(health, construction):
    client = browser(make_communications())
    assert name_deputy(client, health, construction).status_code == 302
    assert client.post(reverse("deputies:delete", args=[Deputy.objects.get().pk])).status_code == 302
    assert not Deputy.objects.exists()


def test_whoever_approves_nothing_names_nobody(health, construction):
    for user in (health.editor, make_translator()):
        assert name_deputy(browser(user), health, construction).status_code == 302
    assert not Deputy.objects.exists()
