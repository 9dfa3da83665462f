"""Who may do what with a submission, and in what capacity: the table of transitions says which roles may what."""

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from services.forms.models import Officer, OfficerRole, Submission
from services.forms.rules.exceptions import NotAllowed
from services.forms.rules.roles import HANDLING, HEADING
from services.forms.rules.transitions import TRANSITIONS
from services.forms.rules.workflow import Actor

TAKE = "take"
"""To assign a submission to oneself."""
EXCEPTIONAL_REQUEST = "exceptional_request"
"""To ask for papers late or a second time."""


def _permissions_of_role(role: OfficerRole) -> frozenset[str]:
    may: set[str] = {spec.name for spec in TRANSITIONS.values() if role in spec.roles}
    may |= {TAKE} if role in HANDLING else set()
    return frozenset(may | {EXCEPTIONAL_REQUEST} if role in HEADING else may)


PERMISSIONS: dict[str, frozenset[str]] = {role: _permissions_of_role(role) for role in OfficerRole}
"""Role of an officer → permissions. The one-stop officer receives and hands over, the department works and decides;
its head says who works on what and puts dates off; the supervisor sees numbers only."""


def is_officer(user: User | AnonymousUser | None) -> bool:
    """Return whether this person has any office here (settings.MFA_REQUIRED_FOR)."""
    return bool(Officer.objects.of(user).exists())


def permissions_of(user: User | AnonymousUser, submission: Submission) -> frozenset[str]:
    """Return everything this person's offices at the submission's agency allow, in whatever state; nothing for one's
    own.

    What nobody handles there is empty: a submission without an agency, another department's, a draft.
    """
    if submission.is_draft or submission.agency_key is None or submission.owner_id == user.pk:
        return frozenset()
    roles = Officer.objects.handling(user).at(submission.agency_key).values_list("role", flat=True)
    return frozenset().union(*(PERMISSIONS[role] for role in roles))


def is_allowed(user: User | AnonymousUser | None, submission: Submission, role: Actor, permission: str = "") -> bool:
    """Return whether this person may act on it in that capacity; nobody handles their own submission. System is no
    person.

    `permission` is the name of a transition, or TAKE; without one, any will do.
    """
    if role == Actor.SYSTEM:
        return user is None
    if user is None or not user.is_active:
        return False
    if role == Actor.CITIZEN:
        return bool(submission.owner_id == user.pk)
    permissions = permissions_of(user, submission)
    return permission in permissions if permission else bool(permissions)


def require(user: User | AnonymousUser | None, submission: Submission, role: Actor, permission: str = "") -> None:
    """Raise NotAllowed unless this person may act on it in that capacity."""
    if not is_allowed(user, submission, role, permission):
        raise NotAllowed(f"{role.value} {permission}: {submission.pk}")
