"""Cases: which rows of a service hold for a citizen of one case."""

from collections.abc import Container, Sequence
from itertools import count
from typing import Protocol, TypeVar

from core.text import slug

MAX_LENGTH = 60
"""Characters of a case's short name; the words themselves have up to 300."""


class Row(Protocol):
    """A row of a service page; `case` is "" when it holds in every case."""

    @property
    def case(self) -> str: ...


AnyRow = TypeVar("AnyRow", bound=Row)


def named_cases(*parts: Sequence[Row]) -> dict[str, str]:
    """Return the cases a citizen can tell apart by, in the order in which they are first named, by a short name for
    addresses.

    A part that names one case alone offers nothing to choose: its rows are shown to everybody. The short name comes
    from the words, not from the position: after a reorder an old link must not mean another case.
    """
    found: dict[str, str] = {}
    for part in parts:
        cases = dict.fromkeys(row.case for row in part if row.case)
        for case in cases if len(cases) > 1 else ():
            if case not in found.values():
                found[_short_name(case, found)] = case
    return found


def rows_for(rows: list[AnyRow], case: str) -> list[AnyRow]:
    """Return the rows of every case and of this one; all of them when none names it.

    Papers, fees and time limits are often split along different lines: a table that does not know the case answers for
    all its own cases, since to hide them would say that nothing is paid.
    """
    if not any(row.case == case for row in rows):
        return rows
    return [row for row in rows if row.case in ("", case)]


def _short_name(case: str, taken: Container[str]) -> str:
    name = slug(case, MAX_LENGTH) or "-"
    numbered = (f"{name[: MAX_LENGTH - len(f'-{number}')].rstrip('-')}-{number}" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)
