"""What is refused at signing up, logging in and changing passwords is said in Vietnamese, every word of it."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders_accounts import PASSWORD, confirm_again, log_in, make_citizen
from tests.markup import soup

pytestmark = pytest.mark.django_db

ENGLISH = re.compile(
    r"\b(the|this|that|is|are|was|be|must|your|you|please|enter|not|with|and|password|username|too|short|common|valid|"
    r"address|account|field|required|incorrect|invalid|character|characters)\b",
    re.IGNORECASE,
)
SIGN_UP = {"full_name": "Lê Thị Nhi", "email": "nhi@example.vn", "password1": PASSWORD, "consent": "on"}
PASSWORDS = {
    "short": "a1",
    "digits": "8462957301",
    "common": "password123",
    "address": "nhi@example.vn",
    "blank": "",
    "nul": "mot-mat\x00-khau",
}


def errors_of(answer: Any) -> list[str]:
    """The texts of the errors on the page; there are some."""
    assert answer.status_code in (200, 400, 429), answer.status_code
    shown = soup(answer.content).select(".govuk-error-message, .govuk-error-summary li")
    found = [" ".join(one.get_text(" ").split()) for one in shown]
    assert found
    return found


def english_in(answer: Any) -> list[str]:
    return [text for text in errors_of(answer) if ENGLISH.search(text)]


@pytest.mark.parametrize("password", PASSWORDS.values(), ids=PASSWORDS)
def test_a_password_is_refused_in_vietnamese_at_signing_up(client, password):
    answer = client.post(reverse("account_signup"), SIGN_UP | {"password1": password}, follow=True)
    assert english_in(answer) == []


@pytest.mark.parametrize(
    "typed", [{}, SIGN_UP | {"email": "nhi"}, SIGN_UP | {"email": "nhi@"}, SIGN_UP | {"full_name": "x" * 200}]
)
def test_what_is_missing_or_wrong_is_said_in_vietnamese_at_signing_up(client, typed):
    assert english_in(client.post(reverse("account_signup"), typed, follow=True)) == []


@pytest.mark.parametrize("typed", [{}, {"login": "nhi", "password": "x"}, {"login": "n@example.vn", "password": "x"}])
def test_a_log_in_fails_in_vietnamese(client, typed):
    assert english_in(client.post(reverse("account_login"), typed, follow=True)) == []


@pytest.mark.parametrize("typed", [{}, {"email": "nhi"}])
def test_asking_for_a_new_password_fails_in_vietnamese(client, typed):
    assert english_in(client.post(reverse("account_reset_password"), typed, follow=True)) == []


@pytest.fixture
def inside():
    """Somebody logged in who just gave the password."""
    client, user = Client(), make_citizen("nhi@example.vn")
    log_in(client, user)
    confirm_again(client)
    return client


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"oldpassword": "sai", "password1": "mot-mat-khau-khac"},
        *({"oldpassword": PASSWORD, "password1": password} for password in ("a1", "password123", "8462957301")),
    ],
)
def test_a_change_of_password_fails_in_vietnamese(inside, typed):
    assert english_in(inside.post(reverse("account_change_password"), typed, follow=True)) == []


@pytest.mark.parametrize("email", ["", "nhi", "nhi@example.vn"])
def test_another_address_is_refused_in_vietnamese(inside, email):
    answer = inside.post(reverse("account_email"), {"email": email, "action_add": "1"}, follow=True)
    assert english_in(answer) == []
