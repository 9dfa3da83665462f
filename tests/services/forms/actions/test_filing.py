"""Filing: judged as a whole, done once, decided by the server alone."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from outbox.models import Delivery
from services.forms import actions
from services.forms.models import Attachment, AttachmentState, CodeCounter, Event, Submission
from services.forms.rules.exceptions import FilesPending, Incomplete, NotOpen, StaleRevision
from services.forms.rules.workflow import Actor, State
from tests.builders_submissions import (
    ANSWERS,
    HIDDEN_PAPER,
    PAPER,
    SECOND_PAPER,
    make_draft,
    make_file,
    make_filled_draft,
    make_open_service,
)

pytestmark = pytest.mark.django_db
MOST_QUERIES = 30


def send(draft, **told):
    told = {"by": draft.owner, "revision": draft.revision, "declared": True} | told
    return actions.submit(submission=draft, **told)


def set_answers(draft, **answers):
    """What the owner's step holds, written past the actions."""
    Submission.objects.filter(pk=draft.pk).update(answers=answers)


def test_a_draft_becomes_a_dossier_with_a_code_and_a_first_line_of_history():
    filed = send(make_filled_draft())
    stored = Submission.objects.get()
    assert (stored.state, stored.code, stored.revision) == (State.FILED, filed.code, filed.revision)
    assert filed.code.startswith("H56.17-")
    assert stored.filed_at is not None
    event = Event.objects.get()
    assert (event.move, event.role, event.actor) == ("file", Actor.CITIZEN, filed.owner)
    assert event.detail == {"files": {PAPER: 1}}
    assert Delivery.objects.get().payload == {"event": event.pk}


def test_it_is_filed_in_few_queries():
    draft = make_filled_draft()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        send(draft)
    assert len(queries) <= MOST_QUERIES - 5, "the request around it needs some too"


def test_pressing_again_answers_the_same_dossier():
    draft = make_filled_draft()
    first, again = send(draft), send(draft)
    assert (first.code, first.pin_counter) == (again.code, again.pin_counter)
    assert (Event.objects.count(), Delivery.objects.count(), CodeCounter.objects.get().last) == (1, 1, 1)


def test_what_is_missing_is_named_and_the_draft_stays():
    draft = make_draft()
    with pytest.raises(Incomplete) as refused:
        send(draft, declared=False)
    assert {"full_name", "case", PAPER, "declaration"} <= set(refused.value.errors)
    assert refused.value.steps == ["owner", "papers", "delivery"]
    assert Submission.objects.get().is_draft
    assert not CodeCounter.objects.exists()


def test_a_step_that_was_never_looked_at_cannot_be_skipped():
    draft = make_filled_draft()
    Submission.objects.update(saved_steps=["owner", "papers"])
    with pytest.raises(Incomplete) as refused:
        send(draft)
    assert (refused.value.errors, refused.value.steps) == ({}, ["delivery"])


def test_the_declaration_is_asked_for():
    with pytest.raises(Incomplete) as refused:
        send(make_filled_draft(), declared=False)
    assert list(refused.value.errors) == ["declaration"]


def test_hidden_answers_are_dropped_and_their_files_let_go(django_capture_on_commit_callbacks, monkeypatch):
    gone = []
    monkeypatch.setattr("services.forms.uploads.storage.remove", gone.append)
    draft = make_filled_draft()
    set_answers(draft, **ANSWERS, why="không ai hỏi")
    hidden = make_file(draft, HIDDEN_PAPER)
    with django_capture_on_commit_callbacks(execute=True):
        filed = send(draft)
    assert filed.answers == ANSWERS
    assert not Attachment.objects.filter(pk=hidden.pk).exists()
    assert gone == [hidden.path]


def test_an_answer_that_slipped_in_is_refused():
    draft = make_filled_draft()
    set_answers(draft, **ANSWERS, state=9)
    with pytest.raises(Incomplete) as refused:
        send(draft)
    assert list(refused.value.errors) == ["state"]


def test_a_wrong_answer_that_slipped_in_is_refused():
    draft = make_filled_draft()
    set_answers(draft, full_name="Hoa", case="no-such-choice")
    with pytest.raises(Incomplete) as refused:
        send(draft)
    assert list(refused.value.errors) == ["case"]


def test_clean_files_are_claimed_and_refused_ones_do_not_count():
    draft = make_filled_draft()
    second = make_file(draft, SECOND_PAPER)
    refused = make_file(draft, SECOND_PAPER, state=AttachmentState.REFUSED)
    filed = send(draft)
    claimed = filed.attachments.filter(claimed_at=filed.filed_at)
    assert claimed.count() == 2
    assert second in claimed
    assert refused not in claimed


def test_a_refused_file_stands_for_no_paper():
    draft = make_filled_draft()
    Attachment.objects.update(state=AttachmentState.REFUSED)
    with pytest.raises(Incomplete) as refused:
        send(draft)
    assert list(refused.value.errors) == [PAPER]


def test_a_file_that_is_still_being_checked_makes_wait():
    draft = make_filled_draft()
    pending = make_file(draft, SECOND_PAPER, state=AttachmentState.PENDING)
    with pytest.raises(FilesPending) as refused:
        send(draft)
    assert refused.value.attachments == [pending]
    assert Submission.objects.get().is_draft


def test_a_review_of_older_answers_is_not_filed():
    draft = make_filled_draft()
    seen = draft.revision
    actions.save_step(submission=draft, by=draft.owner, step="owner", answers=ANSWERS, revision=seen)
    with pytest.raises(StaleRevision):
        send(draft, revision=seen)
    assert Submission.objects.get().is_draft


def test_fees_and_time_limits_are_kept_as_they_hold_on_that_day():
    fee = {"name": "Lệ phí", "kind": "le_phi", "status": "amount"}
    make_open_service(
        fees=[
            {**fee, "amount": 100_000, "channel": "in_person"},
            {**fee, "amount": 50_000, "channel": "online"},
            {**fee, "amount": 70_000, "channel": "online", "valid_to": date(2020, 1, 1)},
        ],
        durations=[{"value": 15, "unit": "working_day"}, {"value": 20, "unit": "working_day", "channel": "post"}],
    )
    filed = send(make_filled_draft())
    filed.refresh_from_db()
    assert [(row["name"], row["amount"]) for row in filed.fees] == [("Lệ phí", 50_000)]
    assert [row["value"] for row in filed.durations] == [15]


def test_the_notice_of_the_last_page_is_the_one_that_counts():
    filed = send(make_filled_draft(), privacy_version="2")
    assert (filed.privacy_version, filed.privacy_at) == ("2", filed.filed_at)


def test_a_service_that_went_away_takes_nothing_and_the_draft_stays():
    service = make_open_service()
    draft = make_filled_draft(service=service)
    service.unpublish()
    with pytest.raises(NotOpen):
        send(draft)
    assert Submission.objects.get().is_draft


def test_codes_count_up_within_unit_and_day():
    codes = [send(make_filled_draft()).code for _ in range(3)]
    assert [code[-5:] for code in codes] == ["-0001", "-0002", "-0003"]
    assert len({code[:-5] for code in codes}) == 1


def test_a_failed_filing_gives_its_number_back(monkeypatch):
    send(make_filled_draft())
    draft = make_filled_draft()
    monkeypatch.setattr("services.forms.messages.notifications.put", lambda *_args, **_told: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        send(draft)
    monkeypatch.undo()
    assert Submission.objects.drafts().count() == 1
    assert send(draft).code.endswith("-0002")
