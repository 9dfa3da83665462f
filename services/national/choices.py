"""What a person chose of the differences that were shown: taken, kept, or left for later."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from services.national.comparing.differences import Difference


class Choice(StrEnum):
    """What becomes of one difference; one without a choice is left for later."""

    TAKE = "take"
    KEEP = "keep"


class Chosen(NamedTuple):
    """Differences by what becomes of them."""

    taken: list[Difference]
    kept: list[Difference]


ALL = "all"
"""What the button for everything posts; those of the groups post the part they stand for."""


def read_choices(posted: Mapping[str, str], differences: Iterable[Difference]) -> Chosen:
    """Return what was chosen. Each choice tells which words of the record it was made for: of other words nobody has
    decided anything. "Take all" means facts; wording is only taken one by one.
    """
    chosen = Chosen([], [])
    group = posted.get("take", "")
    for one in differences:
        choice = posted.get(f"choice-{one.place}", "")
        if group and not one.is_offered and group in (ALL, group_name(one)):
            choice = f"{Choice.TAKE}:{one.digest}"
        if choice == f"{Choice.TAKE}:{one.digest}":
            chosen.taken.append(one)
        elif choice == f"{Choice.KEEP}:{one.digest}":
            chosen.kept.append(one)
    return chosen


def group_name(one: Difference) -> str:
    """Return the group a difference is taken with: rows of one kind, or all single fields."""
    return one.part if ":" in one.place else "fields"
