"""Assignments: to whom an event of the history gave the work."""

from services.forms.models import Event
from services.forms.rules.transition_shapes import AssignmentData
from services.forms.rules.transition_spec import Transition


def assigned_to(event: Event) -> int | None:
    """Return the number of the officer's account; None where it was given to nobody, or the event is no assignment."""
    if event.move != Transition.ASSIGN:
        return None
    data: AssignmentData = event.detail
    return data.get("to")
