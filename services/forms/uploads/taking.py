"""Files come and go: every check first, then the bytes, then the row under a lock of the submission."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction

from accounts.models import User
from services.forms.definition.questions import Kind
from services.forms.models import Attachment, AttachmentState, Submission
from services.forms.rules.workflow import State
from services.forms.uploads import scanner, scanning, storage
from services.forms.uploads.cleaning import clean
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.limits import LARGEST_TOGETHER, MOST_FILES
from services.forms.uploads.receiving import received

OPEN_STATES = frozenset({State.DRAFT, State.SUPPLEMENT})
"""When a citizen may add and remove files: before filing, and while papers are asked for."""


def take(
    submission: Submission,
    question: str,
    uploaded_file: UploadedFile,
    *,
    by: User,
    asked: Collection[str] | None = None,
) -> Attachment:
    """Keep a file for one question of the form. The same file once more is answered with the row it has already.

    `asked` are the questions files may be handed in for now, e.g. those of a request for papers; by default all
    questions of files of the form. Refusal says why a file is not kept; Submission.DoesNotExist when it is not theirs.
    """
    _require_open(submission, question, asked)
    file = received(uploaded_file)
    _require_place(submission, unclaimed(submission), question, len(file.data))
    storage.require_room(len(file.data))
    kept = clean(file.data, file.kind)
    state = scanned(kept)
    attachment = Attachment(
        submission=submission, question=question, name=file.name, kind=file.kind.name, state=state, uploaded_by=by
    )
    return _keep(attachment, kept, asked)


def remove(attachment: Attachment, *, by: User) -> None:
    """Take away a file that was not handed in yet. Refusal `closed` when it was."""
    with transaction.atomic():
        submission = _locked(attachment.submission_id, by)
        found = Attachment.objects.filter(pk=attachment.pk, submission=submission).first()
        if found is None:
            return
        if found.claimed_at or submission.state not in OPEN_STATES:
            raise Refusal("closed")
        erase(Attachment.objects.filter(pk=found.pk))


def erase(attachments: models.QuerySet[Attachment]) -> int:
    """Remove rows and, once that is certain, their bytes; how many. The caller has checked the person and the state."""
    found = list(attachments.values_list("pk", "path"))
    Attachment.objects.filter(pk__in=[pk for pk, _path in found]).delete()
    for _pk, path in found:
        transaction.on_commit(lambda path=path: storage.remove(path))  # type: ignore[misc] # a default binds the loop
    return len(found)


def unclaimed(submission: Submission) -> models.QuerySet[Attachment]:
    """Return the files of the filing or the reply that is being prepared; refused ones take no room."""
    return submission.attachments.filter(claimed_at=None).exclude(state=AttachmentState.REFUSED)


def scanned(data: bytes) -> AttachmentState:
    try:
        verdict = scanner.scan(data)
    except scanner.ScannerDown:
        return AttachmentState.PENDING
    if verdict is scanner.Verdict.INFECTED:
        raise Refusal("infected")
    return AttachmentState.CLEAN


def _keep(attachment: Attachment, data: bytes, asked: Collection[str] | None) -> Attachment:
    """Bytes, then row. Whatever fails before the row is written takes the bytes with it."""
    stored = storage.write(data)
    attachment.path, attachment.size, attachment.sha256 = stored.path, stored.size, stored.sha256
    try:
        with transaction.atomic():
            kept = _write_row(attachment, asked)
    except BaseException:
        storage.remove(stored.path)
        raise
    if kept.pk != attachment.pk:
        storage.remove(stored.path)
    return kept


def _write_row(attachment: Attachment, asked: Collection[str] | None) -> Attachment:
    submission = _locked(attachment.submission_id, attachment.uploaded_by)
    _require_open(submission, attachment.question, asked)
    files = list(unclaimed(submission))
    if same := next((file for file in files if _identity(file) == _identity(attachment)), None):
        return same
    _require_place(submission, files, attachment.question, attachment.size)
    attachment.save(force_insert=True)
    if attachment.state == AttachmentState.PENDING:
        scanning.ask_again(attachment)
    return attachment


def _locked(pk: UUID, by: User) -> Submission:
    rows = Submission.objects.owned_by(by).select_related("version")
    submission: Submission = rows.select_for_update(of=("self",)).get(pk=pk)
    return submission


def _require_open(submission: Submission, question: str, asked: Collection[str] | None) -> None:
    if submission.state not in OPEN_STATES:
        raise Refusal("closed")
    if question not in (_file_questions(submission) if asked is None else asked):
        raise Refusal("unknown_question")


def _file_questions(submission: Submission) -> set[str]:
    return {question.key for question in submission.version.form().questions() if question.kind == Kind.FILES}


def _identity(file: Attachment) -> tuple[str, str, str, int]:
    return file.question, file.name, file.sha256, file.size


def _require_place(submission: Submission, kept: Iterable[Attachment], question: str, size: int) -> None:
    """The limits of a question and of all files together."""
    files = [(file.question, file.size) for file in kept]
    asked = submission.version.form().question(question)
    most = asked.limits.most if asked else None
    if most is not None and sum(key == question for key, _size in files) >= int(most):
        raise Refusal("too_many_here", most=int(most))
    if len(files) >= MOST_FILES:
        raise Refusal("too_many_files")
    if sum(taken for _key, taken in files) + size > LARGEST_TOGETHER:
        raise Refusal("too_much_together")
