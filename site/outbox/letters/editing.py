"""One letter on its editor's screen: what is shown, and what each button does with the words."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from core.word_versions import Words, WordVersion, chosen, keep_version, versions_of
from outbox.letters.forms import LetterForm, ShortMessageForm, WordsForm
from outbox.letters.registry import LetterInLanguage
from outbox.letters.short_messages import ShortMessageInLanguage
from outbox.models import LetterText


class LetterEditing:
    """The words of one letter in one language, as a request finds and leaves them."""

    def __init__(self, request: HttpRequest, letter: LetterInLanguage | ShortMessageInLanguage, name: str) -> None:
        self.request = request
        self.letter = letter
        self.row = LetterText(name=name, language=letter.language)
        self.kept = LetterText.objects.filter(name=name, language=letter.language).first()

    @cached_property
    def versions(self) -> list[WordVersion]:
        return versions_of(LetterText, label=str(self.row))

    @property
    def newest(self) -> str:
        """The number of the newest version, which a form says it was opened with; "" while there is none."""
        return str(self.versions[0].number) if self.versions else ""

    @property
    def words(self) -> Words:
        now = self.kept or self.letter.standard
        return {"subject": now.subject, "text": now.text}

    @cached_property
    def form(self) -> WordsForm:
        """The form as it was posted; of a version that is to be taken back, with the words of that version."""
        kind = LetterForm if self.letter.has_subject else ShortMessageForm
        posted = self._version.words if self._version else self.request.POST
        return kind(posted or None, letter=self.letter, initial=self.words)

    @cached_property
    def _version(self) -> WordVersion | None:
        return chosen(self.versions, self.request.POST.get("restore", ""))

    def act(self) -> bool:
        """Do what was pressed; whether it is done and the screen opens anew."""
        is_to_be_kept = any(button in self.request.POST for button in ("save", "standard", "restore"))
        if not is_to_be_kept or self._is_of_no_version() or self._is_behind():
            return False
        if "standard" in self.request.POST or (self._version and self._version.words is None):
            self._give_back()
            return True
        if not self.form.is_valid():
            return False
        self._save()
        return True

    def _is_of_no_version(self) -> bool:
        return "restore" in self.request.POST and self._version is None

    def _is_behind(self) -> bool:
        """Say so and keep what was typed, where somebody changed the words since the form was opened."""
        if not self.versions or self.request.POST.get("opened_with", self.newest) == self.newest:
            return False
        by = self.versions[0].by
        words = _(
            "%(name)s changed these words while you were writing; yours are not saved yet. Compare with the newest "
            "version below, then save again."
        )
        messages.warning(self.request, words % {"name": by})
        return True

    def _save(self) -> None:
        words = self.form.cleaned_data
        row, is_new = LetterText.objects.update_or_create(
            name=self.row.name, language=self.row.language, defaults=words
        )
        keep_version(row, "wagtail.create" if is_new else "wagtail.edit", self.request.user, words)
        messages.success(
            self.request, _("The letter is saved. What is sent from now on says this; sent letters stay as they were.")
        )

    def _give_back(self) -> None:
        if self.kept is not None:
            keep_version(self.kept, "wagtail.delete", self.request.user, None)
            self.kept.delete()
        messages.success(self.request, _("The standard text is sent again."))

    def context(self) -> dict[str, Any]:
        """Return what the screen shows: words that were typed are looked at unless they were refused."""
        form, words = self.form, self.words
        if form.is_bound and form.is_valid():
            words = form.cleaned_data
        letter, sizes = self.letter, None
        if isinstance(letter, ShortMessageInLanguage) and not form.errors:
            sizes = letter.sizes(words["text"])
        return {
            "letter": letter,
            "form": form,
            "kept": self.kept,
            "newest": self.newest,
            "versions": self.versions,
            "title": letter.title,
            "language_name": dict(settings.LANGUAGES)[letter.language],
            "preview": None if form.errors else letter.preview(words["subject"], words["text"]),
            "sizes": sizes,
        }
