"""What opens an account: password, address, and the devices that are logged in."""

import time

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts import limits
from accounts.devices import device_name
from tests.builders import trunk
from tests.builders_accounts import (
    PASSWORD,
    confirm_again,
    last_code,
    log_in,
    mails_to,
    make_citizen,
)
from tests.markup import words

pytestmark = pytest.mark.django_db

NEW_PASSWORD = "mot-mat-khau-hoan-toan-moi"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


@pytest.fixture
def citizen(client):
    user = make_citizen()
    log_in(client, user)
    return user


def is_logged_in(client):
    return client.get(reverse("account_overview")).status_code == 200


# Password


def test_changing_the_password_logs_other_devices_out(client, citizen):
    other = Client()
    log_in(other, citizen)
    answer = client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW_PASSWORD})
    assert answer.url == reverse("account_overview")
    assert is_logged_in(client)
    assert not is_logged_in(other)
    assert UserSession.objects.filter(user=citizen).count() == 1
    assert mails_to(citizen.email)[-1]["name"] == "password_changed"
    assert log_in(Client(), citizen, NEW_PASSWORD).status_code == 302


def test_the_old_password_must_be_right_and_attempts_are_limited(client, citizen):
    def change():
        return client.post(reverse("account_change_password"), {"oldpassword": "sai", "password1": NEW_PASSWORD})

    assert change().status_code == 200
    for _ in range(limits.LOG_IN.device + limits.LOG_IN.near - 1):  # the device is known here
        change()
    assert change().status_code == 429
    citizen.refresh_from_db()
    assert citizen.check_password(PASSWORD)


def test_a_forgotten_password_is_replaced_with_a_code(client, citizen):
    stranger = Client()
    answer = stranger.post(reverse("account_reset_password"), {"email": citizen.email})
    assert answer.url == reverse("account_confirm_password_reset_code")
    assert stranger.post(answer.url, {"code": "0000-0000"}).status_code == 200
    answer = stranger.post(answer.url, {"code": last_code(citizen.email)})
    assert answer.url == reverse("account_complete_password_reset")
    assert stranger.post(answer.url, {"password1": "ngan"}).status_code == 200
    assert stranger.post(answer.url, {"password1": NEW_PASSWORD}).url == reverse("account_password_reset_completed")
    assert not is_logged_in(client)
    assert not UserSession.objects.filter(user=citizen).exists()
    assert log_in(Client(), citizen, NEW_PASSWORD).status_code == 302


def test_an_unknown_address_gets_the_same_pages_for_a_forgotten_password(client, citizen):
    pages = {}
    for email in (citizen.email, "khong-co@example.vn"):
        browser = Client()
        answer = browser.post(reverse("account_reset_password"), {"email": email})
        shown = words(browser.get(answer.url).content).replace(email, "")
        wrong = browser.post(answer.url, {"code": "0000-0000"})
        pages[email] = (
            answer.status_code,
            answer.url,
            shown,
            wrong.status_code,
            words(wrong.content).replace(email, ""),
        )
    assert pages[citizen.email] == pages["khong-co@example.vn"]
    assert [payload["name"] for payload in mails_to("khong-co@example.vn")] == ["unknown_address"]


def test_a_code_for_a_password_expires(client, citizen, settings):
    stranger = Client()
    stranger.post(reverse("account_reset_password"), {"email": citizen.email})
    settings.ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = -1
    answer = stranger.post(reverse("account_confirm_password_reset_code"), {"code": last_code(citizen.email)})
    with translation.override("vi"):
        assert "hết hiệu lực" in words(stranger.get(answer.url).content)
    assert stranger.get(reverse("account_complete_password_reset")).status_code == 302


# Address


def test_another_address_counts_when_its_code_was_entered(client, citizen):
    old, new = citizen.email, "dia-chi-moi@example.vn"
    confirm_again(client)
    answer = client.post(reverse("account_email"), {"email": new, "action_add": "1"})
    assert answer.url == reverse("account_email_verification_sent")
    citizen.refresh_from_db()
    assert citizen.email == old
    client.post(answer.url, {"code": last_code(new)})
    citizen.refresh_from_db()
    assert citizen.email == new
    assert list(EmailAddress.objects.filter(user=citizen).values_list("email", "verified", "primary")) == [
        (new, True, True)
    ]
    assert mails_to(old)[-1]["name"] == "address_changed"


def test_another_address_asks_for_the_password(client, citizen):
    answer = client.post(reverse("account_email"), {"email": "x@example.vn", "action_add": "1"})
    assert answer.url.startswith(reverse("account_reauthenticate"))
    assert mails_to("x@example.vn") == []


def test_an_address_of_somebody_else_cannot_be_taken_and_is_not_told(client, citizen):
    other = make_citizen()
    confirm_again(client)
    answers = []
    for email in (other.email, "khong-ai@example.vn"):
        answer = client.post(reverse("account_email"), {"email": email, "action_add": "1"})
        answers.append((answer.status_code, answer.url))
    assert answers[0] == answers[1]
    client.post(reverse("account_email"), {"email": other.email, "action_add": "1"})
    assert client.post(answers[0][1], {"code": last_code(other.email)}).status_code == 200
    citizen.refresh_from_db()
    assert citizen.email != other.email


# Devices


def test_devices_are_listed_and_ended_one_by_one(client, citizen):
    other = Client(headers={"user-agent": FIREFOX})
    log_in(other, citizen)
    page = client.get(reverse("usersessions_list"))
    assert "Firefox, Linux" in words(page.content)
    theirs = UserSession.objects.get(user_agent=FIREFOX)
    client.post(reverse("usersessions_list"), {"session": theirs.pk})
    assert not is_logged_in(other)
    assert is_logged_in(client)


def test_all_other_devices_are_ended_at_once(client, citizen):
    others = [Client(), Client()]
    for other in others:
        log_in(other, citizen)
    client.post(reverse("usersessions_list"), {"others": "1"})
    assert [is_logged_in(other) for other in others] == [False, False]
    assert is_logged_in(client)


def test_a_device_of_somebody_else_is_not_found(client, citizen):
    other, browser = make_citizen(), Client()
    log_in(browser, other)
    theirs = UserSession.objects.get(user=other)
    for named in (theirs.pk, "x", "", "9" * 30, "-1", "²"):
        assert client.post(reverse("usersessions_list"), {"session": named}).status_code == 404
    assert is_logged_in(browser)


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (FIREFOX, "Firefox, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120 Chrome/114 Safari/537.36", "Cốc Cốc, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_a_browser_is_named_as_people_know_it(user_agent, name):
    assert device_name(user_agent) == name


def test_the_answer_for_a_forgotten_password_waits_until_its_time(citizen, monkeypatch):
    monkeypatch.setattr("accounts.views.passwords.EVEN_SECONDS", 0.4)
    for email in (citizen.email, "khong-co@example.vn"):
        began = time.perf_counter()
        Client().post(reverse("account_reset_password"), {"email": email})
        assert time.perf_counter() - began >= 0.4
