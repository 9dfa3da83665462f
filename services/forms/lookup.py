"""By what officers find a dossier besides its code: names and telephone numbers, in one form of writing."""

import re
from collections.abc import Mapping
from typing import Any

from core.text import fold
from services.forms.standard import REPRESENTATIVE

NAMES = ("full_name", "organisation_name", f"{REPRESENTATIVE}_name")
PHONES = ("phone", f"{REPRESENTATIVE}_phone")
"""Keys of standard questions."""

_TYPED_PHONE = re.compile(r"[\d\s.+()-]+")


def lookup_of(answers: Mapping[str, Any]) -> str:
    """What is kept beside the answers of a filed dossier, a line each."""
    names = [fold(str(answers[key])) for key in NAMES if answers.get(key)]
    phones = [_digits(str(answers[key])) for key in PHONES if answers.get(key)]
    return "\n".join(word for word in (*names, *phones) if word)


def asked_for(words: str) -> str:
    """What somebody typed, in the same form; "" when nothing to look for is left."""
    return _digits(words) if _TYPED_PHONE.fullmatch(words.strip()) else fold(words)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isascii() and char.isdigit())
