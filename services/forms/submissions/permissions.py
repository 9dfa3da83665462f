"""Who may act on a submission, and in what capacity. One table: role of an officer → acts."""

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from services.forms.models import Officer, OfficerRole, Submission
from services.forms.rules.exceptions import NotAllowed
from services.forms.rules.workflow import Actor

RECEIVING = frozenset(
    {
        *("accept", "refuse", "refuse_late", "ask_for_papers", "ask_for_payment", "pay", "record_payment"),
        *("hand_over", "transfer", "note"),
    }
)
HANDLING = RECEIVING | {"begin", "resolve", "stop", "take"}
HEADING = HANDLING | {"assign", "extend"}

ACTS: dict[str, frozenset[str]] = {
    OfficerRole.ONE_STOP: RECEIVING,
    OfficerRole.OFFICER: HANDLING,
    OfficerRole.HEAD: HEADING,
    OfficerRole.SUPERVISOR: frozenset(),
}
"""The one-stop officer receives and hands over, the department works and decides; its head says who works on what and
puts dates off."""


def is_officer(user: User | AnonymousUser | None) -> bool:
    """Whether this person has any office here (settings.MFA_REQUIRED_FOR)."""
    return bool(Officer.objects.of(user).exists())


def acts_of(user: User | AnonymousUser | None, submission: Submission) -> frozenset[str]:
    """Everything this person's offices at the dossier's agency allow, in whatever state it is; nothing for one's own.

    What nobody handles there is empty: a dossier without an agency, another department's, a draft.
    """
    if submission.is_draft or submission.agency_key is None or submission.owner_id == getattr(user, "pk", None):
        return frozenset()
    roles = Officer.objects.handling(user).filter(department_key=submission.agency_key).values_list("role", flat=True)
    return frozenset().union(*(ACTS[role] for role in roles))


def may_act(user: User | AnonymousUser | None, submission: Submission, role: Actor, act: str = "") -> bool:
    """Whether this person may act on it in that capacity; nobody handles a dossier of his own. System is no person.

    `act` is a move of the workflow or an act of the desk; without one, any act will do.
    """
    if role == Actor.SYSTEM:
        return user is None
    if user is None or not user.is_active:
        return False
    if role == Actor.CITIZEN:
        return bool(submission.owner_id == user.pk)
    acts = acts_of(user, submission)
    return act in acts if act else bool(acts)


def require(user: User | AnonymousUser | None, submission: Submission, role: Actor, act: str = "") -> None:
    """NotAllowed unless this person may act on it in that capacity."""
    if not may_act(user, submission, role, act):
        raise NotAllowed(f"{role.value} {act}: {submission.pk}")
