"""The table of transitions, written out once more: a record that loses something there is missed here."""

import pytest
from django.utils import translation

from services.forms.rules.roles import OfficerRole
from services.forms.rules.slip_kinds import SlipKind
from services.forms.rules.transition_shapes import EventData
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import INTERNAL, TRANSITIONS, open_transition
from services.forms.rules.workflow import PAUSING, Actor, IllegalTransition, State

ONE_STOP, OFFICER, HEAD = "one_stop", "officer", "head"
RECEIVING, HANDLING = {ONE_STOP, OFFICER, HEAD}, {OFFICER, HEAD}
EXPECTED = {
    "file": ({0}, 1, {"citizen"}, set(), "filed", None),
    "accept": ({1}, 2, {"officer"}, RECEIVING, "accepted", None),
    "refuse": ({1}, 3, {"officer"}, RECEIVING, "not_accepted", SlipKind.REFUSAL),
    "begin": ({2}, 4, {"officer"}, HANDLING, "in_progress", None),
    "ask_for_papers": ({1, 2, 4}, 5, {"officer"}, RECEIVING, "papers_requested", SlipKind.SUPPLEMENT),
    "ask_for_payment": ({1, 2, 4}, 6, {"officer"}, RECEIVING, "payment_requested", None),
    "hand_in_before_acceptance": ({5}, 1, {"citizen"}, set(), "papers_received", None),
    "hand_in": ({5}, 4, {"citizen"}, set(), "papers_received", None),
    "refuse_late": ({5}, 3, {"officer", "system"}, RECEIVING, "not_accepted", SlipKind.REFUSAL),
    "pay": ({6}, 4, {"officer"}, RECEIVING, "payment_received", None),
    "withdraw": ({1, 2, 4, 5, 6}, 7, {"citizen"}, set(), "withdrawn", SlipKind.STOP),
    "stop": ({2, 4, 5, 6}, 8, {"officer", "system"}, HANDLING, "stopped", SlipKind.STOP),
    "stop_late": ({5}, 8, {"officer"}, RECEIVING, "stopped", SlipKind.STOP),
    "resolve": ({4, 6}, 9, {"officer"}, HANDLING, "resolved", SlipKind.REFUSAL),
    "hand_over": ({9}, 10, {"officer"}, RECEIVING, "handed_over", None),
    "record_payment": ({1, 2, 4}, None, {"officer"}, RECEIVING, "payment_received", None),
    "transfer": ({1, 2, 4, 5, 6}, None, {"officer"}, RECEIVING, "transferred", None),
    "assign": ({1, 2, 4, 5, 6, 9}, None, {"officer"}, {HEAD}, None, None),
    "note": (set(range(1, 11)), None, {"officer"}, RECEIVING, None, None),
    "extend": ({2, 4}, None, {"officer"}, {HEAD}, "extended", SlipKind.APOLOGY),
    "apologise_late": ({2, 4}, None, {"officer"}, {HEAD}, "apology", SlipKind.APOLOGY),
    "forward": ({2, 4}, None, {"officer"}, RECEIVING, None, None),
    "receive": ({2, 4}, None, {"officer"}, HANDLING, None, None),
    "recalculate": ({2, 4}, None, {"system"}, set(), "recalculated", None),
    "keep_date": ({2, 4, 5, 6}, None, {"system"}, set(), None, None),
    "issue_new_pin": (set(range(1, 11)), None, {"citizen"}, set(), None, None),
}
"""Name → from, to, who, which roles of officers, letter, slip."""


def test_every_name_has_a_record_and_every_record_a_name():
    assert set(TRANSITIONS) == set(Transition) == set(EXPECTED)


@pytest.mark.parametrize("name", Transition)
def test_a_transition_leads_where_it_should_and_tells_whom_it_should(name):
    spec = TRANSITIONS[name]
    letter = spec.notification.letter if spec.notification else None
    assert (spec.from_, spec.to, spec.by, spec.roles, letter, spec.slip) == EXPECTED[name]


@pytest.mark.parametrize("name", Transition)
def test_a_transition_has_its_words_in_both_languages(name):
    spec = TRANSITIONS[name]
    for text in (spec.citizen_text, spec.officer_text):
        with translation.override("en"):
            english = str(text)
        with translation.override("vi"):
            assert english.strip() != str(text).strip() != ""


@pytest.mark.parametrize("name", Transition)
def test_it_is_open_exactly_to_those_and_in_those_states(name):
    spec = TRANSITIONS[name]
    for state in State:
        for actor in Actor:
            is_listed = state in spec.from_ and actor in spec.by
            opened = [accepted for accepted in (False, True) if is_opened(name, state, actor, accepted)]
            only = [False, True] if state != State.SUPPLEMENT or spec.when_accepted is None else [spec.when_accepted]
            assert opened == (only if is_listed else [])


def is_opened(name, state, actor, accepted):
    try:
        return open_transition(name, state=state, actor=actor, accepted=accepted).name == name
    except IllegalTransition:
        return False


def test_two_are_hidden_from_citizens_and_two_have_the_text_of_another():
    assert {"assign", "note"} == INTERNAL
    shared = {spec.name: spec.same_text_as for spec in TRANSITIONS.values() if spec.same_text_as}
    assert shared == {"hand_in_before_acceptance": "hand_in", "record_payment": "pay"}


def test_these_start_the_clock_where_it_does_not_run_yet_and_these_stop_it():
    starting = {spec.name for spec in TRANSITIONS.values() if spec.starts_clock}
    assert starting == {"accept", "begin", "hand_in", "pay", "resolve"}
    assert {spec.name for spec in TRANSITIONS.values() if spec.to in PAUSING} == {"ask_for_papers", "ask_for_payment"}


def test_these_say_how_to_object_and_these_leave_the_submission_with_whoever_has_it():
    assert {spec.name for spec in TRANSITIONS.values() if spec.is_refusal} == {
        "refuse",
        "refuse_late",
        "stop",
        "stop_late",
    }
    keeping = {spec.name for spec in TRANSITIONS.values() if spec.keeps_holder}
    assert keeping == {
        "note",
        "issue_new_pin",
        "record_payment",
        "recalculate",
        "keep_date",
        "extend",
        "apologise_late",
    }


@pytest.mark.parametrize("name", Transition)
def test_what_an_event_keeps_reads_the_same_for_those_who_read_events_of_every_kind(name):
    shape = TRANSITIONS[name].data.__annotations__
    common = EventData.__annotations__
    assert {key: common[key] for key in shape.keys() & common.keys()} == {
        key: value for key, value in shape.items() if key not in ("from", "to")
    }


def test_a_supervisor_may_make_none():
    assert not any(OfficerRole.SUPERVISOR in spec.roles for spec in TRANSITIONS.values())
