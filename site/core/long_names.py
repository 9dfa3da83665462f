"""Official names of papers reach thousands of characters: where one must choose among papers, names begin."""

import textwrap

LONGEST, OPENING = 300, 200
"""Characters of a name that stands whole; characters of a longer one that stand at first."""


def is_long(name: str) -> bool:
    """Return whether a name is shown by its beginning first."""
    return len(name) > LONGEST


def opening(name: str) -> str:
    """Return the beginning of a long name, cut at a word and marked as cut; a short one as it is."""
    return textwrap.shorten(name, OPENING, placeholder=" …") if is_long(name) else name
