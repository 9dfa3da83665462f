"""A legal hold: placed on a filed dossier, it is kept beyond its time, until the hold is released."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from services.forms.actions.transitions import lock_submission
from services.forms.audit import audit_log
from services.forms.models import LegalHold, Submission
from services.forms.rules.exceptions import NotAllowed, ReasonMissing
from services.forms.rules.transition_data import clean_note
from services.forms.rules.workflow import Actor


@transaction.atomic
def hold(*, submission: Submission, by: User | None, reason: str) -> LegalHold:
    """Keep it, whatever retention and erasure say. A hold that is in force is answered as it is.

    `by` is somebody who works on submissions, or None for the command line. NotAllowed for a draft, ReasonMissing
    without a reason, Incomplete for one that is too long.
    """
    row = lock_submission(submission, by=by, role=_role(by))
    if row.is_draft:
        raise NotAllowed("a draft is nothing to keep")
    reason = clean_note(reason, "reason", LegalHold.LONGEST_REASON)
    if not reason:
        raise ReasonMissing(["reason"])
    in_force: LegalHold | None = row.holds.filter(released_at=None).first()
    if in_force:
        return in_force
    placed = LegalHold.objects.create(submission=row, reason=reason, placed_at=timezone.now(), placed_by=by)
    _set(row, True)
    audit_log.record(actor=by, action="submission.hold", submission=row)
    return placed


@transaction.atomic
def release(*, submission: Submission, by: User | None) -> None:
    """Let its time run again; without a hold nothing happens."""
    row = lock_submission(submission, by=by, role=_role(by))
    if not row.legal_hold:
        return
    row.holds.filter(released_at=None).update(released_at=timezone.now(), released_by=by)
    _set(row, False)
    audit_log.record(actor=by, action="submission.release", submission=row)


def _role(by: User | None) -> Actor:
    return Actor.SYSTEM if by is None else Actor.OFFICER


def _set(row: Submission, held: bool) -> None:
    """Without a new revision: what the dossier says stays as somebody may have it on the screen."""
    Submission.objects.filter(pk=row.pk).update(legal_hold=held)
    row.legal_hold = held
