"""Who may act on a submission, and in what capacity."""

from typing import Any

from services.forms.models import Submission
from services.forms.refusals import NotAllowed
from services.forms.workflow import Actor

HANDLE = "service_forms.change_submission"
"""What somebody needs who moves other people's submissions."""


def may_act(user: Any, submission: Submission, role: Actor) -> bool:
    """Whether this person may act on it in that capacity; nobody handles a dossier of his own. System is no person."""
    if role == Actor.SYSTEM:
        return user is None
    if user is None or not user.is_active:
        return False
    is_owner = submission.owner_id == user.pk
    return is_owner if role == Actor.CITIZEN else not is_owner and user.has_perm(HANDLE)


def require(user: Any, submission: Submission, role: Actor) -> None:
    """NotAllowed unless this person may act on it in that capacity."""
    if not may_act(user, submission, role):
        raise NotAllowed(f"{role.value}: {submission.pk}")
