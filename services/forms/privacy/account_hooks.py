"""What an account has to do with submissions: the way to them, the copy of them, and what becomes of them at its end.

Named in settings: ACCOUNT_CLOSING_CHECKS, ACCOUNT_EXPORTS, ACCOUNT_EXPORTED, ADMIN_EXPORTED,
STAFF_CHANGED, ACCOUNT_PREFERENCES_SAVED and ACCOUNT_LINKS.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Profile, User
from accounts.requests import AuthenticatedHttpRequest
from core.links import Link
from services.forms.actions.drafts import discard
from services.forms.audit import audit_log
from services.forms.models import Attachment, Officer, Slip, Submission
from services.forms.rules.workflow import State
from services.forms.submissions import queries
from services.forms.submissions.citizen_texts import CitizenTexts
from services.forms.submissions.permissions import is_officer
from services.forms.submissions.timeline import owner_timeline

PARTS = ("events", "attachments", "slips", "rating")
"""What a copy of a dossier is read along with."""


def my_dossiers(request: AuthenticatedHttpRequest) -> Link:
    """Return the way to one's dossiers, with the number of news about them."""
    seen = Profile.objects.of(request.user).seen_notices_at
    news = queries.unseen_count(request.user, seen_until=seen)
    if not news:
        return Link(_("My applications"), reverse("submissions"))
    words = ngettext("My applications (%(count)d new)", "My applications (%(count)d new)", news)
    return Link(words % {"count": news}, reverse("submissions"))


def desk(request: AuthenticatedHttpRequest) -> Link | None:
    """Return the way to the officers' desk, for officers."""
    return Link(_("Officers’ desk"), reverse("desk")) if is_officer(request.user) else None


@transaction.atomic
def closing(user: User) -> None:
    """Drafts and offices go; what was filed stays with the nameless account until its time to be kept is over."""
    Officer.objects.filter(user=user).delete()
    for draft in Submission.objects.select_for_update().filter(owner=user, state=State.DRAFT, legal_hold=False):
        discard(draft)
    audit_log.record(actor=user, action="account.close")


def export(user: User) -> dict[str, Any]:
    """Return everything a person filled in and filed, as JSON data, with a list of the files."""
    rows = Submission.objects.filter(owner=user).order_by("created_at", "pk").prefetch_related(*PARTS)
    words = CitizenTexts(submission.service_key for submission in rows)
    return {"submissions": [_exported(submission, words) for submission in rows]}


def exported(user: User) -> None:
    """The person has taken that copy."""
    audit_log.record(actor=user, action="account.export")


def admin_exported(user: User, name: str) -> None:
    """Somebody has taken a list of the admin as a file."""
    audit_log.record(actor=user, action="admin.export", detail={"list": name})


def staff_changed(by: User, user: User | None, action: str, detail: Mapping[str, object]) -> None:
    """Somebody has given or taken roles, invited, suspended or opened an account of staff."""
    about = {"account": user.pk} if user else {}
    audit_log.record(actor=by, action=f"staff.{action}", detail={**about, **detail})


def preferences_saved(profile: Profile) -> None:
    """The person has said how they want to be told of their submissions."""
    detail = {"about": str(profile.notify_about), "channels": profile.message_channels}
    audit_log.record(actor=profile.user, action="account.preferences", detail=detail)


def _exported(submission: Submission, words: CitizenTexts) -> dict[str, Any]:
    return {
        "id": str(submission.pk),
        "code": submission.code,
        "state": State(submission.state).name.lower(),
        "language": submission.language,
        "service": {
            "key": str(submission.service_key),
            "title": submission.service_title,
            "procedure_code": submission.procedure_code,
        },
        "agency": {"name": submission.agency_name, "code": submission.agency_code},
        "begun_at": _text(submission.created_at),
        "filed_at": _text(submission.filed_at),
        "accepted_at": _text(submission.accepted_at),
        "due_at": _text(submission.due_at),
        "ended_at": _text(submission.closed_at),
        "privacy_notice": {"version": submission.privacy_version, "read_at": _text(submission.privacy_at)},
        "answers": submission.answers,
        "fees": submission.fees,
        "durations": submission.durations,
        "files": [_file(attachment) for attachment in submission.attachments.all()],
        "slips": [_slip(slip) for slip in submission.slips.all()],
        "rating": _rating(submission),
        "history": [
            {"at": _text(line.at), "what": line.text, "reason": line.reason, "papers": line.papers}
            for line in owner_timeline(submission, words)
        ],
    }


def _rating(submission: Submission) -> dict[str, Any] | None:
    rating = getattr(submission, "rating", None)
    if rating is None:
        return None
    return {"score": rating.score, "comment": rating.comment, "given_at": _text(rating.given_at)}


def _file(attachment: Attachment) -> dict[str, Any]:
    return {
        "id": str(attachment.pk),
        "question": attachment.question,
        "name": attachment.name,
        "bytes": attachment.size,
        "sha256": attachment.sha256,
        "uploaded_at": _text(attachment.uploaded_at),
        "handed_in_at": _text(attachment.claimed_at),
    }


def _slip(slip: Slip) -> dict[str, Any]:
    return {
        "kind": slip.kind,
        "number": slip.number,
        "issued_at": _text(slip.issued_at),
        "issued_by": slip.issued_by,
        "due_at": _text(slip.due_at),
        "token": slip.token,
        "says": slip.payload,
    }


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
