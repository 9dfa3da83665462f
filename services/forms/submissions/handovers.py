"""Handovers: to whom, and from which agency to which, an event of the history gave a submission."""

from services.forms.models import Event
from services.forms.rules.transition_shapes import AgencySnapshot, AssignmentData, TransferData
from services.forms.rules.transition_spec import Transition


def assigned_to(event: Event) -> int | None:
    """Return the number of the officer's account; None where it was given to nobody, or the event is no assignment."""
    if event.move != Transition.ASSIGN:
        return None
    data: AssignmentData = event.detail
    return data.get("to")


def transferred(event: Event) -> tuple[AgencySnapshot, AgencySnapshot] | None:
    """Return the agencies before and after; None where the event is no transfer, or does not say it any more."""
    data: TransferData = event.detail
    if event.move != Transition.TRANSFER or "from" not in data or "to" not in data:
        return None
    return data["from"], data["to"]
