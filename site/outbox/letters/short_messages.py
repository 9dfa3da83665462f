"""Short messages whose words editors may change: one line, which fits into one SMS whatever is put into it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

from core.text import plain
from outbox.letters.placeholders import filled, missing, names_in, one_line
from outbox.letters.sms_size import ONE_PART, SmsSize, sms_size
from outbox.letters.writing import LetterParts
from outbox.models import LetterText


class ShortFact(NamedTuple):
    """What a placeholder stands for: an example, the longest there is, whether the message needs it."""

    example: str
    longest: str
    is_needed: bool = False


Facts = Mapping[str, ShortFact]


@dataclass(frozen=True)
class ShortMessage:
    """A short message: its name, what it tells of, its standard words with placeholders, in the language in force."""

    name: str
    group: str | Promise
    title: Callable[[], str]
    words: Callable[[], str]
    facts: Callable[[], Facts]
    languages: tuple[str, ...] = tuple(code for code, _name in settings.LANGUAGES)

    def in_language(self, language: str) -> "ShortMessageInLanguage":
        return ShortMessageInLanguage(self, language)


class ShortMessageInLanguage:
    """The standard words in one language, with their placeholders."""

    has_subject = False

    def __init__(self, message: ShortMessage, language: str) -> None:
        self.message = message
        self.language = language

    @property
    def title(self) -> str:
        return self.message.title()

    @cached_property
    def standard(self) -> LetterParts:
        with translation.override(self.language):
            return LetterParts("", self.message.words())

    @cached_property
    def facts(self) -> Facts:
        with translation.override(self.language):
            return self.message.facts()

    @property
    def placeholders(self) -> dict[str, str]:
        """Return each placeholder with an example of what it stands for."""
        return {name: fact.example for name, fact in self.facts.items()}

    @property
    def needed(self) -> list[str]:
        return [name for name, fact in self.facts.items() if fact.is_needed]

    def preview(self, subject: str, text: str) -> LetterParts:
        """Return the message with the examples; short messages have no subject."""
        return LetterParts(subject, one_line(filled(text, self.placeholders)))

    def longest(self, text: str) -> str:
        """Return the message with the longest that can be put into it."""
        return one_line(filled(text, {name: fact.longest for name, fact in self.facts.items()}))

    def sizes(self, text: str) -> tuple[SmsSize, SmsSize]:
        """Return the greatest size without tone marks, as an SMS is sent, and with them, as Zalo is."""
        longest = self.longest(text)
        return sms_size(plain(longest)), sms_size(longest)


def fits_one_sms(message: str) -> bool:
    """Return whether a message goes out as one SMS, without its tone marks."""
    return sms_size(plain(message)).signs <= ONE_PART


def own_words(name: str, language: str, facts: Mapping[str, str], *, spare: str, needed: list[str]) -> str:
    """Return the editors' words with the facts in them; "" where there are none, or none that can be sent today.

    `spare` is the placeholder that gives way where the whole would not fit into one SMS.
    """
    row = LetterText.objects.filter(name=name, language=language).first()
    if row is None or missing([row.text], needed) or any(known not in facts for known in names_in(row.text)):
        return ""
    tried = (one_line(filled(row.text, values)) for values in (facts, {**facts, spare: ""}))
    return next((message for message in tried if fits_one_sms(message)), "")
