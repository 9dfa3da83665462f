"""Files on a page: what lies at each question, what was chosen or taken away with a press of a button."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from functools import cached_property

from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.requests import AuthenticatedHttpRequest
from core.i18n import reader_language
from services.forms.definition.questions import Form, Kind, Question, Step
from services.forms.models import Attachment, Submission
from services.forms.uploads.attachments import as_answers
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import ACCEPT
from services.forms.uploads.names import shown_name
from services.forms.uploads.paper_files import PaperFile, PaperPart, twins
from services.forms.uploads.refusal_texts import sentence
from services.forms.uploads.taking import remove, rotate, take, unclaimed
from services.forms.uploads.upload_notices import Changes, add_upload_notices

UPLOAD, REMOVE, ROTATE = "upload", "remove", "rotate"
"""Buttons: `upload` takes the chosen files and shows the page again; `remove` and `rotate` have its id as their
value.
"""


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
        if any(button in request.POST for button in (UPLOAD, REMOVE, ROTATE)):
            self.was_pressed = True
            self.pressed = next((key for key in keys if key == request.POST.get(UPLOAD)), "")
        self._remove(request.POST.get(REMOVE, ""), keys, request.user)
        self._rotate(request.POST.get(ROTATE, ""), keys, request.user)
        for key in keys:
            for chosen in request.FILES.getlist(key):
                self._keep(key, chosen, request.user)
        self._require_chosen(request)
        for name in ("by_question", "twins"):
            self.__dict__.pop(name, None)
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
        for attachment in self._named(text, keys):
            self.pressed = attachment.question
            with suppress(Refusal):  # handed in from another window at the same moment: the page shown next says so
                remove(attachment, by=user)
                self.changes[attachment.question].removed.append(attachment.name)

    def _rotate(self, text: str, keys: list[str], user: User) -> None:
        for attachment in self._named(text, keys):
            self.pressed = attachment.question
            try:
                rotate(attachment, by=user)
                self.changes[attachment.question].turned.append(attachment.name)
            except Refusal as refusal:
                self.errors.setdefault(attachment.question, []).append(f"{attachment.name}: {sentence(refusal)}")

    def _named(self, text: str, keys: list[str]) -> list[Attachment]:
        """Return the file of these questions with that id, if there is one."""
        return [one for key in keys for one in self.by_question.get(key, ()) if str(one.pk) == text]

    def part(
        self, question: Question, *, when: str = "", errors: Sequence[str] = (), notices: Sequence[str] = ()
    ) -> PaperPart:
        """Return a question of files as it stands on the page; what was refused is told before other `errors`."""
        files = [
            PaperFile(one, self._label(self.twins[str(one.pk)]) if str(one.pk) in self.twins else "")
            for one in self.by_question.get(question.key, ())
        ]
        found = [*errors, *self.errors.get(question.key, ())]
        return PaperPart(question, files, found, notices, when)

    @cached_property
    def twins(self) -> dict[str, str]:
        return twins(self.by_question)

    @cached_property
    def _form(self) -> Form:
        return self.submission.version.form(reader_language())

    def _label(self, key: str) -> str:
        """Return the paper by its name; in general words where the form knows none."""
        question = self._form.question(key)
        return question.label if question else _("another document")

    def progress(self, questions: Iterable[Question]) -> tuple[int, int]:
        """Return how many of the papers that must be there are, and how many must be."""
        needed = [question.key for question in questions if question.kind == Kind.FILES and question.required]
        return sum(bool(self.by_question.get(key)) for key in needed), len(needed)


def named(attachment: Attachment) -> str:
    """Return a file by its name and size."""
    return f"{attachment.name} ({filesizeformat(attachment.size)})"
