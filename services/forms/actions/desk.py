"""What officers do with a submission by actions of their own: assign it, pass it on, note, record money, decide."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from services.forms.actions.office_transitions import perform_on_row
from services.forms.actions.transitions import check_revision, check_transition, lock_submission, record_event
from services.forms.form_versions.communes import stands_for_communes
from services.forms.form_versions.routing import agency_of, service_of, snapshot_of_agency
from services.forms.models import Attachment, AttachmentState, Note, Officer, Submission
from services.forms.models.attachment import RESULT
from services.forms.rules.exceptions import Incomplete, NotAllowed
from services.forms.rules.transition_data import clean_note, payment, required_reason
from services.forms.rules.transition_shapes import AssignmentData, TransferData, TransitionInput
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor, State
from services.forms.submissions.permissions import TAKE
from services.forms.uploads import scanning


@transaction.atomic
def assign(*, submission: Submission, by: User, revision: int, to: User | None) -> Submission:
    """Give the work to an officer of the department that has the dossier; one may take it oneself."""
    permission = TAKE if to is not None and to.pk == by.pk else Transition.ASSIGN
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=permission)
    check_revision(row, revision)
    check_transition(row, Transition.ASSIGN, Actor.OFFICER)
    if to is not None and not Officer.objects.handling(to).at(row.agency_key).exists():
        raise Incomplete({"to": [_("This person does not work on applications of this agency.")]})
    if to is not None and to.pk == row.owner_id:
        raise Incomplete({"to": [_("Nobody works on an application of his own.")]})
    data = AssignmentData(to=to.pk if to else None)
    record_event(row, Transition.ASSIGN, by=by, at=timezone.now(), data=data, columns={"assigned_to": to})
    return row


@transaction.atomic
def transfer(*, submission: Submission, by: User, revision: int, to: UUID, reason: str) -> Submission:
    """Pass it on to another agency of the same service, by its key; the old agency sees it no more."""
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=Transition.TRANSFER)
    check_revision(row, revision)
    check_transition(row, Transition.TRANSFER, Actor.OFFICER)
    reason = required_reason(reason)
    service = service_of(row.service_key)
    agency = agency_of(service, to) if service and to != row.agency_key else None
    if agency is None or stands_for_communes(agency.department):
        raise Incomplete({"to": [_("This agency does not handle the service.")]})
    if not Officer.objects.working_at(to).exclude(user=row.owner_id).exists():
        raise Incomplete(
            {"to": [_("Nobody works on the applications of this agency here yet; it would be seen by nobody.")]}
        )
    place = snapshot_of_agency(agency)
    data: TransferData = {
        "from": {"key": str(row.agency_key), "name": row.agency_name},
        "to": {"key": str(place["agency_key"]), "name": place["agency_name"]},
    }
    columns = {"assigned_to": None, **place}
    record_event(row, Transition.TRANSFER, by=by, at=timezone.now(), reason=reason, data=data, columns=columns)
    return row


@transaction.atomic
def note(*, submission: Submission, by: User, revision: int, text: str) -> Submission:
    """Write something for one's colleagues."""
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=Transition.NOTE)
    check_revision(row, revision)
    text = clean_note(text, "text")
    if not text:
        raise Incomplete({"text": [_("Write something.")]})
    now = timezone.now()
    Note.objects.create(submission=row, author=by, at=now, text=text)
    record_event(row, Transition.NOTE, by=by, at=now)
    return row


@transaction.atomic
def record_payment(
    *,
    submission: Submission,
    by: User,
    revision: int,
    amount: int,
    receipt: str,
    what: str = "",
    limit: int | None = None,
) -> Submission:
    """Record how much was paid, and for `what`; a dossier that waits for it goes on.

    Where that is its acceptance, `limit` is the number of the time limit that holds.
    """
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=Transition.RECORD_PAYMENT)
    check_revision(row, revision)
    if row.state == State.PAYMENT:
        paid = TransitionInput(amount=amount, receipt=receipt, what=what)
        perform_on_row(row, Transition.PAY, by=by, role=Actor.OFFICER, revision=revision, detail=paid, limit=limit)
    else:
        check_transition(row, Transition.RECORD_PAYMENT, Actor.OFFICER)
        data = payment(amount, receipt, what)
        record_event(row, Transition.RECORD_PAYMENT, by=by, at=timezone.now(), data=data)
    return row


@transaction.atomic
def resolve(
    *, submission: Submission, by: User, revision: int, outcome: str, reason: str = "", result: Attachment | None = None
) -> Submission:
    """Decide on it. `result` is a file whose bytes are kept and whose row is not written yet (uploads/results.py)."""
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=Transition.RESOLVE)
    decision = TransitionInput(outcome=outcome)
    event = perform_on_row(
        row, Transition.RESOLVE, by=by, role=Actor.OFFICER, revision=revision, reason=reason, detail=decision
    )
    if result is None:
        return row
    if result.submission_id != row.pk or result.question != RESULT:
        raise NotAllowed("a file of something else")
    result.claimed_at, result.event = event.at, event
    result.save(force_insert=True)
    if result.state == AttachmentState.PENDING:
        scanning.ask_again(result)
    return row
