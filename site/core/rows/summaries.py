"""What the line of a closed row tells: a heading, and the few facts by which one finds it among others."""

from dataclasses import dataclass

from django.utils.text import Truncator

LONGEST = 120
"""Characters of a heading or a fact: names of papers reach thousands."""


class Choice(str):
    """A fact that is the name of another row of the page; `chosen` is the value that row is chosen by."""

    chosen: str

    def __new__(cls, name: str, chosen: str) -> "Choice":
        found = super().__new__(cls, _short(name))
        found.chosen = chosen
        return found


@dataclass(frozen=True)
class RowSummary:
    """A row in a line; `value` is what other rows choose it by, where they do."""

    heading: str
    facts: list[str]
    value: str = ""


def summary(heading: str, *facts: str, value: str = "") -> RowSummary:
    """Return a heading with the facts that are known, none longer than a line."""
    return RowSummary(
        _short(heading), [fact if isinstance(fact, Choice) else _short(fact) for fact in facts if fact], value
    )


def _short(words: str) -> str:
    return Truncator(words).chars(LONGEST)
