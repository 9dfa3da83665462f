"""Short names of papers: the portal's own, in words of the official name alone (decision 0121)."""

import re

from core.text import fold

CHOOSING = frozenset({"mot", "trong", "nhung", "cac"})
"""Words of "một trong những", by which a short name may say that one of several papers will do."""
_ALTERNATIVES = re.compile(r"\b(?:hoac|mot trong)\b|\w/\w")
_WORDS = re.compile(r"\w+")
_FORM = re.compile(r"\bmau (?:so )?([a-z]*\d+[a-z]*)")
_NUMBERED = re.compile(r"\d/\d|\d/[^\W\d]")
"""A date, or the number of a law: its stroke parts no papers."""


def foreign_words(short_name: str, name: str) -> list[str]:
    """Return the words of a short name that the official name does not have, however either is typed."""
    known = set(_WORDS.findall(fold(name))) | (CHOOSING if has_alternatives(name) else set())
    return [word for word in _WORDS.findall(short_name) if not known.issuperset(_WORDS.findall(fold(word)))]


def has_alternatives(name: str) -> bool:
    """Return whether a name speaks of one of several things: papers, or how and when they are asked for."""
    return bool(_ALTERNATIVES.search(_NUMBERED.sub(" ", fold(name))))


def form_numbers(name: str) -> set[str]:
    """Return the numbers of the forms a name speaks of: {"01a"} of "theo Mẫu số 01a"."""
    return set(_FORM.findall(fold(name)))
