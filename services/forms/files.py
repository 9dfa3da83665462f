"""Files of a submission as the actions see them: which are handed in, which are let go."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from services.forms.models import Attachment, AttachmentState, Submission

Answers = dict[str, list[str]]


def waiting(submission: Submission) -> list[Attachment]:
    """The files that were uploaded and went out with nothing yet, without the refused ones."""
    rows = Attachment.objects.filter(submission=submission, claimed_at__isnull=True)
    return list(rows.exclude(state=AttachmentState.REFUSED))


def as_answers(attachments: Iterable[Attachment]) -> Answers:
    """Their ids by question, as the form's questions of files are answered."""
    answers: Answers = {}
    for attachment in attachments:
        answers.setdefault(attachment.question, []).append(str(attachment.pk))
    return answers


def remove(attachments: Iterable[Attachment]) -> None:
    """Take the rows away now and the bytes after the commit; bytes of a crash in between are swept."""
    rows = list(attachments)
    if rows:
        Attachment.objects.filter(pk__in=[row.pk for row in rows]).delete()
        paths = [row.path for row in rows]
        transaction.on_commit(lambda: _unlink(paths))


def remove_all(submission: Submission) -> None:
    """The same for everything a submission has."""
    own: QuerySet[Attachment] = Attachment.objects.filter(submission=submission)
    remove(own)


def _unlink(paths: Iterable[str]) -> None:
    from services.forms.uploads import storage

    for path in paths:
        storage.remove(path)
