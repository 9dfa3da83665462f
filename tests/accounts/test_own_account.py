"""One's own account: details, password, address, devices, data, closing."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts import limits
from accounts.closing import ClosingRefused
from accounts.devices import device_name
from accounts.models import Profile, User
from core.links import Link
from tests.builders import trunk
from tests.builders_accounts import (
    PASSWORD,
    confirm_again,
    give_second_factor,
    last_code,
    log_in,
    mails_to,
    make_citizen,
    make_editor,
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


# Details


def details(**changes):
    return {"full_name": "Lê Thị Nhi", "applicant_type": "citizen", **changes}


def test_details_are_kept_in_one_form(client, citizen):
    given = details(identification_number="038 085 000 001", phone="+84 912 345 678", address=" 1  Lê Lợi ")
    assert client.post(reverse("account_profile"), given).url == reverse("account_overview")
    profile = Profile.objects.get(user=citizen)
    assert (profile.identification_number, profile.phone) == ("038085000001", "0912345678")
    assert profile.address == "1 Lê Lợi"


def test_wrong_details_are_refused_and_what_was_typed_stays(client, citizen):
    with translation.override("en"):
        answer = client.post(reverse("account_profile"), details(identification_number="123", full_name="Khác"))
    assert answer.status_code == 200
    assert "exactly 12 digits" in words(answer.content)
    assert 'value="Khác"' in answer.content.decode()
    assert Profile.objects.get(user=citizen).full_name == "Lê Thị Nhi"


def test_a_business_has_a_name(client, citizen):
    answer = client.post(reverse("account_profile"), details(applicant_type="business"))
    assert answer.status_code == 200
    assert "govuk-error-message" in answer.content.decode()
    given = details(applicant_type="business", organisation_name="Công ty A", business_number="2800123456")
    assert client.post(reverse("account_profile"), given).status_code == 302


def test_nothing_but_the_details_can_be_changed(client, citizen):
    other = make_citizen()
    extra = {"user": other.pk, "user_id": other.pk, "id": other.profile.pk, "consent_version": "0", "email": "x@y.vn",
             "is_superuser": "1", "is_staff": "1", "seen_notices_at": "2020-01-01"}  # fmt: skip
    client.post(reverse("account_profile"), details(full_name="Mới", **extra))
    profile = Profile.objects.get(user=citizen)
    assert (profile.full_name, profile.consent_version, profile.seen_notices_at) == ("Mới", "1", None)
    assert Profile.objects.get(user=other).full_name == "Lê Thị Nhi"
    citizen.refresh_from_db()
    assert not any((citizen.is_staff, citizen.is_superuser))


def test_reading_writes_nothing_for_somebody_without_details(client):
    editor = make_editor()
    log_in(client, editor)
    assert client.get(reverse("account_profile")).status_code == 200
    assert client.get(reverse("account_overview")).status_code == 200
    assert not Profile.objects.filter(user=editor).exists()
    client.post(reverse("account_profile"), details())
    assert Profile.objects.filter(user=editor).exists()


def test_other_rooms_add_links(client, citizen, settings):
    settings.ACCOUNT_LINKS = [f"{__name__}.link"]
    assert '<a href="/ho-so/">Hồ sơ của tôi</a>' in client.get(reverse("account_overview")).content.decode()


def link(request):
    return Link("Hồ sơ của tôi", "/ho-so/")


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
    for _ in range(limits.LOG_IN_ACCOUNT.times - 1):
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


# Data and closing


def test_ones_own_data_are_downloaded_after_the_password(client, citizen, settings):
    settings.ACCOUNT_EXPORTS = ["accounts.exports.own_data", f"{__name__}.more"]
    give_second_factor(citizen)
    assert client.get(reverse("account_export")).status_code == 302
    confirm_again(client)
    answer = client.get(reverse("account_export"))
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    data = json.loads(answer.content)
    assert data["account"]["email"] == citizen.email
    assert data["profile"]["full_name"] == "Lê Thị Nhi"
    assert data["submissions"] == [citizen.pk]
    assert "Lê Thị Nhi" in answer.content.decode()
    assert "secret" not in answer.content.decode()
    assert "password" not in answer.content.decode()


def more(user):
    return {"submissions": [user.pk]}


def test_two_exports_must_not_use_the_same_name(citizen, settings):
    from accounts.exports import everything_about

    settings.ACCOUNT_EXPORTS = [f"{__name__}.more"] * 2
    with pytest.raises(ValueError, match="submissions"):
        everything_about(citizen)


SEEN: list[str] = []


def remember(user):
    SEEN.append(user.email)


def refuse(user):
    raise ClosingRefused("Bạn còn hồ sơ đang chờ bổ sung.")


def close(client):
    confirm_again(client)
    return client.post(reverse("account_close"), {"sure": "on"})


def test_a_closed_account_tells_nothing_of_its_owner(client, citizen, settings):
    settings.ACCOUNT_CLOSING_CHECKS = [f"{__name__}.remember"]
    email, other = citizen.email, Client()
    log_in(other, citizen)
    give_second_factor(citizen)
    assert close(client).url == reverse("account_closed")
    assert SEEN[-1] == email
    gone = User.objects.get(pk=citizen.pk)
    assert gone.email.endswith("@closed.invalid")
    assert not gone.is_active
    assert not gone.has_usable_password()
    assert (gone.first_name, gone.last_name, gone.last_login) == ("", "", None)
    for model in (Profile, EmailAddress, Authenticator, UserSession):
        assert not model.objects.filter(user=gone).exists()
    assert not [session for session in Session.objects.all() if session.get_decoded().get(SESSION_KEY) == str(gone.pk)]
    assert not is_logged_in(client)
    assert not is_logged_in(other)
    assert mails_to(email)[-1]["name"] == "account_closed"
    assert log_in(Client(), citizen).status_code == 200


def test_the_address_of_a_closed_account_may_sign_up_again(client, citizen):
    close(client)
    given = {"full_name": "Lê Thị Nhi", "email": citizen.email, "password1": NEW_PASSWORD, "consent": "on"}
    Client().post(reverse("account_signup"), given)
    assert mails_to(citizen.email)[-1]["name"] == "code_for_sign_up"


def test_closing_needs_the_password_and_the_tick(client, citizen):
    answer = client.post(reverse("account_close"), {"sure": "on"})
    assert answer.url.startswith(reverse("account_reauthenticate"))
    confirm_again(client)
    assert client.post(reverse("account_close"), {}).status_code == 200
    assert User.objects.get(pk=citizen.pk).is_active


def test_a_check_that_refuses_leaves_everything_as_it_was(client, citizen, settings):
    settings.ACCOUNT_CLOSING_CHECKS = [f"{__name__}.refuse"]
    answer = close(client)
    assert answer.status_code == 200
    assert "Bạn còn hồ sơ đang chờ bổ sung." in words(answer.content)
    assert User.objects.get(pk=citizen.pk).email == citizen.email
    assert Profile.objects.filter(user=citizen).exists()


def test_an_editor_cannot_close_the_account(client):
    editor = make_editor()
    log_in(client, editor)
    assert close(client).status_code == 200
    assert User.objects.get(pk=editor.pk).is_active
