"""The table of moves: every state, every move, everybody."""

import pytest

from services.forms.rules.workflow import BY_NAME, ENDED, MOVES, Actor, IllegalMove, State, move_named, open_moves
from services.forms.submissions.default_texts import CITIZEN_EVENT_TEXT, NEXT_STEP_TEXT

LEADS = {
    (0, 1), (1, 2), (1, 3), (1, 5), (1, 6), (1, 7), (2, 4), (2, 5), (2, 6), (2, 7), (2, 8), (4, 5), (4, 6), (4, 7),
    (4, 8), (4, 9), (5, 1), (5, 4), (5, 7), (5, 3), (5, 8), (6, 4), (6, 7), (6, 8), (6, 9), (9, 10),
}  # fmt: skip
"""The ways of the national portal's states, once more."""


def test_these_moves_need_a_reason_and_no_others():
    """Written out, not read from the table: a line that loses its reason there is missed here."""
    assert {move.name for move in MOVES if move.needs_reason} == {"refuse", "ask_for_papers", "refuse_late", "stop"}


def test_these_moves_are_open_to_others_than_the_office():
    by_actor = {actor: {move.name for move in MOVES if actor in move.by} for actor in Actor}
    assert by_actor[Actor.CITIZEN] == {"file", "hand_in_before_acceptance", "hand_in", "withdraw"}
    assert by_actor[Actor.SYSTEM] == {"refuse_late", "stop"}
    assert by_actor[Actor.OFFICER] == set(BY_NAME) - by_actor[Actor.CITIZEN]


def test_the_ways_are_those_of_the_national_portal():
    assert {(from_.value, move.to.value) for move in MOVES for from_ in move.from_} == LEADS


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("actor", Actor)
@pytest.mark.parametrize("accepted", [False, True])
def test_a_move_is_found_exactly_when_it_is_open(state, actor, accepted):
    names = {move.name for move in open_moves(state, actor, accepted=accepted)}
    for name in [*BY_NAME, "no-such-move"]:
        if name in names:
            move = move_named(name, state=state, actor=actor, accepted=accepted)
            assert (state in move.from_, actor in move.by) == (True, True)
        else:
            with pytest.raises(IllegalMove):
                move_named(name, state=state, actor=actor, accepted=accepted)


@pytest.mark.parametrize("accepted", [False, True])
def test_from_every_state_the_citizen_can_do_what_is_his(accepted):
    own = {state: {move.name for move in open_moves(state, Actor.CITIZEN, accepted=accepted)} for state in State}
    reply = "hand_in" if accepted else "hand_in_before_acceptance"
    assert own.pop(State.DRAFT) == {"file"}
    assert own.pop(State.SUPPLEMENT) == {reply, "withdraw"}
    for state in (State.FILED, State.ACCEPTED, State.IN_PROGRESS, State.PAYMENT):
        assert own.pop(state) == {"withdraw"}
    assert not any(own.values())


def test_a_request_runs_out_one_way_before_and_another_after_acceptance():
    assert {move.name for move in open_moves(State.SUPPLEMENT, Actor.SYSTEM, accepted=False)} == {"refuse_late"}
    assert {move.name for move in open_moves(State.SUPPLEMENT, Actor.SYSTEM, accepted=True)} == {"stop"}


def test_nothing_leads_out_of_an_end_and_into_a_draft():
    for actor in Actor:
        assert not any(open_moves(state, actor, accepted=True) for state in ENDED)
    assert not any(move.to == State.DRAFT for move in MOVES)


def test_every_move_and_every_state_has_its_sentence():
    assert set(BY_NAME) <= set(CITIZEN_EVENT_TEXT)
    assert set(State) == set(NEXT_STEP_TEXT)
