"""A new tracking code; the old one stops working."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from services.forms.actions.transitions import change, compare, locked
from services.forms.audit import audit_log
from services.forms.models import Event, Submission
from services.forms.rules.exceptions import NotAllowed
from services.forms.rules.workflow import Actor

NEW_PIN = "issue_new_pin"


@transaction.atomic
def issue_new_pin(*, submission: Submission, by: Any, revision: int) -> Submission:
    """Issue a new tracking code for a filed submission (services.forms.submissions.tracking.pin_of tells it)."""
    row = locked(submission, by=by, role=Actor.CITIZEN)
    if row.is_draft:
        raise NotAllowed("a draft has no tracking code")
    compare(row, revision)
    change(row, pin_counter=row.pin_counter + 1)
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
