"""A channel that does not answer is left alone for a while, then asked once; nothing else waits for it."""

import smtplib
from datetime import timedelta

import pytest
from django.utils import timezone

from outbox import ChannelDown, Undeliverable, circuits, health, worker
from outbox.models import Circuit, Delivery
from outbox.queue import put
from outbox.silences import is_silence
from tests.outbox import deliveries

DATABASE = pytest.mark.django_db


@pytest.mark.parametrize(
    ("error", "silent"),
    [
        (TimeoutError("timed out"), True),
        (ConnectionRefusedError(), True),
        (ConnectionResetError(), True),
        (OSError(113, "No route to host"), True),
        (smtplib.SMTPServerDisconnected("gone"), True),
        (smtplib.SMTPConnectError(554, "no"), True),
        (smtplib.SMTPAuthenticationError(535, "wrong"), True),
        (smtplib.SMTPDataError(421, "closing"), True),
        (ChannelDown(), True),
        (smtplib.SMTPRecipientsRefused({"a@b.example": (550, b"no such user")}), False),
        (smtplib.SMTPDataError(552, "too large"), False),
        (smtplib.SMTPSenderRefused(550, "no", "a@b.example"), False),
        (FileNotFoundError("template"), False),
        (OSError(28, "No space left on device"), False),
        (KeyError("name"), False),
        (Undeliverable(), False),
    ],
    ids=repr,
)
def test_a_silence_is_told_from_a_refusal(error, silent):
    assert is_silence(error) is silent


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, None), (4, None), (5, 30), (6, 60), (7, 120), (8, 300), (99, 300)]
)
def test_the_wait_grows_and_has_an_end(failures, seconds):
    assert circuits.wait_after(failures) == (None if seconds is None else timedelta(seconds=seconds))


@pytest.fixture
def two_channels(settings):
    """Mails that meet no server, and another channel that is well."""
    settings.OUTBOX_HANDLERS |= {"mail": "tests.outbox.deliveries.fail", "other": "tests.outbox.deliveries.deliver"}
    settings.OUTBOX_CHANNELS = {"mail": "mail", "other": "other"}


def come_due():
    Delivery.objects.update(run_after=timezone.now() - timedelta(seconds=1))


def wait_is_over():
    Circuit.objects.update(open_until=timezone.now() - timedelta(seconds=1))


def fill(count):
    for number in range(count):
        put("mail", {"id": number}, key=f"mail{number}")


def deliver_all():
    while worker.deliver_next():
        pass


def attempts():
    return sum(Delivery.objects.filter(kind="mail").values_list("attempts", flat=True))


@DATABASE
def test_after_five_failures_nothing_is_tried_and_no_attempt_is_used_up(two_channels):
    fill(9)
    put("other", {"id": "well"}, key="other")
    deliver_all()
    assert attempts() == 5
    assert deliveries.REACHED == [{"id": "well"}]
    come_due()
    deliver_all()
    assert attempts() == 5
    assert health.check().facts["channels"] == {"mail": "open", "other": "closed", "sms": "closed", "zalo": "closed"}


@DATABASE
def test_then_one_is_tried_and_when_it_fails_the_wait_is_longer(two_channels):
    fill(9)
    deliver_all()
    come_due()
    wait_is_over()
    assert health.check().facts["channels"]["mail"] == "half-open"
    before = timezone.now()
    deliver_all()
    assert attempts() == 6
    assert Circuit.objects.get().open_until >= before + timedelta(seconds=60)


@DATABASE
def test_when_it_answers_all_go(two_channels, settings):
    fill(9)
    deliver_all()
    come_due()
    wait_is_over()
    settings.OUTBOX_HANDLERS |= {"mail": "tests.outbox.deliveries.deliver"}
    deliver_all()
    assert len(deliveries.REACHED) == 9
    assert (Circuit.objects.get().failures, Circuit.objects.get().open_until) == (0, None)


@DATABASE
def test_while_one_is_under_way_as_a_probe_nobody_else_passes(two_channels):
    fill(9)
    deliver_all()
    wait_is_over()
    now = timezone.now()
    assert circuits.may_pass("mail", now)
    assert not circuits.may_pass("mail", now)
    assert circuits.may_pass("other", now)


@DATABASE
def test_a_no_is_an_answer(two_channels, settings):
    settings.OUTBOX_HANDLERS |= {"mail": "tests.outbox.deliveries.refuse"}
    fill(9)
    deliver_all()
    assert Delivery.objects.dead().count() == 9
    assert not Circuit.objects.exists()


@DATABASE
def test_messages_of_one_channel_do_not_wait_for_another(settings):
    settings.OUTBOX_HANDLERS |= {"message": "tests.outbox.deliveries.fail"}
    for number in range(6):
        put("message", {"id": number, "channel": "sms"}, key=f"sms{number}")
    deliver_all()
    put("message", {"id": 9, "channel": "zalo"}, key="zalo")
    deliver_all()
    assert dict(Circuit.objects.values_list("channel", "failures")) == {"sms": 5, "zalo": 1}
