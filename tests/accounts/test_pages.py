"""Every page of the account in both languages: sound markup, our own words, nothing anybody may keep."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts import urls
from core.url_zones import Zone, zone_of
from tests.builders import trunk
from tests.builders_accounts import confirm_again, give_second_factor, log_in, make_citizen
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db

ANONYMOUS = ["account_login", "account_signup", "account_reset_password", "account_terms", "account_inactive",
             "account_closed", "account_password_reset_completed"]  # fmt: skip
LOGGED_IN = ["account_overview", "account_profile", "account_email", "account_change_password", "usersessions_list",
             "mfa_index", "account_logout", "account_reauthenticate", "account_terms"]  # fmt: skip
CONFIRMED = ["mfa_activate_totp", "account_close"]
SECURED = ["mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_reauthenticate"]
LANGUAGES = ["vi", "en"]

NAMES = {pattern.name for pattern in urls.urlpatterns}


def address(name, language):
    with translation.override(language):
        return reverse(name, args=["x"] if name == "mfa_enrolment_link" else [])


def check(client, name, language):
    answer = client.get(address(name, language))
    assert answer.status_code == 200, (name, answer.status_code, answer.get("Location"))
    assert faults(answer.content) == []
    assert soup(answer.content).html["lang"] == language
    assert "no-store" in answer.headers["Cache-Control"]
    assert "private" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    ours = [template.name for template in answer.templates if template.name]
    assert not [name for name in ours if name.startswith(("allauth/", "socialaccount/"))]
    return answer


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ANONYMOUS)
def test_pages_for_everybody(client, name, language):
    trunk()
    check(client, name, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LOGGED_IN)
def test_pages_of_an_account(client, name, language):
    trunk()
    log_in(client, make_citizen())
    check(client, name, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CONFIRMED)
def test_pages_that_ask_for_the_password_again(client, name, language):
    trunk()
    log_in(client, make_citizen())
    refused = client.get(address(name, language))
    assert refused.status_code == 302
    assert refused.url.startswith(address("account_reauthenticate", language))
    confirm_again(client)
    check(client, name, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SECURED)
def test_pages_of_the_second_step(client, name, language):
    trunk()
    user = make_citizen()
    log_in(client, user)
    confirm_again(client)
    give_second_factor(user)
    RecoveryCodes.activate(user)
    check(client, name, language)


@pytest.mark.parametrize("name", LOGGED_IN[:6] + CONFIRMED + ["account_export"])
def test_nobody_else_sees_an_account(client, name):
    trunk()
    answer = client.get(address(name, "vi"))
    assert answer.status_code == 302
    assert answer.url.startswith(address("account_login", "vi"))


def test_addresses_are_vietnamese_and_english_and_stand_in_the_zone():
    for name in NAMES:
        assert address(name, "vi").startswith("/tai-khoan/")
        assert address(name, "en").startswith("/en/account/")
        assert zone_of(address(name, "vi")) is Zone.SESSION
    assert len({address(name, "vi") for name in NAMES}) == len(NAMES)


NOT_OFFERED = [
    *("/accounts/login/", "/tai-khoan/login/", "/tai-khoan/login/code/", "/tai-khoan/social/"),
    *("/en/account/phone/verify/", "/tai-khoan/password/set/", "/en/account/passkey/"),
]


@pytest.mark.parametrize("path", NOT_OFFERED)
def test_what_is_not_offered_has_no_address(client, path):
    trunk()
    assert client.get(path).status_code == 404


def test_the_words_are_not_those_of_the_library(client):
    trunk()
    log_in(client, make_citizen())
    with translation.override("en"):
        text = " ".join(words(client.get(address(name, "en")).content) for name in LOGGED_IN)
    for foreign in ("Sign In", "Sign Out", "Remember Me", "Email Addresses", "Two-Factor"):
        assert foreign not in text


def test_the_header_names_who_is_logged_in_on_own_pages_only(client):
    trunk()
    user = make_citizen()
    log_in(client, user)
    assert user.email in words(client.get(address("account_overview", "vi")).content)
    public = client.get("/")
    assert user.email not in public.content.decode()
    assert "public" in public.headers["Cache-Control"]
    assert "Cookie" not in public.headers.get("Vary", "")


@pytest.mark.parametrize("name", LOGGED_IN)
def test_every_form_that_posts_carries_its_token(client, name):
    trunk()
    log_in(client, make_citizen())
    forms = soup(client.get(address(name, "vi")).content).select('form[method="post"]')
    assert forms
    assert [form for form in forms if not form.select_one("input[name=csrfmiddlewaretoken][value]")] == []


def test_the_button_in_the_header_logs_out_with_its_token():
    trunk()
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make_citizen())
    header = soup(browser.get(address("account_overview", "vi")).content).select_one(".portal-person form")
    token = header.select_one("input[name=csrfmiddlewaretoken]")["value"]
    assert browser.post(header["action"], {"csrfmiddlewaretoken": token}).url == address("account_login", "vi")


def test_every_page_leads_to_the_account(client):
    trunk()
    for home, own in (("/", "/tai-khoan/"), ("/en/levels/", "/en/account/")):
        assert soup(client.get(home).content).select_one(f'.portal-person a[href="{own}"]')
