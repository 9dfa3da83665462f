"""All transitions of a submission, and which of them are open to whom in which state.

A new one is a name in Transition (transition_spec.py), a record in state_changes.py or recorded_events.py, the
templates of its letter, and an action of the desk where officers make it (desk/desk_actions.py). `manage.py check`
names what it lacks.
"""

from services.forms.rules.recorded_events import RECORDED_EVENT_SPECS
from services.forms.rules.state_changes import STATE_CHANGE_SPECS
from services.forms.rules.transition_spec import Transition, TransitionSpec
from services.forms.rules.workflow import Actor, IllegalTransition, State

TRANSITIONS = {spec.name: spec for spec in (*STATE_CHANGE_SPECS, *RECORDED_EVENT_SPECS)}
STATE_CHANGES = {spec.name: spec for spec in STATE_CHANGE_SPECS}
"""Those that lead to another state. Whether a reply comes before or after acceptance is told by the history."""

INTERNAL = frozenset(spec.name for spec in TRANSITIONS.values() if spec.is_internal)
"""What an agency does among its own people; no citizen reads of it."""
REPLIES = frozenset({Transition.HAND_IN, Transition.HAND_IN_BEFORE_ACCEPTANCE})
"""Those by which a citizen hands in what was asked for."""
PAYMENTS = frozenset({Transition.PAY, Transition.RECORD_PAYMENT})
"""Those by which an officer records what was paid."""


def open_transition(name: Transition, *, state: State, actor: Actor, accepted: bool) -> TransitionSpec:
    """Return the record of a transition that is open to that actor in that state.

    `accepted`: whether the submission was ever accepted. Raise IllegalTransition where it is not open.
    """
    spec = TRANSITIONS.get(name)
    if spec is None or not spec.is_open(state, actor, accepted=accepted):
        raise IllegalTransition(f"{name}: not from {state.name} for {actor.value}")
    return spec


def open_transitions(state: State, actor: Actor, *, accepted: bool) -> list[TransitionSpec]:
    """Return what that actor may do in that state that leads to another."""
    return [spec for spec in STATE_CHANGES.values() if spec.is_open(state, actor, accepted=accepted)]
