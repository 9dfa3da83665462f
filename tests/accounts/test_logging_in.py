"""Logging in and out: equal answers, limits that hold across processes, ways on that stay on the portal."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings as site
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation

from accounts import limits
from accounts.models import User
from tests.builders import trunk
from tests.builders_accounts import (
    PASSWORD,
    hashed,
    last_code,
    log_in,
    make_citizen,
    make_editor,
    normal,
)
from tests.markup import soup, words

pytestmark = pytest.mark.django_db

UNKNOWN = "khong-co@example.vn"


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


def is_logged_in(client):
    return SESSION_KEY in client.session


def attempt(client, email, password="sai-mat-khau", **more):  # noqa: S107 (a wrong one)
    return client.post(reverse("account_login"), {"login": email, "password": password}, **more)


def test_whoever_logs_in_comes_to_the_account(client):
    user = make_citizen()
    assert log_in(client, user).url == "/tai-khoan/"
    assert is_logged_in(client)
    assert site.SESSION_COOKIE_NAME in client.cookies


def test_the_case_of_the_address_does_not_matter(client):
    user = make_citizen("le.nhi@example.vn")
    attempt(client, "Le.Nhi@Example.VN", PASSWORD)
    assert is_logged_in(client)
    assert int(client.session[SESSION_KEY]) == user.pk


def test_an_unknown_address_and_a_wrong_password_get_the_same_answer():
    known = make_citizen()
    answers = {email: attempt(Client(), email) for email in (known.email, UNKNOWN)}
    assert answers[UNKNOWN].status_code == answers[known.email].status_code == 200
    assert normal(answers[UNKNOWN], UNKNOWN) == normal(answers[known.email], known.email)


def test_logging_in_hashes_once_whether_or_not_the_address_is_known(monkeypatch):
    known, closed = make_citizen(), make_citizen()
    User.objects.filter(pk=closed.pk).update(is_active=False)
    for email in (known.email, UNKNOWN, closed.email):
        assert hashed(monkeypatch, lambda email=email: attempt(Client(), email)) == 1, email


def test_a_closed_account_stays_closed(client):
    user = make_citizen()
    User.objects.filter(pk=user.pk).update(is_active=False)
    log_in(client, user)
    assert not is_logged_in(client)


def test_disabling_somebody_ends_the_session(client):
    user = make_citizen()
    log_in(client, user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(reverse("account_overview")).status_code == 302


@pytest.mark.parametrize(
    "way",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "http://testserver@evil.example/",
        "http://other.example/tai-khoan/",
        " //evil.example",
        "\t//evil.example",
    ],
)
def test_the_way_on_never_leads_away(client, way):
    user = make_citizen()
    assert log_in(client, user, next=way).url == "/tai-khoan/"
    assert client.post(reverse("account_logout"), {"next": way}).url == reverse("account_login")


@override_settings(ALLOWED_HOSTS=["testserver", "other.example"], CSRF_TRUSTED_ORIGINS=["https://third.example"])
@pytest.mark.parametrize("way", ["http://other.example/x", "https://third.example/x"])
def test_the_way_on_stays_on_this_very_host(client, way):
    assert log_in(client, make_citizen(), next=way).url == "/tai-khoan/"


def test_the_way_on_is_kept_from_page_to_page(client):
    page = soup(client.get(reverse("account_login") + "?next=/tai-khoan/ho-so-ca-nhan/").content)
    assert page.select_one("main input[name=next]")["value"] == "/tai-khoan/ho-so-ca-nhan/"
    assert page.select_one('main a[href*="dang-ky"]')["href"].endswith("?next=%2Ftai-khoan%2Fho-so-ca-nhan%2F")
    assert log_in(client, make_citizen(), next="/tai-khoan/ho-so-ca-nhan/").url == "/tai-khoan/ho-so-ca-nhan/"


def test_too_many_wrong_passwords_lock_the_account_for_every_process(monkeypatch):
    user = make_citizen()
    first, second = Client(), Client()
    for number in range(limits.LOG_IN.near):
        assert attempt((first, second)[number % 2], user.email).status_code == 200
    answer = attempt(second, user.email)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= limits.LOG_IN.seconds
    assert "10 phút" in words(answer.content)
    refused = hashed(monkeypatch, lambda: attempt(first, user.email, PASSWORD))
    assert refused == 0
    assert not is_logged_in(first)


def test_an_unknown_address_is_locked_just_the_same():
    for _ in range(limits.LOG_IN.near):
        assert attempt(Client(), UNKNOWN).status_code == 200
    assert attempt(Client(), UNKNOWN).status_code == 429


def test_right_passwords_are_not_counted():
    user = make_citizen()
    for _ in range(limits.LOG_IN.near + 2):
        client = Client()
        log_in(client, user)
        assert is_logged_in(client)


def test_wrong_passwords_of_many_accounts_are_counted_by_sender(monkeypatch):
    monkeypatch.setattr(limits, "LOG_IN", replace(limits.LOG_IN, name="few", sender=3))
    for number in range(3):
        assert attempt(Client(), f"a{number}@example.vn").status_code == 200
    assert attempt(Client(), "a4@example.vn").status_code == 429
    assert attempt(Client(), "a5@example.vn", headers={"x-forwarded-for": "203.0.113.9"}).status_code == 429
    assert attempt(Client(REMOTE_ADDR="203.0.113.9"), "a6@example.vn").status_code == 200


@pytest.mark.parametrize("name", ["account_signup", "account_reset_password"])
def test_other_doors_have_limits_by_sender_too(monkeypatch, name):
    few = limits.Limit("few", times=2, seconds=60)
    monkeypatch.setattr(limits, "SIGN_UP_SENDER", few)
    monkeypatch.setattr(limits, "RESET_SENDER", few)
    for _ in range(2):
        assert Client().post(reverse(name), {}, headers={"x-forwarded-for": "203.0.113.9"}).status_code == 200
    assert Client().post(reverse(name), {}, headers={"x-forwarded-for": "203.0.113.10"}).status_code == 429


def test_codes_to_one_address_are_limited_whether_or_not_it_is_known():
    known = make_citizen()
    for email in (known.email, UNKNOWN):
        statuses = [Client().post(reverse("account_reset_password"), {"email": email}).status_code for _ in range(11)]
        assert statuses == [302] * limits.CODES_TO_ADDRESS.near + [429]


def test_logging_out_ends_the_session_and_says_so(client):
    user = make_citizen()
    log_in(client, user)
    key = client.session.session_key
    assert client.get(reverse("account_logout")).status_code == 200
    assert is_logged_in(client)
    answer = client.post(reverse("account_logout"))
    assert not Session.objects.filter(session_key=key).exists()
    assert not UserSession.objects.filter(user=user).exists()
    with translation.override("vi"):
        assert "Bạn đã đăng xuất" in words(client.get(answer.url).content)


@pytest.mark.parametrize("path", ["/quan-tri/", "/quan-tri/pages/1/"])
def test_the_admin_sends_to_this_log_in_and_back(client, path):
    answer = client.get(path)
    assert answer.url.startswith("/quan-tri/login/?next=")
    assert client.get(answer.url).url == "/tai-khoan/dang-nhap/?" + urlencode({"next": path})
    assert log_in(client, make_editor(), next="/quan-tri/").url == "/quan-tri/"
    assert client.get("/quan-tri/").status_code == 200


def test_the_admin_has_no_second_door(client):
    user = make_editor()
    answer = client.get("/quan-tri/login/?next=/quan-tri/reports/")
    assert (answer.status_code, answer.url) == (302, "/tai-khoan/dang-nhap/?next=%2Fquan-tri%2Freports%2F")
    client.post("/quan-tri/login/", {"username": user.email, "password": PASSWORD})
    assert not is_logged_in(client)
    for path in ("/quan-tri/password_reset/", "/quan-tri/password_reset/confirm/MQ/abc-def/"):
        answer = client.get(path)
        assert (answer.status_code, answer.url) == (302, "/tai-khoan/quen-mat-khau/")
    log_in(client, user)
    assert "new_password" not in client.get("/quan-tri/account/").content.decode()


def test_somebody_made_by_an_administrator_confirms_the_address_at_the_first_log_in(client):
    user = User.objects.create_user("moi-duoc-cap@example.vn", PASSWORD)
    assert log_in(client, user).url == reverse("account_email_verification_sent")
    answer = client.post(reverse("account_email_verification_sent"), {"code": last_code(user.email)})
    assert answer.url == reverse("account_overview")
    assert EmailAddress.objects.get(user=user).verified


def test_a_citizen_does_not_get_into_the_admin(client):
    log_in(client, make_citizen())
    answer = client.get("/quan-tri/", follow=True)
    assert answer.status_code == 403
    assert "không có quyền" in words(answer.content)
    assert 'role="status"' not in client.get("/tai-khoan/").content.decode()
