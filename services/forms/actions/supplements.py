"""What a citizen does with a filed dossier: hands in what was asked for, or withdraws."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from services.forms.actions.dates import recounted_now
from services.forms.actions.transitions import (
    check_revision,
    check_transition,
    lock_submission,
    record_transition,
)
from services.forms.models import Attachment, Submission
from services.forms.rules.exceptions import Incomplete
from services.forms.rules.transition_data import clean_note
from services.forms.rules.transition_shapes import FilingData
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import REPLIES
from services.forms.rules.workflow import Actor, IllegalTransition, State
from services.forms.submissions.paper_requests import open_requests
from services.forms.uploads import attachments


@transaction.atomic
def hand_in(*, submission: Submission, by: User, revision: int, note: str = "") -> Submission:
    """Reply to the open request: the files uploaded since for each paper asked for, and a note.

    The reply goes out once for all papers. Incomplete (by key of the paper) while one has no file, FilesPending while
    one is being checked. A repeated press finds nothing open and answers the submission as it is.
    """
    row = lock_submission(submission, by=by, role=Actor.CITIZEN)
    if row.state != State.SUPPLEMENT:
        return _handed_in_before(row)
    check_revision(row, revision)
    note = clean_note(note, "note")
    claimed = _asked_for(row)
    name = Transition.HAND_IN if row.accepted_at else Transition.HAND_IN_BEFORE_ACCEPTANCE
    recounted_now(row)
    now = timezone.now()
    event = record_transition(
        row,
        check_transition(row, name, Actor.CITIZEN),
        by=by,
        role=Actor.CITIZEN,
        at=now,
        reason=note,
        data=FilingData(files={question: len(ids) for question, ids in attachments.as_answers(claimed).items()}),
    )
    Attachment.objects.filter(pk__in=[attachment.pk for attachment in claimed]).update(claimed_at=now, event=event)
    return row


@transaction.atomic
def withdraw(*, submission: Submission, by: User, revision: int, reason: str = "") -> Submission:
    """Withdraw a filed submission that has not ended; withdrawn already, it is answered as it is."""
    row = lock_submission(submission, by=by, role=Actor.CITIZEN)
    if row.state == State.WITHDRAWN:
        return row
    check_revision(row, revision)
    spec = check_transition(row, Transition.WITHDRAW, Actor.CITIZEN)
    record_transition(row, spec, by=by, role=Actor.CITIZEN, at=timezone.now(), reason=clean_note(reason, "reason"))
    return row


def _asked_for(row: Submission) -> list[Attachment]:
    """Return the new files of every paper that was asked for."""
    waiting = attachments.waiting(row)
    new = attachments.as_answers(waiting)
    names = {paper.question: paper.name for paper in open_requests(row)}
    if missing := {question: name for question, name in names.items() if question not in new}:
        raise Incomplete({key: [_("Please upload: {label}").format(label=name)] for key, name in missing.items()})
    claimed = [attachment for attachment in waiting if attachment.question in names]
    attachments.require_checked(claimed)
    return claimed


def _handed_in_before(row: Submission) -> Submission:
    """Return the submission, if its last event was such a reply; IllegalTransition otherwise."""
    last = row.events.order_by("-at", "-pk").first()
    if last is None or last.move not in REPLIES:
        raise IllegalTransition(f"hand_in: not from {State(row.state).name}")
    return row
