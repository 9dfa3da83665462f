"""One password, one address, however a keyboard writes them: in whatever Unicode form, case, with whatever blanks."""

import unicodedata

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import check_password, make_password
from django.test import Client
from django.urls import reverse

from accounts.emails import canonical
from accounts.models import User
from accounts.passwords import spellings
from tests.builders import trunk
from tests.builders_accounts import hashed, last_code, make_citizen

pytestmark = pytest.mark.django_db

PASSWORD = "Mật khẩu của bà Hoà ở Thanh Hóa"
OTHER = "Mật khẩu mới của bà Hoà ở Hà Nội"
UNKNOWN = "khong-co@example.vn"
FORMS = ("NFC", "NFD", "NFKC", "NFKD")
MIXED = unicodedata.normalize("NFC", PASSWORD[:16]) + unicodedata.normalize("NFD", PASSWORD[16:])


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


def written(text: str, form: str) -> str:
    return MIXED if form == "mixed" else unicodedata.normalize(form, text)


def logs_in(email: str, password: str) -> bool:
    client = Client()
    client.post(reverse("account_login"), {"login": email, "password": password})
    return SESSION_KEY in client.session


def with_password(password: str) -> User:
    """A citizen whose password was hashed exactly as it is written here."""
    user = make_citizen()
    User.objects.filter(pk=user.pk).update(password=make_password(password))
    return user


def test_the_forms_of_the_tests_differ():
    assert len({written(PASSWORD, form) for form in ("NFC", "NFD", "mixed")}) == 3


@pytest.mark.parametrize("typed", [*FORMS, "mixed"])
@pytest.mark.parametrize("hashed_as", FORMS)
def test_password_opens_in_whatever_form_it_was_hashed_and_is_typed(hashed_as, typed):
    user = with_password(written(PASSWORD, hashed_as))
    assert logs_in(user.email, written(PASSWORD, typed))


def test_password_hashed_in_a_mixed_form_opens_to_the_keyboard_that_wrote_it():
    assert logs_in(with_password(MIXED).email, MIXED)


def test_hash_of_an_older_form_is_made_anew_once():
    user = with_password(written(PASSWORD, "NFD"))
    assert logs_in(user.email, written(PASSWORD, "NFD"))
    user.refresh_from_db()
    assert check_password(written(PASSWORD, "NFC"), user.password)
    before = user.password
    assert logs_in(user.email, written(PASSWORD, "NFD"))
    user.refresh_from_db()
    assert user.password == before


@pytest.mark.parametrize("wrong", ["sai-mat-khau", PASSWORD.lower(), PASSWORD.replace("ậ", "â"), PASSWORD + " ", ""])
def test_another_password_opens_nothing(wrong):
    assert not logs_in(with_password(PASSWORD).email, wrong)


@pytest.mark.parametrize("form", ["NFC", "NFD", "mixed"])
def test_trying_takes_as_many_hashes_whoever_is_asked_for(monkeypatch, form):
    known, closed = with_password(OTHER), with_password(OTHER)
    User.objects.filter(pk=closed.pk).update(is_active=False)
    typed = written(PASSWORD, form)
    counts = {
        hashed(monkeypatch, lambda email=email: logs_in(email, typed)) for email in (known.email, UNKNOWN, closed.email)
    }
    assert counts == {len(spellings(typed))}


def sign_up(email: str, password: str) -> None:
    given = {"full_name": "Nguyễn Thị Hoà", "email": email, "password1": password, "consent": "on"}
    assert Client().post(reverse("account_signup"), given).status_code == 302


def test_signing_up_on_one_keyboard_and_logging_in_on_another():
    sign_up("hoa@example.vn", written(PASSWORD, "NFD"))
    EmailAddress.objects.update(verified=True)
    assert check_password(written(PASSWORD, "NFC"), User.objects.get(email="hoa@example.vn").password)
    assert logs_in("hoa@example.vn", written(PASSWORD, "NFC"))


def test_signing_up_hashes_once_for_a_known_and_an_unknown_address(monkeypatch):
    known = make_citizen()
    typed = written(PASSWORD, "NFD")
    assert {hashed(monkeypatch, lambda email=email: sign_up(email, typed)) for email in (known.email, UNKNOWN)} == {1}


def test_short_password_is_short_in_every_form(client):
    short = unicodedata.normalize("NFD", "Hoà ế ậ ở")
    assert len(short) >= 10
    given = {"full_name": "Nguyễn Thị Hoà", "email": UNKNOWN, "password1": short, "consent": "on"}
    client.post(reverse("account_signup"), given, follow=True)
    assert not User.objects.filter(email=UNKNOWN).exists()


def test_changing_a_password_asks_for_the_old_one_in_any_form(client):
    user = with_password(written(PASSWORD, "NFC"))
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    given = {"oldpassword": written(PASSWORD, "NFD"), "password1": written(OTHER, "NFD")}
    client.post(reverse("account_change_password"), given)
    assert logs_in(user.email, written(OTHER, "NFC"))
    assert SESSION_KEY in client.session


@pytest.mark.parametrize(
    "typed",
    [
        "LE.NHI@EXAMPLE.VN",
        "  le.nhi@example.vn\t",
        "le.nhi @example.vn",
        "\u200ble.nhi@example.vn\u00a0",
        "le.nhi@ＥＸＡＭＰＬＥ．ＶＮ",
        "ｌｅ.nhi＠example.vn",
    ],
)
def test_address_is_the_same_however_it_is_typed(typed):
    user = make_citizen("le.nhi@example.vn")
    user.set_password(PASSWORD)
    user.save()
    assert canonical(typed) == "le.nhi@example.vn"
    assert logs_in(typed, PASSWORD)
    Client().post(reverse("account_reset_password"), {"email": typed})
    assert last_code("le.nhi@example.vn")
    before = User.objects.count()
    sign_up(typed, PASSWORD)
    assert User.objects.count() == before, "the address has an account already"
    assert User.objects.with_email(typed).get() == user


def test_address_is_kept_in_one_form():
    sign_up(" Hoa.Nguyen@ＥＸＡＭＰＬＥ.vn ", PASSWORD)
    assert User.objects.get(email="hoa.nguyen@example.vn")
    assert EmailAddress.objects.get(email="hoa.nguyen@example.vn")


def test_domain_in_another_unicode_form_is_the_same_domain():
    decomposed = unicodedata.normalize("NFD", "hoa@thanhhóa.example")
    sign_up("hoa@thanhhóa.example", PASSWORD)
    EmailAddress.objects.update(verified=True)
    assert logs_in(decomposed, PASSWORD)
