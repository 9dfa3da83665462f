"""The second step at log-in: turning it on, using it, losing the phone; staff must have it."""

import ast
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from cryptography.fernet import InvalidToken
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts import encryption, limits
from accounts.groups import Role, ensure_groups
from accounts.second_factor import needs_mfa
from tests.builders import trunk
from tests.builders_accounts import (
    app_code,
    ask_for_link,
    confirm_again,
    give_second_factor,
    log_in,
    mails_to,
    make_citizen,
    make_editor,
    secret_of,
)
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


@pytest.fixture
def secured():
    """A citizen with an app on the phone."""
    user = make_citizen()
    user.secret = give_second_factor(user)
    return user


def is_logged_in(client):
    return SESSION_KEY in client.session


def enter(client, code):
    return client.post(reverse("mfa_authenticate"), {"code": code})


def test_it_is_turned_on_with_a_code_of_the_app(client, django_capture_on_commit_callbacks):
    user = make_citizen()
    log_in(client, user)
    confirm_again(client)
    page = soup(client.get(reverse("mfa_activate_totp")).content)
    secret = page.select_one("main .portal-secret").get_text()
    assert page.select_one("main svg path")["d"]
    assert "data:" not in str(page.main)
    assert client.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    assert len(soup(client.get(answer.url).content).select(".portal-codes li")) == 10
    assert secret_of(user) == secret
    assert mails_to(user.email)[-1]["name"] == "second_factor_on"
    file = client.get(reverse("mfa_download_recovery_codes"))
    assert len(file.content.decode().split()) == 10
    assert "attachment" in file.headers["Content-Disposition"]


def test_the_database_keeps_no_readable_secret(secured):
    stored = Authenticator.objects.get(user=secured).data["secret"]
    assert secured.secret not in stored
    assert encryption.decrypt(stored) == secured.secret


def test_a_secret_outlives_a_change_of_the_sites_secret_and_needs_one_of_them(settings):
    stored = encryption.encrypt("JBSWY3DP")
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-secret"
    with pytest.raises(InvalidToken):
        encryption.decrypt(stored)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert encryption.decrypt(stored) == "JBSWY3DP"


def test_the_password_alone_is_not_enough(client, secured):
    answer = log_in(client, secured, next="/tai-khoan/ho-so-ca-nhan/")
    assert answer.url.startswith(reverse("mfa_authenticate"))
    assert not is_logged_in(client)
    page = client.get(answer.url)
    assert faults(page.content) == []
    wrong = enter(client, "000000")
    assert wrong.status_code == 200
    assert faults(wrong.content) == []
    assert enter(client, app_code(secured.secret)).url == "/tai-khoan/ho-so-ca-nhan/"
    assert is_logged_in(client)


def test_a_code_works_once(client, secured):
    code = app_code(secured.secret)
    log_in(client, secured)
    enter(client, code)
    other = Client()
    log_in(other, secured)
    assert enter(other, code).status_code == 200
    assert not is_logged_in(other)


def test_a_recovery_code_works_once(client, secured):
    code = RecoveryCodes.activate(secured).get_unused_codes()[0]
    log_in(client, secured)
    assert enter(client, code).status_code == 302
    assert is_logged_in(client)
    other = Client()
    log_in(other, secured)
    assert enter(other, code).status_code == 200


def test_guessing_codes_is_limited_for_every_process(secured):
    first, second = Client(), Client()
    log_in(first, secured)
    log_in(second, secured)
    for number in range(limits.SECOND_FACTOR.near):
        assert enter((first, second)[number % 2], "000000").status_code == 200
    answer = enter(second, app_code(secured.secret))
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert not is_logged_in(second)


def test_it_is_turned_off_after_the_password(client, secured, django_capture_on_commit_callbacks):
    log_in(client, secured)
    enter(client, app_code(secured.secret))
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=secured).exists()
    confirm_again(client)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=secured).exists()
    assert mails_to(secured.email)[-1]["name"] == "second_factor_off"


def test_new_recovery_codes_replace_the_old_ones(client, secured, django_capture_on_commit_callbacks):
    old = RecoveryCodes.activate(secured).get_unused_codes()
    log_in(client, secured)
    enter(client, app_code(secured.secret))
    confirm_again(client)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_generate_recovery_codes"))
    new = RecoveryCodes.activate(secured).get_unused_codes()
    assert not set(old) & set(new)
    assert mails_to(secured.email)[-1]["name"] == "new_recovery_codes"


# Staff


def translator():
    ensure_groups()
    user = make_citizen()
    user.groups.add(Group.objects.get(name=Role.TRANSLATORS.value))
    return user


def officer(user):
    return user.email.startswith("can-bo")


def test_who_needs_a_second_step(settings):
    assert needs_mfa(make_editor())
    assert needs_mfa(translator())
    assert not needs_mfa(make_citizen())
    settings.MFA_REQUIRED_FOR = [f"{__name__}.officer"]
    assert needs_mfa(make_citizen("can-bo@example.vn"))


@pytest.mark.parametrize("make", [make_editor, translator])
def test_staff_get_no_further_than_to_turning_it_on(client, settings, make):
    settings.REQUIRE_STAFF_MFA = True
    user = make()
    log_in(client, user)
    for path in ("/quan-tri/", "/quan-tri/pages/", "/tai-khoan/", "/tai-khoan/ho-so-ca-nhan/", "/quan-tri/khong-co/"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer.url.startswith("/tai-khoan/xac-thuc-hai-lop/bat/?next=")
    asked = client.get(answer.url, follow=True)
    assert asked.status_code == 200
    with translation.override("vi"):
        assert "yêu cầu xác thực hai lớp" in words(asked.content)
    client.user = user
    client.post(ask_for_link(client))
    secret = soup(client.get(reverse("mfa_activate_totp")).content).select_one("main .portal-secret").get_text()
    client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})
    assert client.get("/quan-tri/").status_code == 200


def test_staff_may_log_out_and_read_the_public_pages_without_it(client, settings):
    settings.REQUIRE_STAFF_MFA = True
    log_in(client, make_editor())
    assert client.get("/").status_code == 200
    assert client.post(reverse("account_logout")).url == reverse("account_login")
    assert not is_logged_in(client)


def test_staff_cannot_turn_it_off(client, settings):
    settings.REQUIRE_STAFF_MFA = True
    user = make_editor()
    secret = give_second_factor(user)
    log_in(client, user)
    enter(client, app_code(secret))
    confirm_again(client)
    assert "không thể tắt" in words(client.get(reverse("mfa_deactivate_totp")).content)
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_citizens_are_not_asked(client, settings):
    settings.REQUIRE_STAFF_MFA = True
    log_in(client, make_citizen())
    assert client.get("/tai-khoan/").status_code == 200


def test_production_requires_it_and_the_demo_does_not():
    folder = Path(__file__).resolve().parents[2] / "site" / "config" / "settings"
    values = {}
    for name in ("production", "demo", "accounts"):
        for node in ast.parse((folder / f"{name}.py").read_text()).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "REQUIRE_STAFF_MFA":
                values[name] = node.value.value
    assert values == {"production": True, "accounts": False}
