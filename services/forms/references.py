"""Codes of dossiers: unit, day of filing, number of that day, as in H56.21-261122-0001.

The unit code is the one by which state agencies exchange data (H56 is the province), and may be unknown. A mark stands
before it where nothing real is filed.
"""

import re
from datetime import date

NUMBER_DIGITS = 4
"""At least so many; the ten-thousandth dossier of a day has five."""

_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_UNIT = re.compile(r"[^A-Z0-9.]+")


def unit_of(agency_code: str, *, province: str, mark: str = "") -> str:
    """What a code begins with: the agency's own code, or the province's while that is not known."""
    unit = _UNIT.sub("", agency_code.upper()) or province
    return f"{mark}-{unit}" if mark else unit


def code_of(unit: str, day: date, number: int) -> str:
    """The code of the n-th dossier of a unit on a day. ValueError when there is no such number."""
    if number < 1:
        raise ValueError(f"Dossiers of a day are counted from 1, not from {number}.")
    return f"{unit}-{day:%y%m%d}-{number:0{NUMBER_DIGITS}d}"


def as_stored(typed: str) -> str:
    """A code as somebody typed it, the way it is stored: capitals, no spaces, plain hyphens."""
    return _DASHES.sub("-", "".join(typed.split())).upper()
