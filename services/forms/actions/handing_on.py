"""The way of an accepted submission from the counter to the competent agency: handed on, and received there."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from departments.calendars import agency_calendar
from services.forms.actions.transitions import check_revision, check_transition, lock_submission, record_event
from services.forms.models import Submission
from services.forms.rules.transition_shapes import ForwardData
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor, IllegalTransition
from services.forms.submissions.due_dates import moment_to_json
from services.forms.submissions.handing_on import forward_until, may_forward, may_receive


@transaction.atomic
def forward(*, submission: Submission, by: User, revision: int) -> Submission:
    """Stamp that it was handed on to the competent agency, once. The time limit runs from its acceptance."""
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=Transition.FORWARD)
    check_revision(row, revision)
    check_transition(row, Transition.FORWARD, Actor.OFFICER)
    if not may_forward(row):
        raise IllegalTransition("forward: handed on already")
    now, until = timezone.now(), forward_until(row, agency_calendar(row.agency_key))
    data, columns = ForwardData(forward_until=moment_to_json(until)), {"handed_on_at": now}
    record_event(row, Transition.FORWARD, by=by, at=now, data=data, columns=columns)
    return row


@transaction.atomic
def receive(*, submission: Submission, by: User, revision: int) -> Submission:
    """Stamp that the competent agency has it, once, after it was handed on."""
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=Transition.RECEIVE)
    check_revision(row, revision)
    check_transition(row, Transition.RECEIVE, Actor.OFFICER)
    if not may_receive(row):
        raise IllegalTransition("receive: not handed on, or received already")
    now = timezone.now()
    record_event(row, Transition.RECEIVE, by=by, at=now, columns={"received_at": now})
    return row
