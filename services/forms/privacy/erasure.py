"""Erasing a person: the account is closed, drafts and ended dossiers go; what must stay is said, with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.closing import close_account, require_closable
from accounts.models import Profile, User
from accounts.personal_data import wipe_traces
from core.models import KeptPost
from services.forms.actions.transitions import update_row
from services.forms.audit import audit_log
from services.forms.messages import notifications
from services.forms.models import Submission
from services.forms.privacy.retention import delete_submission, kept_until
from services.forms.slips.validity import anonymise_slips
from services.forms.submissions.ratings import anonymise_rating
from services.forms.uploads import attachments

IMPERSONAL = frozenset(
    {"outcome", "value", "unit", "due_at", "was_due_at", "reply_until", "from", "to"}  # dates, agencies, officers
)
"""What the details of an event may hold of a dossier that has no name any more; its pages and its clock need it."""


class Fate(StrEnum):
    """What becomes of a dossier when its owner is erased."""

    REMOVED = "removed"
    ANONYMISED = "anonymised"
    KEPT_UNDER_WAY = "kept: under way, ask again when it has ended"
    KEPT_ON_HOLD = "kept: legal hold"
    KEPT_FOR_ARCHIVE = "kept: for the archive"


class EndedDossiers(StrEnum):
    """settings.ERASURE_OF_ENDED: what becomes of a dossier that has ended and whose time to be kept goes on."""

    REMOVE = "remove"
    ANONYMISE = "anonymise"
    KEEP = "keep"


OF_ENDED = {
    EndedDossiers.REMOVE: Fate.REMOVED,
    EndedDossiers.ANONYMISE: Fate.ANONYMISED,
    EndedDossiers.KEEP: Fate.KEPT_FOR_ARCHIVE,
}


@dataclass(frozen=True)
class Settled:
    """One dossier and what became, or would become, of it. `code` is "" for a draft; `until` where a time is set."""

    code: str
    fate: Fate
    until: datetime | None


def fate_of(submission: Submission, now: datetime) -> Fate:
    """Return what becomes of it: a hold goes first, then the work of the office, then the time to be kept."""
    if submission.legal_hold:
        return Fate.KEPT_ON_HOLD
    if submission.is_draft:
        return Fate.REMOVED
    if not submission.has_ended:
        return Fate.KEPT_UNDER_WAY
    until = kept_until(submission)
    if until is not None and until <= now:
        return Fate.REMOVED
    return OF_ENDED[EndedDossiers(settings.ERASURE_OF_ENDED)]


def plan(user: User) -> list[Settled]:
    """Return what erase_person would do; it refuses the same accounts."""
    require_closable(user)
    now = timezone.now()
    return [_settled(row, fate_of(row, now)) for row in _rows(user)]


@transaction.atomic
def erase_person(user: User, *, by: User | None) -> list[Settled]:
    """Erase somebody; what became of each dossier. ClosingRefused for an account that belongs to a task."""
    require_closable(user)
    now = timezone.now()
    settled = []
    for row in _rows(user).select_for_update(of=("self",)):
        fate = fate_of(row, now)
        settled.append(_settled(row, fate))
        if fate is Fate.REMOVED:
            delete_submission(row, action="submission.erase", by=by)
        elif fate is not Fate.KEPT_ON_HOLD:
            anonymise_rating(row)
        if fate is Fate.ANONYMISED:
            anonymise_submission(row, by=by)
    address, phone = user.email, Profile.objects.of(user).phone
    close_account(user)
    wipe_traces(user, address, phone)
    audit_log.record(actor=by, action="person.erase", detail={"account": user.pk, **_counted(settled)})
    return settled


def anonymise_submission(row: Submission, *, by: User | None) -> None:
    """Leave of a locked dossier that it was filed, where, when and with what outcome; nothing anybody wrote."""
    attachments.remove_all(row)
    notifications.forget(row)
    KeptPost.objects.about(row.pk).delete()
    row.holds.update(reason="")  # released ones
    row.notes.all().delete()
    anonymise_slips(row, keeps_number=True)
    anonymise_rating(row)
    for event in row.events.all():
        event.reason = ""
        event.detail = {name: value for name, value in event.detail.items() if name in IMPERSONAL}
        event.save(update_fields=["reason", "detail"])
    update_row(row, {"answers": {}, "saved_steps": [], "lookup": ""})
    audit_log.record(actor=by, action="submission.anonymise", submission=row)


def _rows(user: User) -> QuerySet[Submission]:
    return Submission.objects.filter(owner=user).order_by("created_at", "pk")


def _settled(row: Submission, fate: Fate) -> Settled:
    return Settled(row.code or "", fate, None if fate is Fate.REMOVED or row.legal_hold else kept_until(row))


def _counted(settled: Iterable[Settled]) -> dict[str, int]:
    fates = [each.fate for each in settled]
    return {
        "removed": fates.count(Fate.REMOVED),
        "anonymised": fates.count(Fate.ANONYMISED),
        "kept": len(fates) - fates.count(Fate.REMOVED) - fates.count(Fate.ANONYMISED),
    }
