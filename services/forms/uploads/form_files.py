"""Files on a page: what lies at each question, what was chosen or taken away with a press of a button."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import cached_property

from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.requests import AuthenticatedHttpRequest
from services.forms.definition.questions import Kind, Step
from services.forms.models import Attachment, Submission
from services.forms.uploads.attachments import as_answers
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import ACCEPT
from services.forms.uploads.names import shown_name
from services.forms.uploads.refusal_texts import sentence
from services.forms.uploads.taking import remove, take, unclaimed
from services.forms.uploads.upload_notices import Changes, add_upload_notices

UPLOAD, REMOVE = "upload", "remove"
"""Buttons: `upload` takes the chosen files and shows the page again, `remove` has the id of a file as its value."""


class FileInputs:
    """The files of one submission that went out with nothing yet, by question."""

    accept = ACCEPT

    def __init__(self, submission: Submission, asked: Collection[str] | None = None) -> None:
        """`asked` are the questions files may be handed in for now; by default all that the form has."""
        self.submission, self.asked = submission, asked
        self.errors: dict[str, list[str]] = {}
        self.changes: dict[str, Changes] = defaultdict(Changes)
        self.was_pressed = False
        self.pressed = ""

    @property
    def place(self) -> str:
        """Where the page says what the button did, as the end of an address; "" when it was none of ours."""
        if not self.pressed:
            return ""
        return f"#id_{self.pressed}_status" if self.pressed in self.changes else f"#id_{self.pressed}"

    @cached_property
    def by_question(self) -> dict[str, list[Attachment]]:
        found: dict[str, list[Attachment]] = {}
        for attachment in unclaimed(self.submission):
            found.setdefault(attachment.question, []).append(attachment)
        return found

    @property
    def answers(self) -> dict[str, list[str]]:
        """The ids of the files by question, as the form's rules read them."""
        return as_answers(one for found in self.by_question.values() for one in found)

    @property
    def names(self) -> dict[str, list[str]]:
        """The names of the files by question, as a person reads them."""
        return {key: [named(one) for one in found] for key, found in self.by_question.items()}

    @property
    def has_errors(self) -> bool:
        return bool(self.errors)

    def take(self, step: Step, request: AuthenticatedHttpRequest) -> None:
        """Do what the page was pressed for: take away one file, keep those that were chosen."""
        keys = [question.key for question in step.questions if question.kind == Kind.FILES]
        self.take_for(keys, request)

    def take_for(self, keys: Iterable[str], request: AuthenticatedHttpRequest) -> None:
        keys = list(keys)
        if UPLOAD in request.POST or REMOVE in request.POST:
            self.was_pressed = True
            self.pressed = next((key for key in keys if key == request.POST.get(UPLOAD)), "")
        self._remove(request.POST.get(REMOVE, ""), keys, request.user)
        for key in keys:
            for chosen in request.FILES.getlist(key):
                self._keep(key, chosen, request.user)
        self._require_chosen(request)
        self.__dict__.pop("by_question", None)
        for key, changes in self.changes.items():
            add_upload_notices(request, self.submission, key, changes.sentences(len(self.by_question.get(key, ()))))

    def _keep(self, key: str, chosen: UploadedFile, user: User) -> None:
        try:
            kept = take(self.submission, key, chosen, by=user, asked=self.asked)
        except Refusal as refusal:
            self.errors.setdefault(key, []).append(f"{chosen.name}: {sentence(refusal)}")
            return
        changes = self.changes[key]
        changes.received.append(kept)
        if kept.name != (name := shown_name(chosen.name or "")):
            changes.renamed[name] = kept

    def _require_chosen(self, request: AuthenticatedHttpRequest) -> None:
        """The button to upload does nothing without a file: say so."""
        if self.pressed and UPLOAD in request.POST and not request.FILES:
            self.errors.setdefault(self.pressed, []).append(_("Choose a file first, then press “Upload”."))

    def _remove(self, text: str, keys: list[str], user: User) -> None:
        own = [one for key in keys for one in self.by_question.get(key, ())]
        for attachment in [one for one in own if str(one.pk) == text]:
            self.pressed = attachment.question
            with suppress(Refusal):  # handed in from another window at the same moment: the page shown next says so
                remove(attachment, by=user)
                self.changes[attachment.question].removed.append(attachment.name)


def named(attachment: Attachment) -> str:
    """Return a file by its name and size."""
    return f"{attachment.name} ({filesizeformat(attachment.size)})"
