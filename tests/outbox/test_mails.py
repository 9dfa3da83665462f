"""Every attempt at one delivery sends the same mail: one Message-ID, which tells nobody what it is about."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from outbox import mails, worker
from outbox.models import Delivery
from outbox.queue import put

pytestmark = pytest.mark.django_db
KEY = "submission.mail:019f-dossier:event:5"


def send(payload):
    mails.send(EmailMessage("Tin", "Chữ", "a@portal.example", ["b@portal.example"]))


def send_and_die(payload):
    send(payload)
    raise ConnectionResetError("after the server had taken it")


@pytest.fixture(autouse=True)
def _handlers(settings):
    settings.OUTBOX_HANDLERS = {"mail": "tests.outbox.test_mails.send_and_die"}
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example:8443"


def ids():
    return [message.message()["Message-ID"] for message in mail.outbox]


def test_a_mail_that_is_tried_again_keeps_its_name(settings):
    put("mail", {}, key=KEY)
    worker.deliver_next()
    Delivery.objects.update(run_after=timezone.now() - timedelta(seconds=1))
    settings.OUTBOX_HANDLERS = {"mail": "tests.outbox.test_mails.send"}
    worker.deliver_next()
    assert len(ids()) == 2
    assert len(set(ids())) == 1
    assert ids()[0].endswith("@portal.example>")
    assert "dossier" not in ids()[0]


def test_another_delivery_has_another_name():
    put("mail", {}, key=KEY)
    put("mail", {}, key=f"{KEY}6")
    while worker.deliver_next():
        pass
    assert len(set(ids())) == 2


def test_outside_of_a_delivery_a_mail_has_any_name():
    send({})
    send({})
    assert len(set(ids())) == 2
