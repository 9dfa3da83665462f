"""Files of a submission: which are handed in, which are let go, what each is called."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from services.forms.definition.questions import Form
from services.forms.models import Attachment, AttachmentState, Submission
from services.forms.models.attachment import RESULT
from services.forms.rules.exceptions import FilesPending
from services.forms.rules.transition_shapes import RequestedPaper
from services.forms.uploads.taking import erase, unclaimed

Answers = dict[str, list[str]]


def waiting(submission: Submission) -> list[Attachment]:
    """Return the files that were uploaded and went out with nothing yet, without the refused ones."""
    return list(unclaimed(submission))


def as_answers(attachments: Iterable[Attachment]) -> Answers:
    """Their ids by question, as the form's questions of files are answered."""
    answers: Answers = {}
    for attachment in attachments:
        answers.setdefault(attachment.question, []).append(str(attachment.pk))
    return answers


def require_checked(attachments: Iterable[Attachment]) -> None:
    """Raise FilesPending while one of them is still being checked."""
    if pending := [attachment for attachment in attachments if attachment.state == AttachmentState.PENDING]:
        raise FilesPending(pending)


def remove(attachments: Iterable[Attachment]) -> None:
    """Take these rows away now, and their bytes after the commit."""
    if keys := [attachment.pk for attachment in attachments]:
        erase(Attachment.objects.filter(pk__in=keys))


def remove_unsent(submission: Submission) -> None:
    """The same for what was uploaded and never handed in."""
    erase(submission.attachments.filter(claimed_at=None))


def remove_all(submission: Submission) -> None:
    """The same for everything a submission has."""
    erase(Attachment.objects.filter(submission=submission))


def paper_name(key: str, form: Form, asked_for: Iterable[RequestedPaper]) -> str:
    """Return a paper of the form, or what the agency asked for besides, where two requests may use one key for two
    papers.
    """
    if key == RESULT:
        return _("Result of the application")
    question = form.question(key)
    if question:
        return question.label
    return " / ".join(dict.fromkeys(paper["name"] for paper in asked_for if paper["question"] == key))
