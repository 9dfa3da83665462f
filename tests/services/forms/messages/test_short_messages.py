"""Short messages and what a person wants to be told: nothing needed is held back, nothing private is sent."""

from pathlib import Path

import pytest
from django.core import mail
from django.utils import translation

from accounts.models import Profile
from outbox import Undeliverable, health, worker
from outbox.channels import newest_messages
from outbox.models import Delivery
from services.forms.messages import notifications, short_messages
from services.forms.messages.registry import LONGEST_SHORT, NOTIFICATIONS, is_wanted
from services.forms.messages.short_texts import LONGEST, short_text
from services.forms.models import Event
from services.forms.rules.transition_spec import NotificationType
from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import Actor, State
from services.forms.submissions import tracking
from tests.builders_accounts import make_citizen
from tests.builders_submissions import ANSWERS, make_submission

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

PHONE = "0912345678"
NEEDED = {
    "file",
    "withdraw",
    "refuse",
    "refuse_late",
    "ask_for_papers",
    "ask_for_payment",
    "stop",
    "resolve",
    "hand_over",
    "stop_late",
    "extend",
    "apologise_late",
    "recalculate",
}
"""What reaches everybody whatever was chosen."""
LETTERS = Path(__file__).resolve().parents[4] / "templates" / "emails" / "submissions"
LONGEST_CODE = "MINHHOA-" + "H" * 20 + "-261122-0001"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MESSAGE_FOLDER = str(tmp_path)
    settings.WAGTAILADMIN_BASE_URL = "https://dichvucong.thanhhoa.gov.vn"
    return tmp_path


@pytest.fixture
def owner():
    return make_citizen(phone=PHONE, message_channels=["sms"])


def deliver_all():
    while worker.deliver_next():
        pass


def refuses(self, to, text):
    raise Undeliverable(f"{to} is no customer")


def fails(self, to, text):
    raise TimeoutError("no answer")


def waiting(kind):
    return list(Delivery.objects.unsettled().filter(kind=kind))


def test_every_letter_and_every_transition_has_its_telling():
    assert set(STATE_CHANGES) | {"transfer", "record_payment", "extend", "apologise_late", "recalculate"} == set(
        NOTIFICATIONS
    )
    for language in ("vi", "en"):
        folder = LETTERS / language
        assert all((folder / f"{notification.letter}.txt").is_file() for notification in NOTIFICATIONS.values())


@pytest.mark.parametrize("name", NOTIFICATIONS)
def test_what_must_reach_everybody_is_wanted_by_whoever_wants_little(name):
    assert is_wanted(name, Profile(notify_about="needed")) == (name in NEEDED)
    assert is_wanted(name, Profile())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", NOTIFICATIONS)
def test_every_message_fits_into_one_sms(name, language):
    detail = dict.fromkeys(("due_at", "reply_until", "return_until"), "2026-12-02T10:00:00+00:00")
    with translation.override(language):
        for told in ({}, detail):
            text = short_text(NOTIFICATIONS[name], code=LONGEST_CODE, data=told, host="dichvucong.thanhhoa.gov.vn")
            assert len(text) <= LONGEST
            assert text.endswith(" dichvucong.thanhhoa.gov.vn")
            assert LONGEST_CODE in text
            assert "%(" not in text


def test_a_host_there_is_no_room_for_is_left_out():
    notification = NotificationType("filed", "x" * LONGEST_SHORT)
    text = short_text(notification, code=LONGEST_CODE, data={}, host="h" * 60)
    assert text.endswith("x" * LONGEST_SHORT)


def test_a_new_date_is_told_as_the_day_in_vietnam():
    notification = NotificationType("x", "changed.", dated="now %(date)s.")
    late = {"due_at": "2026-12-01T18:00:00+00:00"}
    assert "now 02/12/2026." in short_text(notification, code="C", data=late, host="h")
    assert "changed." in short_text(notification, code="C", data={"due_at": None}, host="h")


def test_a_message_has_the_code_and_the_host_and_nothing_private(owner, folder):
    submission = make_submission(State.SUPPLEMENT, owner=owner)
    deliver_all()
    told = newest_messages(folder)
    assert len(told) == 3
    for message in told:
        assert (message.channel, message.to) == ("sms", PHONE)
        assert submission.code in message.text
        assert "dichvucong.thanhhoa.gov.vn" in message.text
        assert message.text.isascii()
        for private in (ANSWERS["full_name"], "Hoa", tracking.tracking_code_of(submission), owner.email, "mờ", "mo"):
            assert private not in message.text.replace("MINHHOA", "").split()
        assert tracking.format_tracking_code(tracking.tracking_code_of(submission)) not in message.text
    assert len(mail.outbox) == 3


def test_whoever_chose_no_channel_gets_mail_alone(folder):
    make_submission(owner=make_citizen(phone=PHONE))
    assert waiting(short_messages.KIND) == []
    deliver_all()
    assert (len(mail.outbox), newest_messages(folder)) == (1, [])


def test_where_there_is_no_channel_nobody_is_asked(owner, settings, django_assert_num_queries):
    settings.MESSAGE_CHANNELS = {}
    event = make_submission(owner=owner).events.get()
    with django_assert_num_queries(0):
        short_messages.announce(event)
    assert waiting(short_messages.KIND) == []


def test_whoever_wants_little_gets_what_is_needed_by_mail_and_message(folder):
    owner = make_citizen(phone=PHONE, message_channels=["zalo"], notify_about="needed")
    submission = make_submission(State.HANDED_OVER, owner=owner)
    deliver_all()
    told = [event.move for event in submission.events.all() if event.move in NEEDED]
    assert told == ["file", "resolve", "hand_over"]
    assert (len(mail.outbox), len(newest_messages(folder))) == (3, 3)
    with translation.override("vi"):
        assert submission.events.exclude(role=Actor.CITIZEN).count() == 4


def test_a_refused_number_is_a_dead_letter_and_sends_no_mail_again(owner, monkeypatch):
    monkeypatch.setattr("outbox.channels.FolderChannel.send", refuses)
    make_submission(owner=owner)
    deliver_all()
    assert len(mail.outbox) == 1
    (dead,) = Delivery.objects.dead()
    assert (dead.kind, dead.attempts) == (short_messages.KIND, 1)
    assert health.check().facts["dead_letters"] == 1


def test_a_fault_is_tried_again_and_the_mail_was_sent_once(owner, monkeypatch, folder):
    with monkeypatch.context() as broken:
        broken.setattr("outbox.channels.FolderChannel.send", fails)
        make_submission(owner=owner)
        deliver_all()
    (left,) = waiting(short_messages.KIND)
    assert (left.attempts, left.last_error) == (1, "TimeoutError: no answer")
    Delivery.objects.filter(pk=left.pk).update(run_after=left.created_at)
    deliver_all()
    assert (len(mail.outbox), len(newest_messages(folder))) == (1, 1)


@pytest.mark.parametrize(
    "changed", [{"phone": ""}, {"message_channels": []}, {"phone": "02373852246"}, {"message_channels": ["zalo"]}]
)
def test_what_was_taken_back_meanwhile_is_not_sent(owner, folder, changed):
    make_submission(owner=owner)
    Profile.objects.filter(user=owner).update(**changed)
    deliver_all()
    assert newest_messages(folder) == []
    assert not Delivery.objects.dead().exists()


def test_nothing_is_sent_to_a_closed_account_or_about_what_is_gone(owner, folder):
    event = make_submission(owner=owner).events.get()
    owner.is_active = False
    owner.save()
    short_messages.send({"event": event.pk, "channel": "sms"})
    short_messages.send({"event": Event.objects.latest("pk").pk + 1, "channel": "sms"})
    assert newest_messages(folder) == []


def test_what_waits_about_a_submission_is_forgotten_with_it(owner):
    submission, other = make_submission(owner=owner), make_submission(owner=owner)
    assert all(set(row.payload) == {"event", "channel"} for row in waiting(short_messages.KIND))
    notifications.forget(submission)
    assert {row.payload["event"] for row in Delivery.objects.all()} == {other.events.get().pk}
    assert len(Delivery.objects.all()) == 2
