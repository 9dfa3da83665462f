"""Every letter that editors may change, as the rooms name theirs in settings.EDITABLE_LETTERS."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from outbox.letters.sheet import Sheet
from outbox.letters.short_messages import ShortMessage
from outbox.letters.writing import LetterParts, rendered

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Letter:
    """A letter: its name, where it belongs, its template in each language, and made-up facts to look at it."""

    name: str
    group: str | Promise
    template: str
    sample: Callable[[], Facts]
    languages: tuple[str, ...] = tuple(code for code, _name in settings.LANGUAGES)

    def in_language(self, language: str) -> "LetterInLanguage":
        return LetterInLanguage(self, language)


class LetterInLanguage:
    """The standard text in one language, with its placeholders."""

    has_subject = True

    def __init__(self, letter: Letter, language: str) -> None:
        self.letter = letter
        self.language = language
        self._sheet = Sheet(as_form=True)

    @property
    def title(self) -> str:
        return self.standard.subject

    @property
    def template(self) -> str:
        return self.letter.template.format(language=self.language)

    @cached_property
    def standard(self) -> LetterParts:
        """Subject and text with placeholders in the places of facts."""
        with translation.override(self.language):
            form = rendered(self.template, {**self.letter.sample(), "sheet": self._sheet, "is_form": True})
        return form

    @cached_property
    def placeholders(self) -> dict[str, str]:
        """Return each placeholder with an example of what it stands for."""
        with translation.override(self.language):
            rendered(self.template, {**self.letter.sample(), "sheet": self._sheet})
        return self._sheet.values

    @property
    def needed(self) -> list[str]:
        """The placeholders without which the letter would not say what it is for."""
        return self._sheet.needed if self.placeholders else []

    def preview(self, subject: str, text: str) -> LetterParts:
        """Return the whole letter as it would be sent with these words, to somebody made up."""
        from_sample = self.placeholders
        with translation.override(self.language):
            return rendered(self.template, self.letter.sample(), own=(subject, text, from_sample))


def letters() -> dict[str, Letter | ShortMessage]:
    """Return letters and short messages by name, in the order of their rooms."""
    found = [letter for path in settings.EDITABLE_LETTERS for letter in import_string(path)()]
    return {letter.name: letter for letter in found}
