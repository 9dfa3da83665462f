"""Transitions that officers make, and the portal itself, by the table of transitions."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from services.forms.actions.dates import recounted_now
from services.forms.actions.due_date_columns import is_acceptance, settled_limit
from services.forms.actions.transitions import (
    check_revision,
    check_transition,
    lock_submission,
    record_transition,
)
from services.forms.models import Event, Submission
from services.forms.rules.transition_data import required_reason
from services.forms.rules.transition_shapes import NoData, TransitionInput
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import PAUSING, WORKED_ON, Actor, IllegalTransition, State
from services.forms.submissions.paper_requests import is_exceptional, is_reply_over
from services.forms.submissions.permissions import EXCEPTIONAL_REQUEST, require


@transaction.atomic
def perform_transition(
    *,
    submission: Submission,
    name: Transition,
    by: User | None,
    role: Actor,
    revision: int,
    reason: str = "",
    detail: TransitionInput | None = None,
    limit: int | None = None,
) -> Submission:
    """Bring a filed submission from its state to another.

    `limit` is the number of the time limit that holds (due_dates.offered_limits); acceptance needs it where several
    may. What `detail` says is told in TransitionInput. What citizens do has actions of its own.
    IllegalTransition, StaleRevision, ReasonMissing or Incomplete when it cannot be; nothing is changed then.
    """
    if name not in STATE_CHANGES or Actor.CITIZEN in STATE_CHANGES[name].by:
        raise IllegalTransition(f"{name} is an action of its own")
    row = lock_submission(submission, by=by, role=role, permission=name)
    perform_on_row(row, name, by=by, role=role, revision=revision, reason=reason, detail=detail, limit=limit)
    return row


def perform_on_row(
    row: Submission,
    name: Transition,
    *,
    by: User | None,
    role: Actor,
    revision: int,
    reason: str = "",
    detail: TransitionInput | None = None,
    limit: int | None = None,
) -> Event:
    """Return the same with a row that is locked already; the event of it."""
    check_revision(row, revision)
    spec = check_transition(row, name, role)
    reason = reason.strip()
    said = detail or TransitionInput()
    data = spec.clean(said, row.version.form(row.language)) if spec.clean else NoData()
    if spec.requires_reason(said):
        reason = required_reason(reason)
    if name == Transition.ASK_FOR_PAPERS and is_exceptional(row):
        require(by, row, role, EXCEPTIONAL_REQUEST)
        reason = required_reason(reason)
    if name == Transition.STOP_LATE and not is_reply_over(row):
        raise IllegalTransition("stop_late: the time for the reply is not over")
    if {row.state, spec.to} <= WORKED_ON | PAUSING:
        recounted_now(row)  # an event of its own: another date is never silent
    columns = {}
    if is_acceptance(row, spec):
        columns["limit"] = settled_limit(row, limit, must_choose=spec.to != State.RESOLVED)
    return record_transition(row, spec, by=by, role=role, at=timezone.now(), reason=reason, data=data, columns=columns)
