"""How one is told: what is chosen is kept, what cannot reach one is not offered, nothing chosen is lost."""

import pytest
from django.urls import reverse

from accounts.closing import close_account
from accounts.exports import everything_about
from accounts.models import Profile
from services.forms.models import AuditEntry
from tests.builders import trunk
from tests.builders_accounts import log_in, make_citizen, make_editor
from tests.markup import soup

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


@pytest.fixture
def citizen(client):
    user = make_citizen(phone="0912345678")
    log_in(client, user)
    return user


def page(client):
    return soup(client.get(reverse("account_notifications")).content)


def save(client, **given):
    return client.post(reverse("account_notifications"), {"notify_about": "every", **given})


def of(user):
    profile = Profile.objects.get(user=user)
    return profile.notify_about, profile.message_channels


def test_everything_is_told_by_mail_until_something_else_is_chosen(client, citizen):
    chosen = {field["value"] for field in page(client).select("input[checked]")}
    assert chosen == {"every"}
    assert Profile.objects.get(user=citizen).reaching_channels() == []


def test_what_is_chosen_is_kept_shown_exported_and_audited(client, citizen):
    assert save(client, notify_about="needed", message_channels=["zalo"]).url == reverse("account_overview")
    assert of(citizen) == ("needed", ["zalo"])
    assert {field["value"] for field in page(client).select("input[checked]")} == {"needed", "zalo"}
    told = everything_about(citizen)["profile"]
    assert (told["notify_about"], told["message_channels"]) == ("needed", ["zalo"])
    line = AuditEntry.objects.get(action="account.preferences")
    assert (line.actor_id, line.detail) == (citizen.pk, {"about": "needed", "channels": ["zalo"]})


@pytest.mark.parametrize("given", [{"notify_about": "never"}, {"notify_about": ""}, {"message_channels": ["pigeon"]}])
def test_what_does_not_exist_cannot_be_chosen(client, citizen, given):
    answer = save(client, **given)
    assert answer.status_code == 200
    assert soup(answer.content).select(".govuk-error-summary")
    assert of(citizen) == ("every", [])
    assert not AuditEntry.objects.filter(action="account.preferences").exists()


def test_without_channels_of_the_installation_mail_alone_is_offered(client, citizen, settings):
    save(client, message_channels=["sms"])
    settings.MESSAGE_CHANNELS = {}
    assert page(client).select("[name=message_channels]") == []
    assert page(client).select(".portal-callout") == []
    save(client, notify_about="needed", message_channels=["zalo"])
    assert of(citizen) == ("needed", ["sms"])
    assert Profile.objects.get(user=citizen).reaching_channels() == []


@pytest.mark.parametrize("phone", ["", "02373852246"])
def test_without_a_mobile_number_no_message_is_offered_and_the_page_says_how_to_get_one(client, citizen, phone):
    save(client, message_channels=["sms", "zalo"])
    Profile.objects.filter(user=citizen).update(phone=phone)
    assert Profile.objects.get(user=citizen).reaching_channels() == []
    shown = page(client)
    assert shown.select("[name=message_channels]") == []
    assert shown.select_one(".portal-callout a")["href"] == reverse("account_profile")
    save(client)
    Profile.objects.filter(user=citizen).update(phone="0912345678")
    assert Profile.objects.get(user=citizen).reaching_channels() == ["sms", "zalo"]


def test_nothing_but_the_choices_is_changed(client, citizen):
    save(client, phone="0999999999", full_name="X", consent_version="0", user=make_citizen().pk)
    profile = Profile.objects.get(user=citizen)
    assert (profile.phone, profile.full_name, profile.consent_version) == ("0912345678", "Lê Thị Nhi", "1")


def test_reading_writes_nothing_for_somebody_without_details(client):
    editor = make_editor()
    log_in(client, editor)
    assert client.get(reverse("account_notifications")).status_code == 200
    assert not Profile.objects.filter(user=editor).exists()
    save(client, notify_about="needed")
    assert of(editor) == ("needed", [])


def test_the_account_page_leads_there(client, citizen):
    assert reverse("account_notifications") in client.get(reverse("account_overview")).content.decode()


def test_a_closed_account_keeps_no_choice(client, citizen, settings):
    save(client, message_channels=["sms"])
    close_account(citizen)
    assert not Profile.objects.filter(user=citizen).exists()
