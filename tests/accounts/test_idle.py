"""A log-in that nobody uses ends by itself; what was typed in the meantime is not lost."""

import time

import pytest
from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.idle import LAST_USED, UNATTENDED
from core.models import KeptPost
from services.forms.models import Note
from services.forms.rules.workflow import State
from tests.builders import trunk
from tests.builders_accounts import log_in, make_citizen, make_editor
from tests.builders_submissions import make_draft, make_officer, make_submission
from tests.markup import soup, words

pytestmark = pytest.mark.django_db
MINUTE = 60
PING = "/quan-tri/editing-sessions/ping/wagtailcore/page/1/1/"


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


@pytest.fixture
def later(monkeypatch):
    """`later(minutes)` moves the clock on."""
    now = [time.time()]
    monkeypatch.setattr("time.time", lambda: now[0])

    def move(minutes):
        now[0] += minutes * MINUTE

    return move


def seated(user):
    client = Client()
    client.force_login(user)
    return client


def is_in(client):
    return SESSION_KEY in client.session


@pytest.mark.parametrize(
    ("make", "page", "minutes"),
    [(make_citizen, "account_overview", 120), (make_officer, "desk", 30), (make_editor, "account_overview", 30)],
)
def test_it_ends_after_so_many_minutes_without_a_request(make, page, minutes, later):
    client = seated(make())
    later(minutes - 1)
    client.get(reverse(page))
    assert is_in(client)
    later(minutes - 1)
    client.get(reverse(page))
    assert is_in(client), "the request in between has counted"
    later(minutes)
    answer = client.get(reverse(page))
    assert answer.url.startswith(reverse("account_login"))
    assert not is_in(client)
    assert "không thao tác" in words(client.get(answer.url).content)


def test_both_times_are_settings(settings, later):
    settings.IDLE_MINUTES, settings.IDLE_MINUTES_OF_STAFF = 20, 5
    citizen, officer = seated(make_citizen()), seated(make_officer())
    later(6)
    citizen.get(reverse("account_overview"))
    officer.get(reverse("desk"))
    assert (is_in(citizen), is_in(officer)) == (True, False)


def test_a_log_in_is_written_once_a_minute_at_most(later):
    client = seated(make_citizen())
    written = set()
    for _time in range(8):
        later(0.25)
        client.get(reverse("account_terms"))
        written.add(client.session[LAST_USED])
    assert len(written) == 3
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("account_terms"))
    assert not [one for one in asked.captured_queries if not one["sql"].startswith("SELECT")]


@pytest.mark.parametrize("unattended", [True, False])
def test_what_a_script_does_by_itself_keeps_no_log_in_alive(unattended, later):
    draft = make_draft(make_citizen())
    client = seated(draft.owner)
    address = reverse("submission_step", args=[draft.pk, "owner"])
    headers = {UNATTENDED: "1"} if unattended else {}
    for _time in range(3):
        later(50)
        client.post(address, {"revision": "1", "automatic": "1"}, headers=headers)
    assert is_in(client) is not unattended


def test_an_open_page_of_the_admin_keeps_no_log_in_alive(later):
    client = seated(make_editor())
    for _time in range(4):
        later(10)
        client.post(PING)
    client.get("/quan-tri/")
    assert not is_in(client)


def test_a_new_log_in_is_used_from_the_start(client, later):
    user = make_citizen()
    log_in(client, user)
    assert client.session[LAST_USED] == int(time.time())


def test_what_was_typed_is_kept_past_the_end_and_the_next_log_in(later):
    officer, row = make_officer(), make_submission(State.FILED)
    address = reverse("desk_act", args=[row.pk, "note"])
    client = seated(officer)
    form = soup(client.get(address).content).select_one("main form[method=post]")
    fields = {box["name"]: box.get("value", "") for box in form.select("input[type=hidden]")}
    later(31)
    answer = client.post(address, {**fields, "text": "Đã gọi điện cho người nộp"}, follow=False)
    assert answer.url.startswith(reverse("account_login"))
    assert not Note.objects.exists()
    client.force_login(officer)
    kept = KeptPost.objects.get()
    assert "Đã gọi điện cho người nộp" in client.get(f"{address}?kept={kept.pk}").content.decode()
