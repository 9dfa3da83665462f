"""Slip 06: who had a dossier, from when until when, read off its history. Pure: events in, stages out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from core.working_time import local
from services.forms.models import Event
from services.forms.rules.workflow import Actor, State
from services.forms.slips.wording import built_in_words

QUIET = frozenset({"note", "issue_new_pin", "record_payment", "recalculate", "extend"})
"""What does not pass the dossier on."""
WITH_CITIZEN = frozenset({State.SUPPLEMENT, State.PAYMENT, State.HANDED_OVER, State.NOT_ACCEPTED, State.STOPPED})
"""States in which the next word is the citizen's, or everything was said."""


@dataclass(frozen=True)
class Stage:
    """The dossier with one holder. `passed_at` is None for the holder it is with now."""

    work: str
    giver: str
    taker: str
    received_at: datetime
    passed_at: datetime | None = None


def stages(events: Iterable[Event], people: Mapping[Any, str], works: Mapping[str, Any], agency: str) -> list[Stage]:
    """One stage for each time the dossier changed hands, oldest first.

    `people` are names by number, `works` what each move is called, `agency` the name of the one that has it now.
    """
    events = [event for event in events if event.move not in QUIET]
    holder, found = built_in_words()["control"]["citizen"], list[Stage]()
    agencies = _agencies(events, agency)
    for event, place in zip(events, agencies, strict=True):
        if found:
            found[-1] = replace(found[-1], passed_at=event.at)
        taker = _taker(event, people, place)
        found.append(Stage(str(works[event.move]), _giver(event, people, holder), taker, event.at))
        holder = taker
    return found


def _agencies(events: list[Event], now: str) -> list[str]:
    """The agency that has the dossier after each event: told backwards from the one that has it now."""
    found: list[str] = []
    for event in reversed(events):
        found.append(now)
        if event.move == "transfer":
            now = event.detail.get("from", {}).get("name", now)
    return found[::-1]


def _giver(event: Event, people: Mapping[Any, str], holder: str) -> str:
    if event.role == Actor.CITIZEN:
        return str(built_in_words()["control"]["citizen"])
    if event.role == Actor.SYSTEM:
        return str(built_in_words()["control"]["portal"])
    return people.get(event.actor_id, holder)


def _taker(event: Event, people: Mapping[Any, str], agency: str) -> str:
    """Whoever has to go on with it: somebody by name, the citizen, or the agency as a whole."""
    if event.move == "assign" and event.detail.get("to"):
        return people.get(event.detail["to"], agency)
    if event.to_state in WITH_CITIZEN:
        return str(built_in_words()["control"]["citizen"])
    if event.role == Actor.OFFICER and event.move not in ("assign", "transfer"):
        return people.get(event.actor_id, agency)
    return agency


def result(
    state: State, *, is_accepted: bool, due_at: datetime | None, resolved_at: datetime | None, now: datetime
) -> str:
    """Whether the result came before, at or after the day it was due."""
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
