"""A new tracking code; the old one stops working."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from services.forms.actions.transitions import check_revision, lock_submission, update_row
from services.forms.audit import audit_log
from services.forms.models import Event, Submission
from services.forms.rules.exceptions import NotAllowed
from services.forms.rules.workflow import Actor

NEW_PIN = "issue_new_pin"


@transaction.atomic
def issue_tracking_code(*, submission: Submission, by: Any, revision: int) -> Submission:
    """Issue a new tracking code for a filed submission (submissions/tracking.py tells it)."""
    row = lock_submission(submission, by=by, role=Actor.CITIZEN)
    if row.is_draft:
        raise NotAllowed("a draft has no tracking code")
    check_revision(row, revision)
    update_row(row, pin_counter=row.pin_counter + 1)
    Event.objects.create(
        submission=row,
        at=timezone.now(),
        move=NEW_PIN,
        from_state=row.state,
        to_state=row.state,
        actor=by,
        role=Actor.CITIZEN,
    )
    audit_log.record(actor=by, action=f"submission.{NEW_PIN}", submission=row, detail={"counter": row.pin_counter})
    return row
