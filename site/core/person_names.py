"""Names of people: letters of any alphabet, and the few signs that names are written with."""

import unicodedata

SIGNS = frozenset(" '’ʼ-‐.")
"""Blank, apostrophes, hyphens, full stop: "H’Hen Niê", "Y-Bhiăng", "St. John"."""
FEWEST_LETTERS = 2


def is_person_name(text: str) -> bool:
    """Return whether a cleaned line can be somebody's name: at least two letters, no digit, no mark-up,
    no other sign.
    """
    kinds = [unicodedata.category(sign)[0] for sign in text if sign not in SIGNS]
    return all(kind in "LM" for kind in kinds) and kinds.count("L") >= FEWEST_LETTERS
