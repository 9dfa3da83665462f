"""The cases that pasted rows tell in words: those of the page by their names, and new ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.text import fold
from services.rules.cases import new_key


@dataclass(frozen=True)
class PastedCases:
    """`keys` of cases by the words of the rows; `new` ones by their keys, named as they were first told."""

    keys: dict[str, str]
    new: dict[str, str]


def read_cases(told: Iterable[str], known: Mapping[str, str]) -> PastedCases:
    """Return what words mean as cases; `known` are the names of the open form by their keys."""
    by_name = {fold(name): key for key, name in known.items()}
    found = PastedCases({}, {})
    for words in filter(None, told):
        if fold(words) not in by_name:
            key = new_key(words, {*known, *found.new})
            by_name[fold(words)] = key
            found.new[key] = words
        found.keys[words] = by_name[fold(words)]
    return found
