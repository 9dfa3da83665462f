"""Moves of the office and replies of the citizen, along the whole table."""

import pytest
from django.db import transaction

from outbox.models import Delivery
from services.forms import actions
from services.forms.models import AttachmentState, Submission
from services.forms.rules.exceptions import FilesPending, Incomplete, NotAllowed, ReasonMissing, StaleRevision
from services.forms.rules.transition_data import GRANTED, REFUSED, extra_key
from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import Actor, IllegalTransition, State
from services.forms.submissions.paper_requests import open_requests
from tests.builders_submissions import (
    HISTORIES,
    PAPER,
    SECOND_PAPER,
    make_citizen,
    make_file,
    make_officer,
    make_submission,
)

pytestmark = pytest.mark.django_db

ASKED = {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}
DETAILS = {"ask_for_papers": ASKED, "resolve": {"outcome": GRANTED}}
OWN = ("file", "withdraw", "hand_in", "hand_in_before_acceptance")


def perform(submission, name, **told):
    told = {"by": make_officer(), "role": Actor.OFFICER, "revision": submission.revision} | told
    told.setdefault("detail", DETAILS.get(name, {}))
    return actions.perform_transition(submission=submission, name=name, **({"reason": "Vì sao phải nêu rõ"} | told))


@pytest.mark.parametrize("state", HISTORIES)
def test_the_office_can_do_what_the_table_says_and_nothing_else(state):
    filed, officer = make_submission(state), make_officer()
    done = {name for name in STATE_CHANGES if is_done(filed, name, officer)}
    legal = {spec.name for spec in STATE_CHANGES.values() if state in spec.from_ and Actor.OFFICER in spec.by}
    assert done == legal - {"refuse_late", "stop_late"}, "asked after acceptance, and the day is not over"


def is_done(filed, name, officer):
    """Whether the transition is done and leads where the table says; it is taken back."""
    start = transaction.savepoint()
    try:
        moved = perform(filed, name, by=officer)
    except IllegalTransition:
        assert Submission.objects.get().revision == filed.revision
        return False
    assert (moved.state, moved.events.last().move) == (STATE_CHANGES[name].to, name)
    transaction.savepoint_rollback(start)
    return True


@pytest.mark.parametrize("name", ["refuse", "refuse_late", "stop"])
def test_a_transition_that_needs_a_reason_is_not_done_without(name):
    state = State.FILED if name == "refuse" else State.ACCEPTED if name == "stop" else None
    filed = make_submission(state) if state else asked_before_acceptance()
    with pytest.raises(ReasonMissing):
        perform(filed, name, reason="  ")
    for thin in (".", "Quá hạn", "a" * 20):
        with pytest.raises(Incomplete) as refused:
            perform(filed, name, reason=thin)
        assert list(refused.value.errors) == ["reason"]
    assert perform(filed, name, reason=" Hồ sơ quá hạn ").events.last().reason == "Hồ sơ quá hạn"


def asked_before_acceptance():
    return perform(make_submission(), "ask_for_papers")


def test_every_paper_asked_for_has_its_reason():
    filed = make_submission(State.ACCEPTED)
    for papers in ([], [{"question": "full_name", "reason": "x"}], [{"question": "gone", "reason": "x"}]):
        with pytest.raises(Incomplete):
            perform(filed, "ask_for_papers", detail={"papers": papers})
    with pytest.raises(ReasonMissing) as refused:
        perform(
            filed, "ask_for_papers", detail={"papers": [*ASKED["papers"], {"question": SECOND_PAPER, "reason": " "}]}
        )
    assert refused.value.places == [SECOND_PAPER]
    with pytest.raises(Incomplete):
        perform(
            filed, "ask_for_papers", detail={"papers": [*ASKED["papers"], {"question": SECOND_PAPER, "reason": "."}]}
        )
    with pytest.raises(Incomplete):
        perform(filed, "ask_for_papers", detail={"papers": ASKED["papers"] * 2})
    other = {"name": "Giấy ủy quyền", "reason": "Người nộp không phải chủ hồ sơ"}
    asked = open_requests(perform(filed, "ask_for_papers", detail={"papers": [*ASKED["papers"], other]}))
    assert [(paper.question, paper.name) for paper in asked] == [
        (PAPER, "Tờ khai"),
        (extra_key("Giấy ủy quyền"), "Giấy ủy quyền"),
    ]


@pytest.mark.parametrize("amount", [0, -1, "100", 1.5, True])
def test_an_amount_is_whole_dong(amount):
    with pytest.raises(Incomplete):
        perform(make_submission(State.ACCEPTED), "ask_for_payment", detail={"amount": amount})


def test_a_result_says_what_it_is_and_a_refusal_why():
    filed = make_submission(State.IN_PROGRESS)
    with pytest.raises(Incomplete):
        perform(filed, "resolve", detail={})
    with pytest.raises(ReasonMissing):
        perform(filed, "resolve", detail={"outcome": REFUSED}, reason="")
    assert perform(filed, "resolve", detail={"outcome": GRANTED, "x": 1}, reason="").events.last().detail == {
        "outcome": GRANTED
    }


def test_of_two_officers_one_wins_and_the_other_is_told():
    filed = make_submission()
    perform(filed, "accept")
    with pytest.raises(StaleRevision) as refused:
        perform(filed, "refuse")
    assert refused.value.submission.state == State.ACCEPTED


def test_who_has_no_right_changes_nothing():
    filed = make_submission()
    owner = filed.owner
    for told in (
        {"by": make_citizen()},
        {"by": None},
        {"by": owner},
        {"by": owner, "role": Actor.CITIZEN},
        {"by": make_officer(), "role": Actor.SYSTEM},
    ):
        with pytest.raises((NotAllowed, IllegalTransition)):
            perform(filed, "accept", **told)
    assert Submission.objects.get().state == State.FILED


def test_nobody_handles_a_dossier_of_his_own():
    officer = make_officer()
    with pytest.raises(NotAllowed):
        perform(make_submission(owner=officer), "accept", by=officer)


def test_the_clock_can_refuse_late_papers_before_and_stop_after_acceptance():
    system = {"by": None, "role": Actor.SYSTEM}
    before = asked_before_acceptance()
    with pytest.raises(IllegalTransition):
        perform(before, "stop", **system)
    assert perform(before, "refuse_late", **system).state == State.NOT_ACCEPTED
    after = make_submission(State.SUPPLEMENT)
    with pytest.raises(IllegalTransition):
        perform(after, "refuse_late", **system)
    stopped = perform(after, "stop", **system)
    assert stopped.state == State.STOPPED
    assert stopped.closed_at is not None


def test_work_that_began_means_acceptance():
    paid = perform(perform(make_submission(), "ask_for_payment"), "pay")
    assert paid.accepted_at == paid.events.last().at
    first = paid.accepted_at
    assert perform(paid, "resolve").accepted_at == first


def reply(submission, **told):
    told = {"by": submission.owner, "revision": submission.revision} | told
    return actions.hand_in(submission=submission, **told)


@pytest.mark.parametrize(
    ("ask", "back_to"),
    [
        (asked_before_acceptance, State.FILED),
        (lambda: make_submission(State.SUPPLEMENT), State.IN_PROGRESS),
    ],
)
def test_a_reply_brings_it_back_to_where_it_was(ask, back_to):
    asked = ask()
    new = make_file(asked)
    answered = reply(asked, note=" Đã chụp lại ")
    assert answered.state == back_to
    event = answered.events.last()
    assert (event.reason, event.detail, list(event.attachments.all())) == ("Đã chụp lại", {"files": {PAPER: 1}}, [new])
    new.refresh_from_db()
    assert new.claimed_at == event.at
    assert open_requests(answered) == []


def test_a_reply_without_the_paper_is_not_sent():
    asked = make_submission(State.SUPPLEMENT)
    make_file(asked, SECOND_PAPER)
    with pytest.raises(Incomplete) as refused:
        reply(asked, note="Xem tệp")
    assert list(refused.value.errors) == [PAPER]
    make_file(asked, state=AttachmentState.PENDING)
    with pytest.raises(FilesPending):
        reply(asked)
    with pytest.raises(Incomplete):
        reply(asked, note="x" * 5_001)
    assert Submission.objects.get().state == State.SUPPLEMENT


def test_pressing_send_again_sends_one_reply():
    asked = make_submission(State.SUPPLEMENT)
    make_file(asked)
    first, again = reply(asked), reply(asked)
    assert (first.revision, first.state) == (again.revision, again.state)
    assert first.events.filter(move="hand_in").count() == 1


def test_a_reply_nobody_asked_for_is_refused():
    filed = make_submission(State.ACCEPTED)
    make_file(filed)
    with pytest.raises(IllegalTransition):
        reply(filed)
    with pytest.raises(NotAllowed):
        reply(make_submission(State.SUPPLEMENT), by=make_citizen())


@pytest.mark.parametrize("state", HISTORIES)
def test_a_citizen_withdraws_what_has_not_ended(state):
    filed = make_submission(state)
    told = {"submission": filed, "by": filed.owner, "revision": filed.revision, "reason": "Không cần nữa"}
    if state in STATE_CHANGES["withdraw"].from_:
        withdrawn = actions.withdraw(**told)
        assert (withdrawn.state, withdrawn.events.last().reason) == (State.WITHDRAWN, "Không cần nữa")
        assert actions.withdraw(**told).revision == withdrawn.revision
    else:
        with pytest.raises(IllegalTransition):
            actions.withdraw(**told)
    with pytest.raises(NotAllowed):
        actions.withdraw(**told | {"by": make_officer()})


def test_every_transition_is_announced_once():
    filed = make_submission(State.HANDED_OVER)
    kept = sorted(delivery.payload["event"] for delivery in Delivery.objects.all())
    assert kept == sorted(filed.events.values_list("pk", flat=True))
