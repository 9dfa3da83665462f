"""Official names of papers reach thousands of characters: where one must choose among papers, names begin."""

import textwrap

LONGEST, OPENING = 300, 200
"""Characters of a name that stands whole; characters of a longer one that stand at first."""

ABBREVIATED = ("..", "v.v.")
"""Ends of a name whose last stop belongs to the word before it."""


def is_long(name: str) -> bool:
    """Return whether a name is shown by its beginning first."""
    return len(name) > LONGEST


def opening(name: str) -> str:
    """Return the beginning of a long name, cut at a word and marked as cut; a short one as it is."""
    return textwrap.shorten(name, OPENING, placeholder=" …") if is_long(name) else name


def before_colon(name: str) -> str:
    """Return the same as it stands before a colon: a stop at its end goes, that of an abbreviation stays."""
    shown = opening(name)
    return shown if shown.endswith(ABBREVIATED) else shown.removesuffix(".")
