"""A mail server that hangs holds mails alone: routines and other channels go on beside it."""

import time
from threading import Event, Thread

import pytest
from django.core.mail import EmailMessage
from django.db import connections

from config.settings import test as ours
from outbox import lanes, mails, worker
from outbox.models import Circuit, Delivery, Routine
from outbox.queue import put
from tests.outbox import deliveries
from tests.outbox.black_hole import black_hole

SECONDS = 20
"""The longest a test waits for what takes a moment."""


def send_mail(payload):
    mails.send(EmailMessage("Tin", "Chữ", "a@portal.example", ["b@portal.example"]))


@pytest.fixture
def into_the_black_hole(settings):
    """Mails go to a server that never answers; the other kinds do not."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", 0.5
    settings.OUTBOX_HANDLERS |= {"mail": "tests.outbox.test_lanes.send_mail", "scan": settings.OUTBOX_HANDLERS["good"]}
    settings.OUTBOX_CHANNELS = {"mail": "mail", "scan": "virus_scanner"}
    settings.OUTBOX_ROUTINES = {"r": ("tests.outbox.deliveries.routine", 0)}
    with black_hole() as (port, taken):
        settings.EMAIL_PORT = port
        yield taken


def until(true):
    for _ in range(SECONDS * 20):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it did not come about")


def run(worker_of, stop):
    try:
        worker_of(stop)
    finally:
        connections.close_all()


@pytest.mark.usefixtures("committed")
def test_routines_and_other_channels_go_on_while_mails_hang(into_the_black_hole):
    for number in range(8):
        put("mail", {"id": number}, key=f"mail{number}")
    put("scan", {"id": "scan"}, key="scan")
    put("good", {"id": "rest"}, key="rest")
    stop = Event()
    thread = Thread(target=run, args=(worker.work, stop), daemon=True)
    thread.start()
    try:
        until(lambda: into_the_black_hole)
        until(lambda: {each["id"] for each in deliveries.REACHED} == {"scan", "rest"})
        until(lambda: len(deliveries.RAN) >= 2)
        assert not Delivery.objects.filter(kind="mail", done_at__isnull=False).exists()
        until(lambda: Circuit.objects.filter(channel="mail", open_until__isnull=False).exists())
        before = len(into_the_black_hole)
        ran = len(deliveries.RAN)
        until(lambda: len(deliveries.RAN) > ran + 1)
        assert len(into_the_black_hole) == before == 5
    finally:
        stop.set()
        thread.join(SECONDS)
    assert not thread.is_alive()
    assert Routine.objects.get(name="r").last_error == ""


@pytest.mark.usefixtures("committed")
def test_a_lane_that_ends_by_a_fault_ends_the_worker(monkeypatch):
    monkeypatch.setattr(lanes, "channels", lambda: ["broken"])
    monkeypatch.setattr(worker, "deliver_batch", lambda stop, lane: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        worker.work(Event())


@pytest.mark.parametrize(
    ("kind", "payload", "channel"),
    [
        ("account.mail", {}, "mail"),
        ("submission.mail", {"event": 1}, "mail"),
        ("submission.message", {"event": 1, "channel": "zalo"}, "zalo"),
        ("attachment.scan", {}, "virus_scanner"),
        ("something.else", {}, lanes.REST),
    ],
)
def test_every_kind_has_its_channel(settings, kind, payload, channel):
    settings.OUTBOX_CHANNELS = ours.OUTBOX_CHANNELS
    assert lanes.channel_of(kind, payload) == channel


@pytest.mark.django_db
def test_every_delivery_is_in_one_lane(settings):
    settings.OUTBOX_CHANNELS = {"good": "mail"}
    put("good", {}, key="mail")
    put("failing", {"channel": "sms"}, key="sms")
    put("failing", {"channel": "carrier-pigeon"}, key="gone")
    put("failing", {}, key="none")
    found = {
        lane: set(lanes.in_lane(Delivery.objects.all(), lane).values_list("dedup_key", flat=True))
        for lane in (*lanes.channels(), lanes.REST)
    }
    assert found == {"mail": {"mail"}, "sms": {"sms"}, "zalo": set(), lanes.REST: {"gone", "none"}}
