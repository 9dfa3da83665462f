"""What officers do with a dossier besides moving it: assign it, pass it on, note, record a payment, decide."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from services.forms.actions.office_transitions import perform_transition
from services.forms.actions.transitions import check_revision, lock_submission, record_event
from services.forms.form_versions.routing import agency_of, service_of, snapshot_of_agency
from services.forms.models import Attachment, AttachmentState, Note, Officer, Submission
from services.forms.models.attachment import RESULT
from services.forms.rules.exceptions import Incomplete, NotAllowed
from services.forms.rules.transition_data import clean_note, payment, required_reason
from services.forms.rules.workflow import ENDED, Actor, IllegalMove, State
from services.forms.uploads import scanning

PAYABLE = frozenset({State.FILED, State.ACCEPTED, State.IN_PROGRESS, State.PAYMENT})
"""When money is taken for a dossier."""
SETTLED = ENDED | {State.RESOLVED, State.DRAFT}
"""When it is too late (or too early) to pass a dossier on."""


@transaction.atomic
def assign(*, submission: Submission, by: Any, revision: int, to: Any) -> Submission:
    """Give the work to an officer of the department that has the dossier; one may take it oneself."""
    act = "take" if to is not None and to.pk == by.pk else "assign"
    row = lock_submission(submission, by=by, role=Actor.OFFICER, act=act)
    check_revision(row, revision)
    if row.has_ended:
        raise IllegalMove(f"assign: not in {State(row.state).name}")
    if to is not None and not Officer.objects.handling(to).filter(department_key=row.agency_key).exists():
        raise Incomplete({"to": [_("This person does not work on dossiers of this agency.")]})
    if to is not None and to.pk == row.owner_id:
        raise Incomplete({"to": [_("Nobody works on a dossier of his own.")]})
    record_event(row, "assign", by=by, at=timezone.now(), detail={"to": to.pk if to else None}, assigned_to=to)
    return row


@transaction.atomic
def transfer(*, submission: Submission, by: Any, revision: int, to: UUID, reason: str) -> Submission:
    """Pass it on to another agency of the same service, by its key; the old agency sees it no more."""
    row = lock_submission(submission, by=by, role=Actor.OFFICER, act="transfer")
    check_revision(row, revision)
    if row.state in SETTLED:
        raise IllegalMove(f"transfer: not in {State(row.state).name}")
    reason = required_reason(reason)
    service = service_of(row.service_key)
    agency = agency_of(service, to) if service and to != row.agency_key else None
    if agency is None:
        raise Incomplete({"to": [_("This agency does not handle the service.")]})
    if not Officer.objects.working_at(to).exclude(user=row.owner_id).exists():
        raise Incomplete(
            {"to": [_("Nobody works on the dossiers of this agency here yet; it would be seen by nobody.")]}
        )
    place = snapshot_of_agency(agency)
    detail = {
        "from": {"key": str(row.agency_key), "name": row.agency_name},
        "to": {"key": str(place["agency_key"]), "name": place["agency_name"]},
    }
    values = {"reason": reason, "detail": detail, "assigned_to": None, **place}
    record_event(row, "transfer", by=by, at=timezone.now(), is_mailed=True, **values)
    return row


@transaction.atomic
def note(*, submission: Submission, by: Any, revision: int, text: str) -> Submission:
    """Write something for one's colleagues."""
    row = lock_submission(submission, by=by, role=Actor.OFFICER, act="note")
    check_revision(row, revision)
    text = clean_note(text, "text")
    if not text:
        raise Incomplete({"text": [_("Write something.")]})
    now = timezone.now()
    Note.objects.create(submission=row, author=by, at=now, text=text)
    record_event(row, "note", by=by, at=now)
    return row


@transaction.atomic
def record_payment(
    *,
    submission: Submission,
    by: Any,
    revision: int,
    amount: int,
    receipt: str,
    what: str = "",
    limit: int | None = None,
) -> Submission:
    """Record how much was paid, and for `what`; a dossier that waits for it goes on.

    Where that is its acceptance, `limit` is the number of the time limit that holds.
    """
    row = lock_submission(submission, by=by, role=Actor.OFFICER, act="record_payment")
    check_revision(row, revision)
    if row.state not in PAYABLE:
        raise IllegalMove(f"record_payment: not in {State(row.state).name}")
    paid = payment(amount, receipt, what)
    if row.state == State.PAYMENT:
        perform_transition(row, "pay", by=by, role=Actor.OFFICER, revision=revision, detail=paid, limit=limit)
    else:
        record_event(row, "record_payment", by=by, at=timezone.now(), is_mailed=True, detail=paid)
    return row


@transaction.atomic
def resolve(
    *, submission: Submission, by: Any, revision: int, outcome: str, reason: str = "", result: Attachment | None = None
) -> Submission:
    """Decide on it. `result` is a file whose bytes are kept and whose row is not written yet (uploads/results.py)."""
    row = lock_submission(submission, by=by, role=Actor.OFFICER, act="resolve")
    told_of = {"outcome": outcome}
    event = perform_transition(
        row, "resolve", by=by, role=Actor.OFFICER, revision=revision, reason=reason, detail=told_of
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
