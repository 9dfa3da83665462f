"""By what officers find a dossier besides its code: names and telephone numbers, in one form of writing."""

from collections.abc import Mapping

from core.forms.numbers import part_of_phone
from core.text import fold
from services.forms.definition.answers import Answer
from services.forms.definition.standard_steps import PHONE, REPRESENTATIVE

NAMES = ("full_name", "organisation_name", f"{REPRESENTATIVE}_name")
PHONES = (PHONE, f"{REPRESENTATIVE}_{PHONE}")
"""Keys of standard questions."""


def search_keys(answers: Mapping[str, Answer]) -> str:
    """Return what is kept beside the answers of a filed dossier, a line each."""
    names = [fold(str(answers[key])) for key in NAMES if answers.get(key)]
    phones = [part_of_phone(str(answers[key])) for key in PHONES if answers.get(key)]
    return "\n".join(word for word in (*names, *phones) if word)


def kind_of(words: str) -> str:
    """Return what was searched by, as the audit tells it: "number" (figures alone), "code" (figures among others),
    "name".
    """
    if part_of_phone(words):
        return "number"
    return "code" if any(sign.isdigit() for sign in words) else "name"


def key_of_query(words: str) -> str:
    """Return what somebody typed, in the same form; "" when nothing to look for is left."""
    return part_of_phone(words) or fold(words)
