"""Cases: which rows of a service hold for a citizen of one case.

A row names its case by a key, which stays when the case is named anew: links, drafts of citizens and partners keep
meaning the same case. The name is what people read.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from typing import Protocol, TypeVar
from uuid import UUID, uuid5

from core.text import slug

MAX_LENGTH = 60
"""Characters of a key; a name has up to 300."""


class Row(Protocol):
    """A row of a service page; both are "" when it holds in every case."""

    @property
    def case_key(self) -> str: ...
    @property
    def case(self) -> str: ...


AnyRow = TypeVar("AnyRow", bound=Row)


def named_cases(*parts: Sequence[Row], order: Iterable[str] = ()) -> dict[str, str]:
    """Return the names of the cases a citizen can tell apart by, by their keys: in the `order` of keys, the others in
    the order in which rows first name them.

    A part that names one case alone offers nothing to choose: its rows are shown to everybody.
    """
    found: dict[str, str] = {}
    for part in parts:
        cases = {row.case_key: row.case for row in part if row.case_key}
        if len(cases) > 1:
            found |= cases
    return {key: found[key] for key in dict.fromkeys([*order, *found]) if key in found}


def rows_for(rows: list[AnyRow], key: str) -> list[AnyRow]:
    """Return the rows of every case and of this one; all of them when none names it.

    Papers, fees and time limits are often split along different lines: a table that does not know the case answers for
    all its own cases, since to hide them would say that nothing is paid.
    """
    if not any(row.case_key == key for row in rows):
        return rows
    return [row for row in rows if row.case_key in ("", key)]


def new_key(name: str, taken: Collection[str]) -> str:
    """Return a key for a case of that name. It comes from the words, not from the position."""
    key = slug(name, MAX_LENGTH) or "-"
    numbered = (f"{key[: MAX_LENGTH - len(f'-{number}')].rstrip('-')}-{number}" for number in count(2))
    return key if key not in taken else next(one for one in numbered if one not in taken)


def keys_of_names(names: Iterable[str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return a key for each name, in their order; those `known` keep theirs."""
    known = known or {}
    names = list(dict.fromkeys(names))
    keys = {name: known[name] for name in names if name in known}
    for name in names:
        if name not in keys:
            keys[name] = new_key(name, keys.values())
    return {name: keys[name] for name in names}


def case_translation_key(page: UUID, key: str) -> UUID:
    """Return the translation key of a case that was words before: the same in every version and language."""
    return uuid5(page, f"case/{key}")


def names_in_order(*parts: Sequence[str]) -> list[str]:
    """Return the names that rows told before they had keys: first those among which citizens chose, as they did."""
    several = [name for part in parts if len(set(part) - {""}) > 1 for name in part]
    return [name for name in dict.fromkeys([*several, *(name for part in parts for name in part)]) if name]


def find_case(cases: Mapping[str, str], asked: str) -> str:
    """Return the key of the case an address asks for, "" when there is none.

    Before there were keys, an address in another language held its own words; such links still lead there.
    """
    if asked in cases:
        return asked
    by_words: dict[str, str] = {}
    for key, name in cases.items():
        by_words[new_key(name, by_words)] = key
    return by_words.get(asked, "")
