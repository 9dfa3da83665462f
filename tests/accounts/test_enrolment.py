"""The link from the mailbox, without which a stolen password would add a thief's device."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as site
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import limits
from accounts.models import EnrolmentLink
from tests.builders import trunk
from tests.builders_accounts import ask_for_link, confirm_again, log_in, mails_to, make_citizen, make_editor
from tests.markup import faults

pytestmark = [pytest.mark.clock, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


@pytest.fixture
def thief(settings):
    """Somebody who knows the password of an editor without a second factor, and nothing else."""
    settings.REQUIRE_STAFF_MFA = True
    user, client = make_editor(), Client()
    client.user = user
    log_in(client, user)
    return client


def is_shown_a_secret(client):
    answer = client.get(reverse("mfa_activate_totp"))
    return answer.status_code == 200 and "portal-secret" in answer.content.decode()


def test_a_stolen_password_adds_no_device(thief):
    confirm_again(thief)
    assert thief.get(reverse("mfa_activate_totp")).url == reverse("mfa_enrolment")
    assert thief.post(reverse("mfa_activate_totp"), {"code": "000000"}).url == reverse("mfa_enrolment")
    assert not Authenticator.objects.filter(user=thief.user).exists()
    page = thief.get(reverse("mfa_enrolment"))
    assert thief.user.email in page.content.decode()
    assert faults(page.content) == []


def test_the_link_is_sent_after_the_password_alone(thief):
    answer = thief.post(reverse("mfa_enrolment"))
    assert answer.url.startswith(reverse("account_reauthenticate"))
    assert not mails_to(thief.user.email)


def test_looking_at_the_link_opens_nothing_and_it_works_once(thief):
    link = ask_for_link(thief)
    assert faults(thief.get(link).content) == []
    assert not is_shown_a_secret(thief)
    other = Client()
    log_in(other, thief.user)
    thief.post(link)
    assert is_shown_a_secret(thief)
    assert other.post(link).url == reverse("mfa_enrolment")
    assert other.get(reverse("mfa_activate_totp")).url == reverse("mfa_enrolment")


def test_only_the_newest_link_works_and_only_in_its_own_account(thief):
    old = ask_for_link(thief)
    new = ask_for_link(thief)
    colleague = Client()
    log_in(colleague, make_editor())
    for client, link in ((thief, old), (colleague, new), (thief, new + "x/")):
        client.post(link)
        assert not is_shown_a_secret(client)
    thief.post(new)
    assert is_shown_a_secret(thief)


def test_the_link_and_what_it_opens_last_a_quarter_of_an_hour(thief, monkeypatch):
    link = ask_for_link(thief)
    EnrolmentLink.objects.update(expires_at=timezone.now())
    thief.post(link)
    assert not is_shown_a_secret(thief)
    thief.post(ask_for_link(thief))
    later = time.time() + site.CODE_MINUTES * 60 + 1
    monkeypatch.setattr("time.time", lambda: later)
    assert thief.get(reverse("mfa_activate_totp")).url == reverse("mfa_enrolment")


def test_links_to_one_mailbox_are_few(thief):
    confirm_again(thief)
    most = limits.CODES_TO_ADDRESS.near + limits.CODES_TO_ADDRESS.device
    answers = [thief.post(reverse("mfa_enrolment")) for _time in range(most + 1)]
    assert [answer.status_code for answer in answers] == [302] * most + [429]


def test_the_database_keeps_no_link_that_works(thief):
    secret = ask_for_link(thief).rstrip("/").rpartition("/")[2]
    assert secret not in str(EnrolmentLink.objects.values())


def test_where_no_link_is_needed_its_pages_lead_on(client):
    log_in(client, make_citizen())
    for path in (reverse("mfa_enrolment"), reverse("mfa_enrolment_link", args=["x"])):
        assert client.get(path).url == client.post(path).url == reverse("mfa_activate_totp")
