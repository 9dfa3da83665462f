"""Slip 06: who had a dossier, from when until when, read off its history. Pure: events in, stages out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from core.working_time import local
from services.forms.models import Event
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor, State
from services.forms.slips.wording import built_in_words
from services.forms.submissions.handovers import assigned_to, transferred

WITH_CITIZEN = frozenset({State.SUPPLEMENT, State.PAYMENT, State.HANDED_OVER, State.NOT_ACCEPTED, State.STOPPED})
"""States in which the next word is the citizen's, or everything was said."""

HANDING_ON = frozenset({Transition.ASSIGN, Transition.TRANSFER, Transition.FORWARD})
"""By which an officer gives it away."""


@dataclass(frozen=True)
class Stage:
    """The dossier with one holder. `office` had it then; `passed_at` is None for the holder it is with now."""

    work: str
    office: str
    giver: str
    taker: str
    received_at: datetime
    passed_at: datetime | None = None


def stages(events: Iterable[Event], people: Mapping[int | None, str], agency: str) -> list[Stage]:
    """Return one stage for each time the dossier changed hands, oldest first.

    `people` are names by number, `agency` the name of the one that has it now.
    """
    events = [event for event in events if not event.spec.keeps_holder]
    holder, found = built_in_words()["control"]["citizen"], list[Stage]()
    agencies = _agencies(events, agency)
    for event, place in zip(events, agencies, strict=True):
        if found:
            found[-1] = replace(found[-1], passed_at=event.at)
        taker = _taker(event, people, place)
        found.append(Stage(str(event.spec.officer_text), place, _giver(event, people, holder), taker, event.at))
        holder = taker
    return found


def _agencies(events: list[Event], now: str) -> list[str]:
    """Return the agency that has the dossier after each event: told backwards from the one that has it now."""
    found: list[str] = []
    for event in reversed(events):
        found.append(now)
        if agencies := transferred(event):
            now = agencies[0]["name"]
    return found[::-1]


def _giver(event: Event, people: Mapping[int | None, str], holder: str) -> str:
    if event.role == Actor.CITIZEN:
        return str(built_in_words()["control"]["citizen"])
    if event.role == Actor.SYSTEM:
        return str(built_in_words()["control"]["portal"])
    return people.get(event.actor_id, holder)


def _taker(event: Event, people: Mapping[int | None, str], agency: str) -> str:
    """Return whoever has to go on with it: somebody by name, the citizen, or the agency as a whole."""
    if assigned := assigned_to(event):
        return people.get(assigned, agency)
    if event.to_state in WITH_CITIZEN:
        return str(built_in_words()["control"]["citizen"])
    if event.role == Actor.OFFICER and event.move not in HANDING_ON:
        return people.get(event.actor_id, agency)
    return agency


def result(
    state: State, *, is_accepted: bool, due_at: datetime | None, resolved_at: datetime | None, now: datetime
) -> str:
    """Return whether the result came before, at or after the day it was due."""
    said = built_in_words()["control"]
    if not is_accepted:
        return str(said["not_accepted"])
    if resolved_at is None and state in (State.STOPPED, State.WITHDRAWN):
        return str(said["ended"])
    if due_at is None:
        return str(said["no_due"] if resolved_at else said["open"])
    if resolved_at is None:
        return str(said["late_open"] if local(now) > local(due_at) else said["open"])
    if local(resolved_at) > local(due_at):
        return str(said["late"])
    return str(said["on_time"] if local(resolved_at).date() == local(due_at).date() else said["early"])
