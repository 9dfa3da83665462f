"""A new tracking code; the old one stops working."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from services.forms.actions.transitions import check_revision, lock_submission, update_row
from services.forms.audit import audit_log
from services.forms.models import Event, Submission
from services.forms.rules.exceptions import NotAllowed
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor


@transaction.atomic
def issue_tracking_code(*, submission: Submission, by: User, revision: int) -> Submission:
    """Issue a new tracking code for a filed submission (submissions/tracking.py tells it)."""
    row = lock_submission(submission, by=by, role=Actor.CITIZEN)
    if row.is_draft:
        raise NotAllowed("a draft has no tracking code")
    check_revision(row, revision)
    update_row(row, {"pin_counter": row.pin_counter + 1})
    Event.objects.create(
        submission=row,
        at=timezone.now(),
        move=Transition.ISSUE_NEW_PIN.value,
        from_state=row.state,
        to_state=row.state,
        actor=by,
        role=Actor.CITIZEN,
    )
    detail = {"counter": row.pin_counter}
    audit_log.record(actor=by, action=f"submission.{Transition.ISSUE_NEW_PIN}", submission=row, detail=detail)
    return row
