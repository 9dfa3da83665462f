"""Filing again: a new draft with the answers and files of a dossier that ended without what its owner wanted."""

from django.db import transaction

from accounts.models import User
from services.forms.actions.drafts import begin
from services.forms.actions.transitions import update_row
from services.forms.audit import audit_log
from services.forms.form_versions.comparison import carried_over
from services.forms.form_versions.routing import agency_of, service_of
from services.forms.form_versions.versions import freeze
from services.forms.models import Attachment, Submission
from services.forms.models.attachment import RESULT
from services.forms.rules.exceptions import NotAllowed, NotOpen
from services.forms.submissions.results import may_file_again
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.taking import copy


def file_again(*, submission: Submission, by: User, language: str, privacy_version: str = "") -> Submission:
    """Return a new draft of the same service and agency, begun with what of the old dossier still fits today's form.

    No step counts as done: each is shown filled in and confirmed by its owner. An unsent draft that was begun from the
    same dossier is given back as it is. NotAllowed, NotOpen, TooManyDrafts.
    """
    if submission.owner_id != by.pk or not may_file_again(submission):
        raise NotAllowed("file again")
    if known := Submission.objects.owned_by(by).drafts().filter(earlier=submission).first():
        draft: Submission = known
        return draft
    draft = _begun(submission, by, language, privacy_version)
    copy_files(submission, draft, by=by)
    return draft


@transaction.atomic
def _begun(submission: Submission, by: User, language: str, privacy_version: str) -> Submission:
    service = service_of(submission.service_key)
    agency = agency_of(service, submission.agency_key) if service else None
    if service is None or agency is None:
        raise NotOpen()
    version = freeze(service)
    draft = begin(
        owner=by, service=service, agency=agency, version=version, language=language, privacy_version=privacy_version
    )
    answers = carried_over(submission.version.form(), version.form(), submission.answers)
    update_row(draft, {"earlier": submission, "answers": answers})
    audit_log.record(actor=by, action="submission.file_again", submission=draft, detail={"earlier": submission.pk})
    return draft


def copy_files(submission: Submission, draft: Submission, *, by: User) -> None:
    """Hand in again what was handed in then and is still asked for and taken; the draft tells what is missing."""
    files = Attachment.objects.filter(submission=submission, claimed_at__isnull=False).exclude(question=RESULT)
    for file in files:
        try:
            copy(file, draft, by=by)
        except Refusal:
            continue
