"""Writes a letter: the standard text, or the editors' words in its place, inside the frame that stays."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.template.loader import render_to_string

from outbox.letters.placeholders import BLANK_LINES, filled, missing, names_in, one_line
from outbox.letters.sheet import Sheet
from outbox.models import LetterText

Own = tuple[str, str, Mapping[str, str]]
"""Subject and text of the editors, and what the placeholders stand for."""


class LetterParts(NamedTuple):
    """What is sent."""

    subject: str
    text: str


def write(name: str, template: str, facts: Mapping[str, Any], language: str) -> LetterParts:
    """Return the letter of that name in the language in force, which is `language`.

    Words of an older version that a newer one knows other placeholders for give way to the standard text.
    """
    words = LetterText.objects.filter(name=name, language=language).first()
    sheet = Sheet()
    standard = rendered(template, {**facts, "sheet": sheet})
    if words is None or not _fits(words, sheet):
        return standard
    return rendered(template, facts, own=(words.subject, words.text, sheet.values))


def _fits(words: LetterText, sheet: Sheet) -> bool:
    texts = (words.subject, words.text)
    is_known = all(name in sheet.values for text in texts for name in names_in(text))
    return is_known and not missing(texts, sheet.needed)


def rendered(template: str, facts: Mapping[str, Any], own: Own | None = None) -> LetterParts:
    """Return subject and text of a template: its first line, and what follows it."""
    if own:
        subject, text, values = own
        facts = {**facts, "own": {"subject": one_line(filled(subject, values)), "text": filled(text, values)}}
    subject, _line, text = render_to_string(template, dict(facts)).strip().partition("\n")
    return LetterParts(subject.strip(), BLANK_LINES.sub("\n\n", text).strip() + "\n")
