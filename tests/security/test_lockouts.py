"""What everybody can name — an account, the code of a dossier, a mailbox — no stranger can shut its owner out of.

Through the real pages: strangers at many network addresses spend what they can, then the owner comes from her own.
"""

import time

import pytest
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from services.forms.submissions.tracking import tracking_code_of
from tests.builders import trunk
from tests.builders_accounts import PASSWORD, app_code, give_second_factor, last_code, log_in, make_citizen
from tests.builders_submissions import make_submission

pytestmark = pytest.mark.django_db

STRANGERS = [f"198.51.100.{number}" for number in range(30)]
HOME = "203.0.113.7"
WRONG_PASSWORD = "sai-mat-khau"


@pytest.fixture(autouse=True)
def _nothing_counted():
    trunk()
    cache.clear()
    yield
    cache.clear()


def at(address):
    return Client(REMOTE_ADDR=address)


def enter(client, user, password):
    return client.post(reverse("account_login"), {"login": user.email, "password": password}, follow=False)


def is_in(client):
    return SESSION_KEY in client.session


def strangers_try(act, times=45):
    """Each of the strangers in turn; the last answer."""
    for number in range(times):
        answer = act(at(STRANGERS[number % len(STRANGERS)]))
    return answer


def test_wrong_passwords_from_elsewhere_do_not_shut_the_owner_out():
    user = make_citizen()
    strangers_try(lambda client: enter(client, user, WRONG_PASSWORD))
    home = at(HOME)
    enter(home, user, WRONG_PASSWORD)
    cache.clear()  # the pause after a slip of the finger is over
    enter(home, user, PASSWORD)
    assert is_in(home)


def test_wrong_passwords_from_the_same_address_do_not_shut_out_a_device_that_is_known():
    user = make_citizen()
    own, stranger = at(HOME), at(HOME)
    enter(own, user, PASSWORD)
    own.post(reverse("account_logout"))
    for _time in range(12):
        answer = enter(stranger, user, WRONG_PASSWORD)
    assert stranger.get(answer["Location"]).status_code == 429
    enter(own, user, PASSWORD)
    assert is_in(own)
    fresh = at(HOME)
    enter(fresh, user, PASSWORD)
    assert not is_in(fresh)


def test_a_cookie_of_somebody_else_makes_no_device_known():
    victim, other = make_citizen(), make_citizen()
    client = at(HOME)
    enter(client, other, PASSWORD)
    client.post(reverse("account_logout"))
    for _time in range(12):
        answer = enter(client, victim, WRONG_PASSWORD)
    assert client.get(answer["Location"]).status_code == 429


def test_a_new_password_by_mail_lifts_the_limits_of_the_account():
    user = make_citizen()
    client = at(HOME)
    for _time in range(12):
        enter(client, user, WRONG_PASSWORD)
    enter(client, user, PASSWORD)
    assert not is_in(client)
    client.post(reverse("account_reset_password"), {"email": user.email})
    client.post(reverse("account_confirm_password_reset_code"), {"code": last_code(user.email)})
    client.post(reverse("account_complete_password_reset"), {"password1": "mot-mat-khau-khac-han"})
    enter(client, user, "mot-mat-khau-khac-han")
    assert is_in(client)


def test_wrong_codes_of_a_thief_do_not_shut_the_owner_out_of_the_second_step():
    user = make_citizen()
    secret = give_second_factor(user)
    thieves = [at(address) for address in STRANGERS[:6]]
    for thief in thieves:
        log_in(thief, user)
    for number in range(30):
        thieves[number % 6].post(reverse("mfa_authenticate"), {"code": "000000"})
    home = at(HOME)
    log_in(home, user)
    home.post(reverse("mfa_authenticate"), {"code": app_code(secret)})
    assert is_in(home)


def test_codes_asked_for_by_strangers_do_not_keep_the_owner_from_a_new_password():
    user = make_citizen()

    def ask(client):
        return client.post(reverse("account_reset_password"), {"email": user.email})

    strangers_try(ask, 40)
    home = at(HOME)
    assert ask(home).status_code == 302
    guesses = at(STRANGERS[0])
    for _time in range(12):
        guesses.post(reverse("account_confirm_password_reset_code"), {"code": "1111-1111"})
    answer = home.post(reverse("account_confirm_password_reset_code"), {"code": last_code(user.email)})
    assert answer["Location"] == reverse("account_complete_password_reset")


def test_mails_with_codes_to_one_mailbox_are_few_however_many_ask():
    user = make_citizen()
    sent = 0
    for number in range(90):
        client = at(STRANGERS[number % len(STRANGERS)])
        sent += client.post(reverse("account_reset_password"), {"email": user.email}).status_code == 302
    assert sent <= 60


@pytest.mark.parametrize("is_right", [True, False])
def test_tries_at_a_public_code_do_not_shut_the_owner_of_the_dossier_out(is_right):
    """Nor does she herself, by looking again and again."""
    filed = make_submission()

    def look(client, pin):
        return client.post(reverse("tracking"), {"code": filed.code, "pin": pin}, follow=True)

    if not is_right:
        strangers_try(lambda client: look(client, "AAAAAAAA"))
    home = at(HOME)
    for _time in range(25 if is_right else 1):
        assert filed.agency_name in look(home, tracking_code_of(filed)).content.decode()


def test_who_found_the_dossier_before_finds_it_beside_a_stranger_at_the_same_address():
    filed = make_submission()
    home, stranger = at(HOME), at(HOME)
    data = {"code": filed.code, "pin": tracking_code_of(filed)}
    home.post(reverse("tracking"), data)
    for _time in range(12):
        last = stranger.post(reverse("tracking"), {**data, "pin": "AAAAAAAA"})
    assert last.status_code == 429
    assert filed.agency_name in home.post(reverse("tracking"), data).content.decode()


def test_a_slip_of_the_finger_costs_seconds_while_strangers_guess(monkeypatch):
    user = make_citizen()
    strangers_try(lambda client: enter(client, user, WRONG_PASSWORD))
    home = at(HOME)
    assert home.get(enter(home, user, WRONG_PASSWORD)["Location"]).status_code == 200
    paused = home.get(enter(home, user, PASSWORD)["Location"])
    assert paused.status_code == 429
    assert int(paused.headers["Retry-After"]) <= 5
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 6)
    enter(home, user, PASSWORD)
    assert is_in(home)
