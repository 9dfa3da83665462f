"""A paper of a page as a person sees it: its files, what may be wrong with them, whether it is there or missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.definition.questions import Question
from services.forms.models import Attachment, AttachmentState
from services.forms.uploads.photos import READABLE


class PaperState(models.TextChoices):
    """How far a paper is; a page says it in words and by an icon."""

    HERE = "here", _("Already here")
    MISSING = "missing", _("Still missing")
    OPTIONAL = "optional", _("May be left out")
    REVIEW = "review", _("Better look again")


@dataclass(frozen=True)
class PaperFile:
    """A file of a paper; `twin` is the label of an earlier paper that the same file stands for, "" without one."""

    attachment: Attachment
    twin: str = ""

    @property
    def is_clean(self) -> bool:
        return self.attachment.state == AttachmentState.CLEAN

    @property
    def has_preview(self) -> bool:
        """Whether there is a small picture of it, which is shown once the scanner has passed the file."""
        return self.is_clean and self.attachment.width is not None

    @property
    def can_be_turned(self) -> bool:
        return self.is_clean and self.attachment.kind in READABLE

    @property
    def version(self) -> str:
        """For the address of the small picture, which changes with its bytes."""
        return self.attachment.sha256[:8]

    @property
    def warns(self) -> bool:
        return bool(self.attachment.hint or self.twin)


@dataclass(frozen=True)
class PaperPart:
    """A question of files as it stands on a page. `when` says in words on what it depends; `notices` what was done."""

    question: Question
    files: Sequence[PaperFile] = ()
    errors: Sequence[str] = ()
    notices: Sequence[str] = ()
    when: str = ""

    @property
    def state(self) -> PaperState:
        if any(file.warns for file in self.files):
            return PaperState.REVIEW
        if self.files:
            return PaperState.HERE
        return PaperState.MISSING if self.question.required else PaperState.OPTIONAL


def twins(files: Mapping[str, Sequence[Attachment]]) -> dict[str, str]:
    """Return the question at which the same bytes were handed in before, by the id of each file that repeats them."""
    first: dict[str, Attachment] = {}
    found = {}
    for file in sorted((one for ones in files.values() for one in ones), key=lambda one: (one.uploaded_at, one.pk)):
        earlier = first.setdefault(file.sha256, file)
        if earlier.question != file.question:
            found[str(file.pk)] = earlier.question
    return found
