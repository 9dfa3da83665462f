"""Whoever tries whatever in whatever order: nothing illegal is done, nothing legal refused, the history holds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outbox.models import Delivery
from services.forms import actions
from services.forms.refusals import NotAllowed
from services.forms.workflow import BY_NAME, ENDED, Actor, IllegalMove, State, open_moves
from tests.builders_cases import PAPER, make_citizen, make_file, make_officer, make_submission

DETAILS = {
    "ask_for_papers": {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ"}]},
    "resolve": {"outcome": "granted"},
}
TRIES = st.lists(
    st.tuples(st.sampled_from(sorted(BY_NAME)), st.sampled_from(["owner", "officer", "system", "stranger"])),
    min_size=5,
    max_size=25,
)
ROLES = {"owner": Actor.CITIZEN, "officer": Actor.OFFICER, "system": Actor.SYSTEM, "stranger": Actor.OFFICER}


@pytest.mark.django_db
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=TRIES)
def test_any_walk_keeps_to_the_table(people, tries):
    submission = make_submission(owner=people["owner"])
    for name, who in tries:
        way = BY_NAME[name]
        is_open = way in open_moves(
            State(submission.state), ROLES[who], accepted=submission.accepted_at is not None
        ) and name not in ("file",)
        before = submission.revision
        try:
            submission = attempt(submission, name, people[who], ROLES[who])
        except (IllegalMove, NotAllowed):
            assert not is_open or who == "stranger"
            submission.refresh_from_db()
            assert submission.revision == before
        else:
            changed = submission.revision == before + 1
            assert changed == (is_open and who != "stranger"), "what repeats a press changes nothing"
    assert_holds_together(submission)


@pytest.fixture
def people(db):
    return {"owner": make_citizen(), "officer": make_officer(), "system": None, "stranger": make_citizen()}


def attempt(submission, name, who, role):
    told = {"submission": submission, "by": who, "revision": submission.revision}
    if name == "withdraw":
        return actions.withdraw(**told)
    if name.startswith("hand_in"):
        if submission.state == State.SUPPLEMENT:
            make_file(submission)
        accepted = submission.accepted_at is not None
        if role == Actor.CITIZEN and accepted != (name == "hand_in"):
            raise IllegalMove("which of the two it is, is told by the history")
        return actions.hand_in(**told)
    return actions.move(name=name, role=role, reason="Vì sao", detail=DETAILS.get(name, {}), **told)


def assert_holds_together(submission):
    """The stored row is what its history says."""
    code = submission.code
    submission.refresh_from_db()
    events = list(submission.events.all())
    assert submission.code == code
    assert submission.state == events[-1].to_state
    assert [event.from_state for event in events[1:]] == [event.to_state for event in events[:-1]]
    assert (submission.closed_at is not None) == (submission.state in ENDED)
    worked = {State.ACCEPTED, State.IN_PROGRESS, State.RESOLVED} & {State(event.to_state) for event in events}
    assert (submission.accepted_at is not None) == bool(worked)
    told = {delivery.payload["event"] for delivery in Delivery.objects.all()}
    assert {event.pk for event in events} <= told
