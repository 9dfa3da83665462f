"""What the line of a closed row tells: a heading, and the few facts by which one finds it among others."""

from dataclasses import dataclass

from django.utils.text import Truncator

LONGEST = 120
"""Characters of a heading or a fact: names of papers reach thousands."""


@dataclass(frozen=True)
class RowSummary:
    """A row in a line."""

    heading: str
    facts: list[str]


def summary(heading: str, *facts: str) -> RowSummary:
    """Return a heading with the facts that are known, none longer than a line."""
    return RowSummary(_short(heading), [_short(fact) for fact in facts if fact])


def _short(words: str) -> str:
    return Truncator(words).chars(LONGEST)
