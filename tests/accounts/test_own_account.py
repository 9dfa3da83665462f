"""One's own account: details, data, closing."""

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

from accounts.closing import ClosingRefused
from accounts.exports import everything_about
from accounts.models import Profile, User
from core.links import Link
from tests.builders import trunk
from tests.builders_accounts import (
    confirm_again,
    give_second_factor,
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
