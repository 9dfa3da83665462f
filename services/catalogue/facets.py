"""Facets: how many services each value of each filter would leave, counted in one pass over the services."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

Item = TypeVar("Item")
Values = Mapping[str, Collection[str]]
"""Of one item: the values it is found under, by filter."""


def matching(items: Iterable[Item], values_of: Callable[[Item], Values], chosen: Mapping[str, str]) -> list[Item]:
    """Return the items that every chosen value holds for, in their order."""
    return [item for item in items if not _missed(values_of(item), chosen)]


def counted(all_values: Iterable[Values], chosen: Mapping[str, str]) -> dict[str, Counter[str]]:
    """By filter and value: how many items there are with it among those that fit all *other* chosen values.

    An item that misses one chosen value alone still counts for the other values of that filter: choosing one of them
    instead would show it.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for values in all_values:
        missed = _missed(values, chosen)
        if not missed:
            for name, own in values.items():
                counts[name].update(own)
        elif len(missed) == 1:
            counts[missed[0]].update(values.get(missed[0], ()))
    return counts


def _missed(values: Values, chosen: Mapping[str, str]) -> list[str]:
    """Return the filters whose chosen value the item has not."""
    return [name for name, value in chosen.items() if value not in values.get(name, ())]
