"""Who takes data of people away as a file proves first that it is still she who sits there; and a line tells of it."""

import time
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from accounts.models import User
from services.forms.models import AuditEntry
from tests.builders_accounts import PASSWORD, confirm_again, just_confirmed
from tests.builders_submissions import make_officer, make_submission

pytestmark = pytest.mark.django_db
ADMIN_LIST = "/quan-tri/snippets/home/feedback/"


@pytest.fixture
def officer():
    filed = make_submission()
    user = make_officer()
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    user.client = Client()
    user.client.force_login(user)
    period = {"agency": str(filed.agency_key), "since": "2026-11-01", "until": "2026-11-30"}
    user.lists = {
        "list.export": (reverse("desk_export", args=["csv"]), {"queue": "all", "q": "x"}),
        "register.export": (reverse("desk_register"), {**period, "kind": "xlsx"}),
        "account.export": (reverse("account_export"), {}),
    }
    return user


@pytest.mark.parametrize("action", ["list.export", "register.export", "account.export"])
def test_the_password_comes_first_and_what_was_asked_for_after_it(officer, action):
    path, asked = officer.lists[action]
    answer = officer.client.get(path, asked)
    place = urlsplit(answer["Location"])
    assert (answer.status_code, place.path) == (302, reverse("account_reauthenticate"))
    (wanted,) = parse_qs(place.query)["next"]
    assert wanted == (f"{path}?{urlencode(asked)}" if asked else path)
    assert not AuditEntry.objects.filter(action=action).exists()
    wrong = officer.client.post(answer["Location"], {"password": "sai-mat-khau", "next": wanted})
    assert 'role="alert"' in wrong.content.decode()
    assert officer.client.post(answer["Location"], {"password": PASSWORD, "next": wanted})["Location"] == wanted
    assert "attachment" in officer.client.get(wanted)["Content-Disposition"]
    assert AuditEntry.objects.get(action=action).actor_id == officer.pk


def test_the_password_holds_for_a_quarter_of_an_hour(officer, monkeypatch):
    path, asked = officer.lists["list.export"]
    confirm_again(officer.client)
    now = time.time()
    for minutes, status in ((14, 200), (16, 302)):
        monkeypatch.setattr("time.time", lambda later=now + minutes * 60: later)
        assert officer.client.get(path, asked).status_code == status


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_lists_of_the_admin_ask_too(client, kind):
    user = User.objects.create_superuser("quan-tri@example.vn", PASSWORD)
    client.force_login(user)
    asked = {"export": kind, "handled": "false"}
    answer = client.get(ADMIN_LIST, asked)
    assert urlsplit(answer["Location"]).path == reverse("account_reauthenticate")
    assert parse_qs(urlsplit(answer["Location"]).query)["next"] == [f"{ADMIN_LIST}?{urlencode(asked)}"]
    just_confirmed(client, user)
    assert client.get(ADMIN_LIST, asked).status_code == 200
    assert AuditEntry.objects.get(action="admin.export").actor_id == user.pk
    assert client.get(ADMIN_LIST).status_code == 200


def test_whoever_is_not_logged_in_is_sent_to_the_log_in(client):
    assert client.get(ADMIN_LIST, {"export": "csv"})["Location"].startswith("/quan-tri/login/")
    answer = client.get(reverse("desk_export", args=["csv"]), {"queue": "all"})
    assert urlsplit(answer["Location"]).path == reverse("account_login")
