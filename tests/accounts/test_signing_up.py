"""Signing up: code, wrong code, expired code, a new code; nobody learns whether an address is known."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from accounts.cleanup import forget_unconfirmed
from accounts.mails import deliver
from accounts.models import Profile, User
from outbox.models import Delivery
from tests.builders import trunk
from tests.builders_accounts import PASSWORD, hashed, last_code, log_in, mails_to, make_citizen, normal
from tests.markup import words

pytestmark = pytest.mark.django_db

NEW = "moi@example.vn"


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


def sign_up(client, email=NEW, **changes):
    data = {"full_name": "Lê Thị Nhi", "email": email, "password1": PASSWORD, "consent": "on", **changes}
    return client.post(reverse("account_signup"), {name: value for name, value in data.items() if value is not None})


def verify(client, code):
    return client.post(reverse("account_email_verification_sent"), {"code": code, "action": "verify"})


def test_a_citizen_signs_up_and_is_logged_in_with_the_code(client, settings):
    answer = sign_up(client)
    assert answer.url == reverse("account_email_verification_sent")
    done = verify(client, last_code(NEW))
    assert done.url == reverse("account_overview")
    profile = Profile.objects.get(user__email=NEW)
    assert profile.full_name == "Lê Thị Nhi"
    assert profile.consent_version == settings.ACCOUNT_TERMS_VERSION
    assert profile.consent_at is not None
    assert EmailAddress.objects.get(email=NEW).verified
    assert "Lê Thị Nhi" in words(client.get(done.url).content)


def test_the_code_may_be_typed_without_its_dash(client):
    sign_up(client)
    assert verify(client, last_code(NEW).replace("-", " ")).url == reverse("account_overview")


def test_the_mail_is_sent_by_the_outbox_in_the_language_of_the_page(client):
    with translation.override("en"):
        sign_up(client)
    payload = mails_to(NEW)[0]
    assert mail.outbox == []
    deliver(payload)
    sent = mail.outbox[0]
    assert sent.to == [NEW]
    assert sent.subject == "Code to confirm your e-mail address"
    assert payload["values"]["code"] in sent.body
    assert "15 minutes" in sent.body
    assert sent.content_subtype == "plain"
    assert not hasattr(sent, "alternatives")


def test_a_mail_to_somebody_who_is_gone_is_not_sent(client):
    sign_up(client)
    payload = mails_to(NEW)[0]
    User.objects.get(email=NEW).delete()
    deliver(payload)
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"full_name": " "}, "Full name"),
        ({"email": "no address"}, "email address"),
        ({"password1": "ngan"}, "too short"),
        ({"password1": "1234567890123"}, "numeric"),
        ({"password1": "moi@example.vn"}, "similar"),
        ({"consent": None}, "consent"),
        ({"password1": "mot-mat-\x00khau"}, "Null characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(client, changes, message):
    with translation.override("en"):
        answer = sign_up(client, **changes)
    assert answer.status_code == 200
    assert message in words(answer.content)
    assert not User.objects.exists()
    assert not Delivery.objects.exists()


def test_the_rules_for_a_password_are_told_before(client):
    with translation.override("en"):
        assert "At least 10 characters" in words(client.get(reverse("account_signup")).content)


def test_a_wrong_code_is_refused_and_the_third_ends_it(client):
    sign_up(client)
    with translation.override("en"):
        for _ in range(2):
            answer = verify(client, "0000-0000")
            assert answer.status_code == 200
            assert "This code is not right" in words(answer.content)
        answer = verify(client, "0000-0000")
        assert answer.url == reverse("account_login")
        assert "too many wrong codes" in words(client.get(answer.url).content)
    assert verify(client, last_code(NEW)).url != reverse("account_overview")
    assert not EmailAddress.objects.get(email=NEW).verified


def test_an_expired_code_is_refused_and_the_page_says_so(client, settings):
    sign_up(client)
    code = last_code(NEW)
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = -1
    with translation.override("en"):
        answer = verify(client, code)
        assert answer.url == reverse("account_login")
        assert "no longer valid" in words(client.get(answer.url).content)
    assert not EmailAddress.objects.get(email=NEW).verified


def test_a_new_code_replaces_the_old_one(client):
    sign_up(client)
    first = last_code(NEW)
    page = client.post(reverse("account_email_verification_sent"), {"action": "resend"}, follow=True)
    assert page.status_code == 200
    second = last_code(NEW)
    assert first != second
    assert verify(client, first).status_code == 200
    assert verify(client, second).url == reverse("account_overview")


def test_a_known_address_gets_the_same_answer_and_its_owner_a_notice():
    known = make_citizen()
    pages = {}
    for email in (NEW, known.email):
        browser = Client()
        answer = sign_up(browser, email)
        shown = browser.get(answer.url)
        wrong = verify(browser, "0000-0000")
        again = browser.post(reverse("account_email_verification_sent"), {"action": "resend"}, follow=True)
        pages[email] = (answer.status_code, answer.url, *(normal(page, email) for page in (shown, wrong, again)))
    assert pages[NEW] == pages[known.email]
    notice = mails_to(known.email)
    assert [payload["name"] for payload in notice] == ["already_registered"]
    assert "code" not in notice[0]["values"]
    assert User.objects.count() == 2


def test_signing_up_hashes_once_whether_or_not_the_address_is_known(monkeypatch):
    known = make_citizen()
    for email in (NEW, known.email, known.email.upper()):
        assert hashed(monkeypatch, lambda email=email: sign_up(Client(), email)) == 1, email


def test_logging_in_with_the_password_of_an_unconfirmed_account_tells_nothing():
    known = make_citizen()
    answers = []
    for email in (NEW, known.email):
        sign_up(Client(), email, password1="cua-ke-tan-cong-1")
        answer = Client().post(reverse("account_login"), {"login": email, "password": "cua-ke-tan-cong-1"})
        answers.append((answer.status_code, normal(answer, email)))
    assert answers[0] == answers[1]


def test_a_code_for_a_forgotten_password_opens_an_unconfirmed_account(client):
    sign_up(client)
    client.cookies.clear()
    client.post(reverse("account_reset_password"), {"email": NEW})
    client.post(reverse("account_confirm_password_reset_code"), {"code": last_code(NEW)})
    client.post(reverse("account_complete_password_reset"), {"password1": "mot-mat-khau-khac"})
    answer = log_in(client, User.objects.get(email=NEW), "mot-mat-khau-khac")
    assert answer.url == reverse("account_overview")


@pytest.mark.clock
def test_accounts_nobody_confirmed_are_deleted_after_a_week(settings):
    fresh, old, confirmed = make_citizen(confirmed=False), make_citizen(confirmed=False), make_citizen()
    week_ago = timezone.now() - timedelta(days=settings.UNCONFIRMED_DAYS, hours=1)
    User.objects.filter(pk__in=[old.pk, confirmed.pk]).update(date_joined=week_ago)
    forget_unconfirmed()
    assert set(User.objects.all()) == {fresh, confirmed}


def test_a_form_without_its_token_is_refused():
    careful = Client(enforce_csrf_checks=True)
    for name in ("account_signup", "account_login", "account_reset_password", "account_logout"):
        answer = careful.post(reverse(name), {"email": NEW})
        assert answer.status_code == 403
        assert "portal-main" in answer.content.decode()
    assert not User.objects.exists()
