"""The check of the table of transitions: ours lacks nothing, and each gap of a broken one is named."""

from dataclasses import replace
from typing import TypedDict

import pytest
from django.core.checks import run_checks
from django.utils.translation import gettext_lazy

from services.forms import transition_checks
from services.forms.desk.desk_actions import BY_NAME, DESK_ACTIONS
from services.forms.messages.registry import LONGEST_SHORT
from services.forms.rules.roles import RECEIVING
from services.forms.rules.slip_kinds import SlipKind
from services.forms.rules.transition_spec import CITIZEN, OFFICER, NotificationType, Transition
from services.forms.rules.transitions import TRANSITIONS
from services.forms.transition_checks import gaps

UNTRANSLATED = gettext_lazy("Words that stand in no catalogue.")
TRANSLATED = TRANSITIONS["accept"].citizen_text


class UnreadData(TypedDict, total=False):
    colour: str


def gaps_with(name, **changes):
    """The gaps of a table in which that record is changed."""
    return gaps({**TRANSITIONS, name: replace(TRANSITIONS[name], **changes)}, DESK_ACTIONS)


def test_our_table_lacks_nothing():
    assert gaps(TRANSITIONS, DESK_ACTIONS) == []


def test_manage_py_check_recites_it(monkeypatch):
    table = {**TRANSITIONS, Transition.ACCEPT: replace(TRANSITIONS["accept"], roles=frozenset())}
    monkeypatch.setattr(transition_checks, "TRANSITIONS", table)
    said = [message.msg for message in run_checks() if message.id == "service_forms.E004"]
    assert said == ["accept: officers make it, and no role may"]


@pytest.mark.parametrize(
    ("name", "changes", "gap"),
    [
        ("accept", {"citizen_text": ""}, "it has no text for the citizen"),
        ("accept", {"officer_text": ""}, "it has no text for the officer"),
        ("accept", {"citizen_text": UNTRANSLATED}, "its text for the citizen has no Vietnamese translation"),
        ("accept", {"officer_text": UNTRANSLATED}, "its text for the officer has no Vietnamese translation"),
        ("accept", {"notification": None}, "it changes the state, and its owner is told nothing"),
        ("extend", {"slip": SlipKind.CONTROL}, "its slip 06 has nothing that composes it"),
        ("accept", {"roles": frozenset()}, "officers make it, and no role may"),
        ("withdraw", {"roles": RECEIVING}, "roles of officers may make it, and officers do not"),
        ("withdraw", {"by": OFFICER, "roles": RECEIVING}, "officers make it, and the desk has no action for it"),
        ("withdraw", {"data": UnreadData}, "nobody reads colour of its data: EventData lacks it"),
    ],
)
def test_each_gap_of_a_record_is_named(name, changes, gap):
    assert gaps_with(name, **changes) == [f"{name}: {gap}"]


@pytest.mark.parametrize(
    ("notification", "said"),
    [
        (NotificationType("no_such_letter", TRANSLATED), [
            "accept: its letter no_such_letter has no template in vi",
            "accept: its letter no_such_letter has no template in en",
        ]),
        (NotificationType("accepted", UNTRANSLATED), ["accept: its short message has no Vietnamese translation"]),
        (
            NotificationType("accepted", TRANSLATED, dated=TRANSLATED, dated_by="reply_until"),
            ["accept: its short message tells reply_until, which its data do not hold"],
        ),
    ],
)  # fmt: skip
def test_each_gap_of_a_letter_is_named(notification, said):
    assert gaps_with("accept", notification=notification) == said


def test_a_short_message_without_room_for_its_words_is_named(monkeypatch):
    monkeypatch.setattr(transition_checks, "LONGEST_SHORT", LONGEST_SHORT // 8)
    assert "accept: its short message is longer than 9 characters in vi" in gaps(TRANSITIONS, DESK_ACTIONS)


def test_a_slip_without_words_is_named(monkeypatch):
    monkeypatch.setattr(transition_checks, "built_in_words", lambda: {"kinds": {"02": {}, "03": {}, "04": {}}})
    assert gaps(TRANSITIONS, DESK_ACTIONS) == [
        f"{name}: its slip 05 has no words" for name in ("withdraw", "stop", "stop_late")
    ]


def test_names_that_the_table_does_not_know_are_named():
    table = {name: spec for name, spec in TRANSITIONS.items() if name != "pay"}
    assert gaps(table, DESK_ACTIONS) == [
        "pay: it has no record",
        "record_payment: pay, whose text holds for it, has no record",
        "pay: the desk's action payment makes it, but it has no record",
    ]


def test_records_under_a_wrong_name_are_named():
    table = {**TRANSITIONS, "vanish": replace(TRANSITIONS["withdraw"], by=CITIZEN)}
    assert gaps(table, DESK_ACTIONS) == [
        "vanish: Transition has no such name",
        "vanish: its record is that of withdraw",
    ]


def test_a_transition_of_officers_without_an_action_at_the_desk_is_named():
    actions = [action for action in DESK_ACTIONS if action is not BY_NAME["accept"]]
    assert gaps(TRANSITIONS, actions) == ["accept: officers make it, and the desk has no action for it"]
