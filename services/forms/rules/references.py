"""Codes of dossiers: unit, day of filing, number of that day, as in H56.21-261122-0001.

The unit code is the one by which state agencies exchange data (H56 is the province), and may be unknown. A mark stands
before it where nothing real is filed.
"""

import re
from datetime import date

from core.text import fold

NUMBER_DIGITS = 4
"""At least so many; the ten-thousandth dossier of a day has five."""

_DAY_AND_NUMBER = re.compile(r"[0-9O]{10,}$")
_UNIT = re.compile(r"[^A-Z0-9.]+")


def unit_of(agency_code: str, *, province: str, mark: str = "") -> str:
    """Return what a code begins with: the agency's own code, or the province's while that is not known."""
    unit = _UNIT.sub("", agency_code.upper()) or province
    return f"{mark}-{unit}" if mark else unit


def code_of(unit: str, day: date, number: int) -> str:
    """Return the code of the n-th dossier of a unit on a day. ValueError when there is no such number."""
    if number < 1:
        raise ValueError(f"Dossiers of a day are counted from 1, not from {number}.")
    return f"{unit}-{day:%y%m%d}-{number:0{NUMBER_DIGITS}d}"


def code_key(typed: str) -> str:
    """Return a code by its letters and digits alone, however it was typed: blanks, dots, dashes of any kind, small
    letters,
    tone marks and full-width signs make no difference. Codes are compared by it (models.submission.CODE_KEY)."""
    return fold(typed).replace(" ", "").upper()


def possible_keys(typed: str) -> list[str]:
    """Return what a typed code may mean: a letter O among the digits at its end is a zero. Empty for no code at all."""
    key = code_key(typed)
    with_zeros = _DAY_AND_NUMBER.sub(lambda found: found[0].replace("O", "0"), key)
    return list(dict.fromkeys(one for one in (key, with_zeros) if one))
