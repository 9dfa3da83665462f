"""What the fonts of the sheets can draw: the letters of a text, else what is read as the same, else a sign for it."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext
from fontTools.ttLib import TTFont

MOST_NAMED = 10
FONTS = Path(__file__).parent / "fonts"
UNKNOWN_LETTER = "\ufffd"
BREAKS = frozenset("\n\u2028\u2029")
"""Signs that end a line."""
SPELLED = {"≤": "<=", "≥": ">=", "≠": "<>", "≈": "~", "→": "->", "⇒": "=>", "←": "<-", "−": "-", "€": "EUR"}
"""Signs that people type and the fonts lack, in letters that say the same."""


def undrawable(text: str) -> list[str]:
    """Return the signs of a text that no sheet can show, each once, in the order in which they stand there.

    Vietnamese in either Unicode form, blanks and ends of lines of every kind can be drawn; what is invisible by nature
    leaves no gap.
    """
    return list(dict.fromkeys(letter for letter, drawn in _letters(text) if drawn is None))


def require_printable(text: str) -> None:
    """Raise ValidationError names the signs of a text that cannot be printed."""
    if signs := undrawable(text):
        raise ValidationError(words_for(signs), code="sign")


def words_for(signs: Sequence[str]) -> str:
    """Return what to say of the signs of a text that cannot be printed."""
    named = " ".join(f"“{sign}”" for sign in signs[:MOST_NAMED])
    words = ngettext(
        "The sign {signs} cannot be printed on the documents of the application. Write it another way.",
        "The signs {signs} cannot be printed on the documents of the application. Write them another way.",
        len(signs),
    )
    return words.format(signs=named)


def printable(text: str) -> str:
    """Return the text as the fonts draw it, with a sign for each letter they lack; the dossier keeps what was typed."""
    return "".join(UNKNOWN_LETTER if drawn is None else drawn for _letter, drawn in _letters(text))


def _letters(text: str) -> Iterator[tuple[str, str | None]]:
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return ((letter, _drawn(letter)) for letter in composed)


@cache
def _drawn(letter: str) -> str | None:
    """Return what is drawn for one letter: itself, a blank, nothing, letters that read alike; None when nothing will
    do.
    """
    if letter in BREAKS:
        return "\n"
    if letter.isspace():
        return letter if letter == "\u00a0" else " "
    if _is_invisible(letter):
        return ""
    if ord(letter) in _code_points():
        return letter if letter.isprintable() and letter != UNKNOWN_LETTER else None
    alike = SPELLED.get(letter) or unicodedata.normalize("NFKC", letter)
    return alike if alike != letter and _can_draw(alike) else None


def _is_invisible(letter: str) -> bool:
    """Marks of direction, joining and variation: they tell programs how to write, and have no shape of their own."""
    return unicodedata.category(letter) == "Cf" or 0xFE00 <= ord(letter) <= 0xFE0F


def _can_draw(text: str) -> bool:
    return all(ord(letter) in _code_points() for letter in text)


@cache
def _code_points() -> frozenset[int]:
    with TTFont(FONTS / "NotoSans-Regular.ttf") as font:
        return frozenset(font.getBestCmap())
