"""Procedure codes: one way to read them, for what is stored and for what is asked.

A code of the national database is 1.014100. Its older, longer form carries the number of a revision and the
identifier of a ministry or province behind it, e.g. 1.014100.000.00.00.H56, and means the same procedure.
"""

import re
import unicodedata
from typing import NamedTuple

from core.text import clean

_CODE = re.compile(r"(?P<code>[0-9]\.[0-9]{6})(?P<rest>(?:\.[0-9A-Z]+){0,6})", re.ASCII)
_LONG_FORM = re.compile(
    r"(?<![\w.])([0-9]\.[0-9]{6})(?:\.[0-9]{3})(?:\.[0-9]{2}){2}(?:\.[A-Za-z][0-9]{1,3})?", re.ASCII
)


class ProcedureCode(NamedTuple):
    """A code as the portal keeps it; `older` is "" when only today's form was given."""

    code: str
    older: str


def read_code(typed: str) -> ProcedureCode | None:
    """Return what was typed, whatever its blanks, invisible signs, width of digits and case;
    None when it is no code.
    """
    found = _CODE.fullmatch(tidy(typed))
    return ProcedureCode(found["code"], found.string if found["rest"] else "") if found else None


def tidy(typed: str) -> str:
    """Return a code as it is stored: ordinary digits and capitals, no blanks; what is no code is treated the same."""
    return "".join(clean(unicodedata.normalize("NFKC", typed)).split()).upper()


def shorten_codes(words: str) -> str:
    """Return a question in which every long form of a code is today's code, which every index and list knows."""
    return _LONG_FORM.sub(r"\1", unicodedata.normalize("NFKC", words))
