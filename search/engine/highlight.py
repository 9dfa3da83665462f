"""Marks in what is shown: the words that were asked for, in the text as it is written."""

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass

from search.engine.syllables import syllables
from search.engine.word_forms import stem

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s,.\-–/]*")
_BLANK = re.compile(r"\s")
SNIPPET = 200
"""Letters of a text that are shown, about."""


@dataclass(frozen=True)
class Piece:
    """A part of a text; `is_found` says that it was asked for."""

    text: str
    is_found: bool


def pieces(text: str, forms: Set[str], language: str) -> list[Piece]:
    """Return the text in parts, neighbours that were found in one; joined they are the text.

    Where neighbours were found, single words are not marked: without its marks, a word is many words.
    """
    composed = unicodedata.normalize("NFC", text)
    spans = _spans(composed, forms, language)
    several = [(start, end) for start, end in spans if _BLANK.search(composed, start, end)]
    return _cut_out(composed, several or spans)


def _spans(composed: str, forms: Set[str], language: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for word in _WORD.finditer(composed):
        if not _is_asked(word[0], forms, language):
            continue
        if spans and _BETWEEN.fullmatch(composed, spans[-1][1], word.start()):
            spans[-1] = (spans[-1][0], word.end())
        else:
            spans.append((word.start(), word.end()))
    return spans


def snippet(text: str, forms: Set[str], language: str) -> list[Piece]:
    """Return the part of a text in which the first found word stands, in parts; its beginning when none does."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    if len(composed) > SNIPPET:
        found = (word.start() for word in _WORD.finditer(composed) if _is_asked(word[0], forms, language))
        first = next(found, 0)
        start = 0 if first < SNIPPET // 2 else composed.rfind(" ", 0, first - SNIPPET // 4) + 1
        end = composed.rfind(" ", start, start + SNIPPET) if len(composed) > start + SNIPPET else len(composed)
        tail = "…" if end < len(composed) else ""
        composed = ("…" if start else "") + composed[start : end if end > start else start + SNIPPET] + tail
    return pieces(composed, forms, language)


def _is_asked(word: str, forms: Set[str], language: str) -> bool:
    read = [one.key for one in syllables(word)]
    return bool(read) and all((stem(key) if language == "en" else key) in forms for key in read)


def _cut_out(text: str, spans: list[tuple[int, int]]) -> list[Piece]:
    found, at = [], 0
    for start, end in spans:
        found += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    return [piece for piece in (*found, Piece(text[at:], False)) if piece.text]
