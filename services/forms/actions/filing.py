"""The filing itself: a draft becomes a dossier, once, however often the button is pressed."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from accounts.models import User
from services.forms.actions.transitions import (
    check_revision,
    check_transition,
    lock_submission,
    record_transition,
)
from services.forms.answering.flow import visible_questions
from services.forms.answering.validation import validate
from services.forms.definition.questions import Form, Kind, Question
from services.forms.form_versions.routing import (
    agency_of,
    require_open,
    rows_at_filing,
    service_of,
    snapshot_of_service,
)
from services.forms.models import Attachment, Submission
from services.forms.rules.exceptions import Incomplete, NotOpen
from services.forms.rules.transition_shapes import FilingData
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor
from services.forms.submissions.numbering import next_code
from services.forms.submissions.search_keys import search_keys
from services.forms.uploads import attachments


@transaction.atomic
def submit(*, submission: Submission, by: User, revision: int, declared: bool, privacy_version: str = "") -> Submission:
    """File the draft and answer it with its code. The draft is the key: filed already, it is answered as it is.

    Everything is judged again, on the whole form. `declared`: the person made the declaration. Incomplete,
    FilesPending, StaleRevision, NotOpen leave the draft as it was.
    """
    row = lock_submission(submission, by=by, role=Actor.CITIZEN)
    if not row.is_draft:
        return row
    check_revision(row, revision)
    form = row.version.form(row.language)
    waiting = attachments.waiting(row)
    answers = _judged(row, form, attachments.as_answers(waiting), declared)
    claimed, released = _sorted(waiting, answers)
    place = _place(row)
    spec = check_transition(row, Transition.FILE, Actor.CITIZEN)
    now = timezone.now()
    notice = {"privacy_version": privacy_version, "privacy_at": now} if privacy_version else {}
    given = {key: value for key, value in answers.items() if not _is_files(form, key)}
    record_transition(
        row,
        spec,
        by=by,
        role=Actor.CITIZEN,
        at=now,
        data=FilingData(files={question: len(ids) for question, ids in attachments.as_answers(claimed).items()}),
        columns={
            "answers": given,
            "lookup": search_keys(given),
            "filed_at": now,
            "code": next_code(place["agency_code"], now),
            **place,
            **notice,
        },
    )
    Attachment.objects.filter(pk__in=[attachment.pk for attachment in claimed]).update(claimed_at=now)
    attachments.remove(released)
    return row


def _judged(row: Submission, form: Form, uploaded: attachments.Answers, declared: bool) -> dict[str, Any]:
    """Return the answers of the questions that are asked, files among them, all of them good; Incomplete otherwise."""
    checked = validate(form, row.answers | {key: ids for key, ids in uploaded.items() if _is_files(form, key)})
    errors = dict(checked.errors)
    if not declared:
        errors["declaration"] = [gettext("Confirm that what you state is true.")]
    steps = [found for found in visible_questions(form, checked.answers) if any(map(_wants_answer, found.questions))]
    unsaved = [found.step.key for found in steps if found.step.key not in row.saved_steps]
    if errors or unsaved:
        raise Incomplete(errors, unsaved)
    return dict(checked.answers)


def _sorted(waiting: list[Attachment], answers: dict[str, Any]) -> tuple[list[Attachment], list[Attachment]]:
    """Return the files to claim and those whose question is not asked;
    FilesPending while one to claim is not checked.
    """
    claimed = [attachment for attachment in waiting if attachment.question in answers]
    attachments.require_checked(claimed)
    return claimed, [attachment for attachment in waiting if attachment.question not in answers]


def _place(row: Submission) -> dict[str, Any]:
    """Service, agency, fees and time limits as they are at filing; NotOpen when nobody takes the dossier now."""
    service = service_of(row.service_key)
    agency = agency_of(service, row.agency_key) if service else None
    if service is None or agency is None:
        raise NotOpen()
    require_open(service, agency)
    return {**snapshot_of_service(service, agency), **rows_at_filing(service)}


def _is_files(form: Form, key: str) -> bool:
    question = form.question(key)
    return question is not None and question.kind == Kind.FILES


def _wants_answer(question: Question) -> bool:
    return question.kind != Kind.INFORMATION
