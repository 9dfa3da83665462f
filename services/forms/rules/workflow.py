"""The case behind a submission: its states, and who may move it from one to another. One table.

States and their numbers are the official codes of dossiers on the national portal; 0 is a draft and never public.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.IntegerChoices):
    DRAFT = 0, _("Draft (not sent yet)")
    FILED = 1, _("Newly filed")
    ACCEPTED = 2, _("Accepted")
    NOT_ACCEPTED = 3, _("Not accepted")
    IN_PROGRESS = 4, _("In progress")
    SUPPLEMENT = 5, _("More papers requested")
    PAYMENT = 6, _("Payment requested")
    WITHDRAWN = 7, _("Withdrawn")
    STOPPED = 8, _("Stopped")
    RESOLVED = 9, _("Resolved")
    HANDED_OVER = 10, _("Result handed over")


class Actor(models.TextChoices):
    """In what capacity somebody moves a submission."""

    CITIZEN = "citizen", _("Citizen")
    OFFICER = "officer", _("Officer")
    SYSTEM = "system", _("System")


ENDED = frozenset({State.NOT_ACCEPTED, State.WITHDRAWN, State.STOPPED, State.HANDED_OVER})
"""States nothing leads out of."""
UNFINISHED = frozenset(State) - ENDED - {State.DRAFT}
"""What somebody still has to deal with; the index `submission_unfinished` holds exactly these."""

PAUSING = frozenset({State.SUPPLEMENT, State.PAYMENT})
"""States in which the office waits for the citizen and the clock stands still."""
WORKED_ON = frozenset({State.ACCEPTED, State.IN_PROGRESS})
"""States in which the clock runs."""


@dataclass(frozen=True)
class Move:
    """A way from some states to another."""

    name: str
    from_: frozenset[State]
    to: State
    by: frozenset[Actor]
    needs_reason: bool = False


def _move(name: str, from_: tuple[State, ...], to: State, *by: Actor, needs_reason: bool = False) -> Move:
    return Move(name, frozenset(from_), to, frozenset(by), needs_reason)


MOVES = (
    _move("file", (State.DRAFT,), State.FILED, Actor.CITIZEN),
    _move("accept", (State.FILED,), State.ACCEPTED, Actor.OFFICER),
    _move("refuse", (State.FILED,), State.NOT_ACCEPTED, Actor.OFFICER, needs_reason=True),
    _move("begin", (State.ACCEPTED,), State.IN_PROGRESS, Actor.OFFICER),
    _move(
        "ask_for_papers",
        (State.FILED, State.ACCEPTED, State.IN_PROGRESS),
        State.SUPPLEMENT,
        Actor.OFFICER,
        needs_reason=True,
    ),
    _move("ask_for_payment", (State.FILED, State.ACCEPTED, State.IN_PROGRESS), State.PAYMENT, Actor.OFFICER),
    _move("hand_in_before_acceptance", (State.SUPPLEMENT,), State.FILED, Actor.CITIZEN),
    _move("hand_in", (State.SUPPLEMENT,), State.IN_PROGRESS, Actor.CITIZEN),
    _move("refuse_late", (State.SUPPLEMENT,), State.NOT_ACCEPTED, Actor.OFFICER, Actor.SYSTEM, needs_reason=True),
    _move("pay", (State.PAYMENT,), State.IN_PROGRESS, Actor.OFFICER),
    _move(
        "withdraw",
        (State.FILED, State.ACCEPTED, State.IN_PROGRESS, State.SUPPLEMENT, State.PAYMENT),
        State.WITHDRAWN,
        Actor.CITIZEN,
    ),
    _move(
        "stop",
        (State.ACCEPTED, State.IN_PROGRESS, State.SUPPLEMENT, State.PAYMENT),
        State.STOPPED,
        Actor.OFFICER,
        Actor.SYSTEM,
        needs_reason=True,
    ),
    _move("resolve", (State.IN_PROGRESS, State.PAYMENT), State.RESOLVED, Actor.OFFICER),
    _move("hand_over", (State.RESOLVED,), State.HANDED_OVER, Actor.OFFICER),
)
"""Every move there is. Whether a reply comes before or after acceptance is told by the submission's own history."""

BY_NAME = {move.name: move for move in MOVES}

REPLIES = frozenset({"hand_in", "hand_in_before_acceptance"})
"""The moves by which a citizen hands in what was asked for."""
AFTER_ACCEPTANCE = {"hand_in_before_acceptance": False, "refuse_late": False, "hand_in": True, "stop": True}
"""Ways out of a request for papers that are open only before (False) or only after (True) acceptance."""


class IllegalMove(Exception):
    """The table knows no such way from this state for this actor."""


def move_named(name: str, *, state: State, actor: Actor, accepted: bool) -> Move:
    """The move, if it is open to that actor in that state; IllegalMove otherwise, also for a name that is none.

    `accepted`: whether the submission was ever accepted.
    """
    move = BY_NAME.get(name)
    if move is None or not _is_open(move, state, actor, accepted):
        raise IllegalMove(f"{name}: not from {state.name} for {actor.value}")
    return move


def open_moves(state: State, actor: Actor, *, accepted: bool) -> list[Move]:
    """What that actor may do in that state."""
    return [move for move in MOVES if _is_open(move, state, actor, accepted)]


def _is_open(move: Move, state: State, actor: Actor, accepted: bool) -> bool:
    in_table = state in move.from_ and actor in move.by
    return in_table and (state != State.SUPPLEMENT or AFTER_ACCEPTANCE.get(move.name, accepted) == accepted)
