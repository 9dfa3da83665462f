"""Repeating groups on a page: how many blocks were posted, and which button to add or remove one was pressed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.forms.answering.validation import MOST_ITEMS
from services.forms.definition.limits import bounds
from services.forms.definition.questions import Kind, Question


@dataclass(frozen=True)
class Press:
    """A button that changes the number of blocks; `remove` is the number of the block to take away, None adds one."""

    group: str
    remove: int | None = None

    def change(self, items: list[dict[str, object]]) -> None:
        """Do to the items what the button says."""
        if self.remove is None:
            items.append({})
        elif self.remove < len(items):
            del items[self.remove]


def count_name(group: str) -> str:
    """Return the hidden field that tells how many blocks the page has."""
    return f"{group}-count"


def add_name(group: str) -> str:
    """Return the button for one more block."""
    return f"{group}-add"


def remove_name(group: str, number: int) -> str:
    """Return the button that takes a block away."""
    return f"{group}-remove-{number}"


def press_of(questions: Iterable[Question], data: Mapping[str, object], prefix: str) -> Press | None:
    """Return the button pressed, if it was one of these groups'."""
    for question in questions:
        if question.kind == Kind.GROUP:
            name = f"{prefix}{question.key}"
            if add_name(name) in data:
                return Press(question.key)
            number = next((n for n in range(MOST_ITEMS) if remove_name(name, n) in data), None)
            if number is not None:
                return Press(question.key, number)
    return None


def posted_count(name: str, data: Mapping[str, object]) -> int:
    """Return how many blocks were posted: as the page says, or more when fields of more are there; nothing typed is
    lost.
    """
    said = str(data.get(count_name(name)) or "")
    numbered = re.compile(rf"{re.escape(name)}-(\d{{1,4}})-", re.ASCII)
    seen = [int(match[1]) + 1 for field in data if (match := numbered.match(field))]
    told = int(said) if said.isascii() and said.isdigit() and len(said) < 5 else 0
    return min(max([told, *seen]), MOST_ITEMS)


def blocks_to_show(group: Question, filled: int) -> int:
    """Return how many blocks a page opens with: those filled in, as many as there must be, and at least one."""
    least, _ = bounds(group)
    return min(max(filled, int(least), 1), MOST_ITEMS)


def may_grow(group: Question, blocks: int) -> bool:
    """Return whether another block may be added."""
    return blocks < min(int(bounds(group)[1]), MOST_ITEMS)


def may_shrink(group: Question, blocks: int) -> bool:
    """Return whether a block may be taken away; no fewer stay than a page opens with."""
    return blocks > blocks_to_show(group, 0)
