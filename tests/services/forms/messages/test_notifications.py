"""Mails and notices: one for every transition, in both languages, telling what happens next and nothing private."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone, translation

from core.addresses import absolute
from outbox.models import Delivery
from services.forms import actions
from services.forms.messages import notifications
from services.forms.models import Event, Submission
from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import Actor, State
from services.forms.submissions import queries, tracking
from services.forms.submissions.timeline import owner_timeline
from tests.builders_submissions import (
    ANSWERS,
    PAPER,
    make_citizen,
    make_file,
    make_officer,
    make_open_service,
    make_submission,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

LANGUAGES = ("vi", "en")
REASON = "Thiếu chữ ký ở trang 2"
PAPERS = {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}
NEEDED = {
    "ask_for_papers": {"detail": PAPERS, "reason": REASON},
    "ask_for_payment": {"detail": {"amount": 1_500_000}, "reason": REASON},
    "resolve": {"detail": {"outcome": "granted"}},
}
BEFORE = {"hand_in_before_acceptance", "refuse_late"}


def told_of(name, language):
    """The subject and the text of the mail about that transition."""
    spec = STATE_CHANGES[name]
    if name == "file":
        submission = make_submission(language=language)
    elif name in BEFORE:
        submission = perform(make_submission(language=language), "ask_for_papers")
    else:
        start = State.IN_PROGRESS if State.IN_PROGRESS in spec.from_ else min(spec.from_)
        submission = make_submission(start, language=language)
    submission = submission if name == "file" else done(submission, name)
    mail.outbox.clear()
    notifications.send({"event": submission.events.last().pk})
    (sent,) = mail.outbox
    assert sent.to == [submission.owner.email]
    return sent, submission


def address(name, language, *args):
    with translation.override(language):
        return absolute(reverse(name, args=args))


def done(submission, name):
    citizen = {"submission": submission, "by": submission.owner, "revision": submission.revision}
    if name == "withdraw":
        return actions.withdraw(**citizen)
    if name.startswith("hand_in"):
        make_file(submission)
        return actions.hand_in(**citizen)
    if name == "stop_late":
        Submission.objects.filter(pk=submission.pk).update(reply_due_at=timezone.now() - timedelta(days=2))
    return perform(submission, name)


def perform(submission, name, **told):
    told = {"reason": REASON} | NEEDED.get(name, {}) | told
    return actions.perform_transition(
        submission=submission, name=name, by=make_officer(), role=Actor.OFFICER, revision=submission.revision, **told
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATE_CHANGES)
def test_every_transition_has_its_mail_and_none_tells_an_answer_or_a_name(name, language):
    sent, submission = told_of(name, language)
    assert submission.code in sent.subject
    assert {"vi": "Việc", "en": "hat "}[language] in sent.body or name in ("withdraw", "hand_over")
    assert address("submission", language, submission.pk) in sent.body
    assert submission.agency_name in sent.body
    assert not re.search(r"{[{%]|None|\[\]", sent.subject + sent.body)
    assert not re.search(r"\n\n\n", sent.body)
    if name in ("refuse", "refuse_late", "stop", "ask_for_papers", "ask_for_payment"):
        assert REASON in sent.body
    for private in (ANSWERS["full_name"], submission.owner.email):
        assert private not in sent.subject + sent.body


def test_the_first_mail_has_both_codes_and_no_later_one_does():
    sent, filed = told_of("file", "vi")
    pin = tracking.format_tracking_code(tracking.tracking_code_of(filed))
    assert pin in sent.body
    assert pin not in sent.subject
    assert address("tracking", "vi") in sent.body
    sent, accepted = told_of("accept", "vi")
    assert tracking.format_tracking_code(tracking.tracking_code_of(accepted)) not in sent.body


@pytest.mark.parametrize(("language", "words"), [("vi", "phải bấm gửi lại"), ("en", "must press send again")])
def test_a_request_names_each_paper_its_reason_and_that_send_must_be_pressed(language, words):
    sent, submission = told_of("ask_for_papers", language)
    assert "- Tờ khai" in sent.body
    assert "Ảnh bị mờ, khó đọc" in sent.body
    assert words in sent.body
    assert address("submission_supplement", language, submission.pk) in sent.body


@pytest.mark.parametrize(("language", "amount"), [("vi", "1.500.000 đồng"), ("en", "VND 1,500,000")])
def test_an_amount_is_written_as_in_the_language(language, amount):
    assert amount in told_of("ask_for_payment", language)[0].body


def test_an_amount_nobody_gave_is_not_made_up():
    submission = perform(make_submission(State.ACCEPTED), "ask_for_payment", detail={}, reason="")
    notifications.send({"event": submission.events.last().pk})
    assert "Số tiền" not in mail.outbox[0].body


@pytest.mark.parametrize(("language", "words"), [("vi", "từ chối giải quyết"), ("en", "did not grant")])
def test_a_refusal_after_appraisal_says_so_and_why(language, words):
    submission = make_submission(State.IN_PROGRESS, language=language)
    submission = perform(submission, "resolve", detail={"outcome": "refused"})
    notifications.send({"event": submission.events.last().pk})
    assert words in mail.outbox[0].body
    assert REASON in mail.outbox[0].body


def test_what_an_officer_writes_is_text_in_the_mail():
    submission = perform(make_submission(), "refuse", reason="A & B <script>\nDòng hai")
    notifications.send({"event": submission.events.last().pk})
    assert "A & B <script>\nDòng hai" in mail.outbox[0].body


def test_the_demo_says_that_it_is_one(settings):
    settings.DEMO = True
    assert "bản trình diễn" in told_of("file", "vi")[0].body
    settings.DEMO = False
    assert "bản trình diễn" not in told_of("file", "vi")[0].body


def test_nothing_is_sent_to_a_closed_account_or_about_what_is_gone():
    filed = make_submission()
    event = Event.objects.get()
    filed.owner.is_active = False
    filed.owner.save()
    notifications.send({"event": event.pk})
    notifications.send({"event": event.pk + 1_000})
    assert mail.outbox == []


def test_the_outbox_holds_nothing_but_ids():
    make_submission(State.HANDED_OVER)
    for delivery in Delivery.objects.all():
        assert set(delivery.payload) == {"event"}
        assert isinstance(delivery.payload["event"], int)


@pytest.mark.parametrize(("language", "words"), [("vi", "5 ngày làm việc"), ("en", "5 working days")])
def test_a_time_limit_is_told_in_the_language_of_the_dossier(language, words):
    service = make_open_service(durations=[{"value": 5, "unit": "working_day"}])
    submission = make_submission(State.ACCEPTED, service=service, language=language)
    notifications.send({"event": submission.events.last().pk})
    assert words in mail.outbox[-1].body


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_tell_what_the_office_did_latest_first(language):
    submission = make_submission(State.SUPPLEMENT)
    make_submission(State.ACCEPTED)
    with translation.override(language):
        found = queries.notices(submission.owner, seen_until=None)
    assert [notice.line.transition for notice in found] == ["ask_for_papers", "accept"]
    assert found[0].line.papers == [{"question": PAPER, "name": "Tờ khai", "reason": "Ảnh bị mờ, khó đọc"}]
    assert all(notice.is_new for notice in found)


def test_notices_seen_are_counted_no_more():
    submission = make_submission(State.SUPPLEMENT)
    first, last = submission.events.exclude(role=Actor.CITIZEN)
    assert queries.unseen_count(submission.owner, seen_until=None) == 2
    assert queries.unseen_count(submission.owner, seen_until=first.at) == 1
    assert queries.unseen_count(submission.owner, seen_until=last.at) == 0
    assert [notice.is_new for notice in queries.notices(submission.owner, seen_until=first.at)] == [True, False]
    assert queries.notices(make_citizen(), seen_until=None) == []


def test_the_history_reads_from_the_first_to_the_last_and_names_no_officer():
    submission = make_submission(State.SUPPLEMENT)
    lines = owner_timeline(submission)
    assert [(line.transition, line.by_citizen) for line in lines] == [
        ("file", True),
        ("accept", False),
        ("ask_for_papers", False),
    ]
    assert "can-bo" not in repr(lines)


def test_a_person_finds_her_own_dossiers_and_nobody_elses():
    owner = make_citizen()
    draft = make_submission(State.DRAFT, owner=owner)
    filed = make_submission(owner=owner)
    ended = make_submission(State.WITHDRAWN, owner=owner)
    other = make_submission()
    assert set(queries.for_owner(owner)) == {draft, filed, ended}
    assert [list(queries.for_owner(owner, part=part)) for part in ("drafts", "open", "ended")] == [
        [draft],
        [filed],
        [ended],
    ]
    assert queries.get_for_owner(owner, filed.pk) == filed
    assert queries.get_for_owner(owner, other.pk) is None
    assert Submission.objects.count() == 4
