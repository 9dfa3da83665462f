"""Health: answers in time when the database is down, tells what is wrong and no secrets."""

import time
from collections import namedtuple
from datetime import timedelta
from threading import Event

import pytest
from django.db import connections
from django.utils import timezone

from core import health
from outbox.models import Delivery, Routine

pytestmark = pytest.mark.django_db


@pytest.fixture
def database_down(monkeypatch):
    def refuse(self):
        raise OSError("connection refused to secret-host")

    monkeypatch.setattr(type(connections["default"]), "cursor", refuse)


@pytest.fixture
def database_hangs(monkeypatch):
    """A database that takes a connection and does not answer before the test is over."""
    over = Event()

    def wait(self):
        over.wait(30)
        raise OSError("the test is over")

    monkeypatch.setattr(type(connections["default"]), "cursor", wait)
    yield
    over.set()


def test_a_process_that_runs_is_alive_whatever_the_database_does(client, database_down):
    answer = client.get("/livez")
    assert (answer.status_code, answer.content, answer.headers["Cache-Control"]) == (200, b"ok\n", "no-store")


def test_ready_while_the_database_answers(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True})
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("fault", ["database_down", "database_hangs"])
def test_not_ready_within_two_seconds_when_the_database_is_gone(client, request, fault):
    request.getfixturevalue(fault)
    began = time.monotonic()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False})
    assert time.monotonic() - began < 2


def test_everything_in_order(client):
    answer = client.get("/healthz")
    document = answer.json()
    assert (answer.status_code, document["status"]) == (200, "ok")
    assert list(document["checks"]) == [
        *("disk", "database", "migrations", "outbox", "calendar", "private_storage", "virus_scanner")
    ]
    assert document["checks"]["migrations"] == {"ok": True, "pending": 0}
    assert document["checks"]["disk"]["free_megabytes"] > 0
    channels = dict.fromkeys(("mail", "sms", "virus_scanner", "zalo"), "closed")
    late = {"oldest_seconds": 0, "due": 0, "dead_letters": 0, "channels": channels, "failing_routines": []}
    assert document["checks"]["outbox"] == {"ok": True, **late}


def test_a_database_that_is_down_is_told_in_json_without_its_words(client, database_down):
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["checks"]["database"] == {"ok": False}
    assert "outbox" not in answer.json()["checks"]
    assert "secret" not in answer.content.decode()


def test_a_check_that_fails_itself_is_told_by_its_class(client, settings, monkeypatch):
    settings.HEALTH_CHECKS = {"disk": "core.health.disk"}
    monkeypatch.setattr("shutil.disk_usage", lambda place: 1 / 0)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["checks"] == {"disk": {"ok": False, "error": "ZeroDivisionError"}}


def test_a_disk_that_is_nearly_full_is_told(monkeypatch):
    usage = namedtuple("usage", "free")
    monkeypatch.setattr("shutil.disk_usage", lambda place: usage(100 * health.MEGABYTE))
    assert health.disk() == health.Finding(ok=False, facts={"free_megabytes": 100})


def test_pending_migrations_are_told(monkeypatch):
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda self, targets: [("x", False)])
    assert health.migrations() == health.Finding(ok=False, facts={"pending": 1})


@pytest.mark.parametrize(("minutes", "ok"), [(29, True), (31, False)])
def test_what_waits_too_long_in_the_outbox_is_told(client, minutes, ok):
    now = timezone.now()
    Delivery.objects.create(kind="x", dedup_key="a", due_at=now - timedelta(minutes=minutes))
    Delivery.objects.create(kind="x", dedup_key="later", due_at=now + timedelta(days=20))
    Delivery.objects.create(kind="x", dedup_key="dead", due_at=now - timedelta(days=2), failed_at=now)
    Routine.objects.create(name="publish_scheduled", last_error="RuntimeError: x")
    outbox = client.get("/healthz").json()["checks"]["outbox"]
    assert (outbox["ok"], outbox["due"], outbox["dead_letters"]) == (ok, 1, 1)
    assert minutes * 60 <= outbox["oldest_seconds"] < minutes * 60 + 30
    assert outbox["failing_routines"] == ["publish_scheduled"]


@pytest.mark.parametrize("address", ["/livez", "/readyz", "/healthz"])
def test_health_is_only_read(client, address):
    assert client.post(address).status_code == 405
