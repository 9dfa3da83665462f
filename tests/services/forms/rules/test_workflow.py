"""What leads from which state to which: every state, every transition, everybody."""

import pytest

from services.forms.rules.transitions import STATE_CHANGES, open_transition, open_transitions
from services.forms.rules.workflow import ENDED, NEXT_STEP_TEXT, Actor, IllegalTransition, State

LEADS = {
    (0, 1), (1, 2), (1, 3), (1, 5), (1, 6), (1, 7), (2, 4), (2, 5), (2, 6), (2, 7), (2, 8), (4, 5), (4, 6), (4, 7),
    (4, 8), (4, 9), (5, 1), (5, 4), (5, 7), (5, 3), (5, 8), (6, 4), (6, 7), (6, 8), (6, 9), (9, 10),
}  # fmt: skip
"""The steps between the national portal's states, once more."""


def test_these_transitions_need_a_reason_and_no_others():
    """Written out, not read from the table: a line that loses its reason there is missed here."""
    assert {spec.name for spec in STATE_CHANGES.values() if spec.needs_reason} == {
        "refuse",
        "ask_for_papers",
        "refuse_late",
        "stop",
        "stop_late",
    }


def test_these_transitions_are_open_to_others_than_the_office():
    by_actor = {actor: {spec.name for spec in STATE_CHANGES.values() if actor in spec.by} for actor in Actor}
    assert by_actor[Actor.CITIZEN] == {"file", "hand_in_before_acceptance", "hand_in", "withdraw"}
    assert by_actor[Actor.SYSTEM] == {"refuse_late", "stop"}
    assert by_actor[Actor.OFFICER] == set(STATE_CHANGES) - by_actor[Actor.CITIZEN]


def test_the_steps_are_those_of_the_national_portal():
    assert {(from_.value, spec.to.value) for spec in STATE_CHANGES.values() for from_ in spec.from_} == LEADS


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("actor", Actor)
@pytest.mark.parametrize("accepted", [False, True])
def test_a_transition_is_found_exactly_when_it_is_open(state, actor, accepted):
    names = {spec.name for spec in open_transitions(state, actor, accepted=accepted)}
    for name in [*STATE_CHANGES, "no-such-transition"]:
        if name in names:
            spec = open_transition(name, state=state, actor=actor, accepted=accepted)
            assert (state in spec.from_, actor in spec.by) == (True, True)
        else:
            with pytest.raises(IllegalTransition):
                open_transition(name, state=state, actor=actor, accepted=accepted)


@pytest.mark.parametrize("accepted", [False, True])
def test_from_every_state_the_citizen_can_do_what_is_his(accepted):
    own = {state: {spec.name for spec in open_transitions(state, Actor.CITIZEN, accepted=accepted)} for state in State}
    reply = "hand_in" if accepted else "hand_in_before_acceptance"
    assert own.pop(State.DRAFT) == {"file"}
    assert own.pop(State.SUPPLEMENT) == {reply, "withdraw"}
    for state in (State.FILED, State.ACCEPTED, State.IN_PROGRESS, State.PAYMENT):
        assert own.pop(state) == {"withdraw"}
    assert not any(own.values())


def test_a_request_runs_out_one_way_before_and_another_after_acceptance():
    assert {spec.name for spec in open_transitions(State.SUPPLEMENT, Actor.SYSTEM, accepted=False)} == {"refuse_late"}
    assert {spec.name for spec in open_transitions(State.SUPPLEMENT, Actor.SYSTEM, accepted=True)} == {"stop"}


def test_nothing_leads_out_of_an_end_and_into_a_draft():
    for actor in Actor:
        assert not any(open_transitions(state, actor, accepted=True) for state in ENDED)
    assert not any(spec.to == State.DRAFT for spec in STATE_CHANGES.values())


def test_every_state_says_what_comes_next():
    assert set(State) == set(NEXT_STEP_TEXT)
