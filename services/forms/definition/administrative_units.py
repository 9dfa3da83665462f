"""Wards, communes and special zones of the 34 provinces and cities since 1 July 2025, by their province.

The names, their sources and the day they were read stand in administrative_units.json.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from core.text import clean, fold, sort_key

FILE = Path(__file__).with_name("administrative_units.json")

KINDS = ("Phường ", "Xã ", "Đặc khu ")
"""How an official name begins."""

Syllables = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return data


def list_date() -> str:
    """Return the day since when the list is in force, as 2025-07-01; forms name the list by it."""
    return str(_data()["in_force"])


def wards_of(province: str) -> tuple[str, ...]:
    """Return the official names in dictionary order, e.g. "Phường Hạc Thành"; nothing for what is no province of the
    list.
    """
    return tuple(_data()["provinces"].get(province, ()))


def matching_wards(province: str, typed: str) -> list[str]:
    """Return the official names that may be meant, one if it is plain: typed with or without kind, marks and capitals.

    A name with its marks goes before one without, the kind that is named before any other.
    """
    return matching_names(wards_of(province), typed)


def matching_names(names: tuple[str, ...], typed: str) -> list[str]:
    """Return which of these official names may be meant, by the same rule."""
    found = next(filter(None, _attempts(_index(names), typed)), [])
    return [unit.name for unit in found]


@dataclass(frozen=True)
class _Unit:
    """A name with what it is found by."""

    name: str
    marked: Syllables
    bare_marked: Syllables
    folded: str
    bare: str


@lru_cache(maxsize=64)
def _index(names: tuple[str, ...]) -> tuple[_Unit, ...]:
    units = []
    for name in names:
        bare = next((name.removeprefix(kind) for kind in KINDS if name.startswith(kind)), name)
        units.append(_Unit(name, _marked(name), _marked(bare), fold(name), fold(bare)))
    return tuple(units)


def _attempts(units: Sequence[_Unit], typed: str) -> Iterator[list[_Unit]]:
    """Yield the units that fit, from the narrowest reading of what was typed to the widest.

    Where nothing has a mark, marks were left out: then every unit without them is meant.
    """
    folded = fold(typed)
    marked = _marked(typed) if _marked(typed) != _marked(folded) else ()
    yield [unit for unit in units if unit.marked == marked]
    yield [unit for unit in units if unit.bare_marked == marked]
    for kind, bare in _readings(folded):
        named = [unit for unit in units if unit.bare == bare]
        yield _closest([unit for unit in named if unit.folded == f"{kind} {bare}"], marked)
        yield _closest(named, marked)
    yield [unit for unit in units if unit.bare == folded]


def _readings(folded: str) -> Iterator[tuple[str, str]]:
    """Folded kind and bare name of what was typed with a kind before it, written out or cut short."""
    for kind in map(fold, KINDS):
        short = "".join(word[0] for word in kind.split())
        for prefix in (kind, short):
            if folded.startswith(f"{prefix} "):
                yield kind, folded.removeprefix(f"{prefix} ")


def _closest(units: list[_Unit], marked: Syllables) -> list[_Unit]:
    """Of units alike but for their marks the one whose marks were typed, else all of them."""
    same = [unit for unit in units if marked and marked[-len(unit.bare_marked) :] == unit.bare_marked]
    return same or units


def _marked(text: str) -> Syllables:
    """Return the letters and tones of every syllable, wherever in it the tone mark stands (Hoà, Hòa)."""
    return sort_key(clean(text))[0]
