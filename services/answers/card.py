"""The answer in words of the reader's language: four facts in a fixed order, then the button."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from core.links import Link


class FactState(StrEnum):
    """What is known of a fact; a template says it by word, icon and colour, never by colour alone."""

    KNOWN = "known"
    RANGE = "range"
    FREE = "free"
    UNKNOWN = "unknown"


class ButtonKind(StrEnum):
    """What the next step is."""

    FILE_HERE = "file_here"
    NATIONAL = "national"
    FORM = "form"
    COUNTER = "counter"
    CLOSED = "closed"


@dataclass(frozen=True)
class CardFact:
    """One fact. `name` is papers, cost, time or place; `value` is at most 28 characters where the data allows it; of
    `notes` at most two stand below it. `action` is a link such as the file of a calendar; `source` names where the fact
    comes from, "" where the page itself is the source.
    """

    name: str
    label: str
    value: str
    state: FactState
    notes: Sequence[str] = ()
    action: Link | None = None
    source: str = ""


@dataclass(frozen=True)
class CardButton:
    """The one next step. `url` is "" where nothing can be pressed (COUNTER, CLOSED); then `text` is a sentence."""

    kind: ButtonKind
    text: str
    url: str = ""
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class CardCase:
    """The case the answer is for. `noun` is what the service calls its cases ("loại công trình"); `name` is "" while
    none is chosen; `change_url` leads to the choice.
    """

    noun: str
    name: str
    change_url: str


@dataclass(frozen=True)
class AnswerCard:
    """What every surface shows. `case` is None where a service has no cases; `others` are further ways (the national
    portal beside filing here); `checklist` is the list of papers to print, None where there are none.
    """

    papers: CardFact
    cost: CardFact
    time: CardFact
    place: CardFact
    button: CardButton
    case: CardCase | None = None
    others: Sequence[Link] = field(default=())
    checklist: Link | None = None

    @property
    def facts(self) -> tuple[CardFact, ...]:
        """The facts in the order that never changes."""
        return (self.papers, self.cost, self.time, self.place)
