"""What a page of a form is made of, from top to bottom, for templates."""

from dataclasses import dataclass, field
from typing import Any

from django.forms.boundfield import BoundField

from core.text import slug
from services.forms.definition.questions import Kind, Question


@dataclass
class Item:
    """One item of a group; `remove` is the name of the button that takes it away, if it may go."""

    title: str
    blocks: list["Block"]
    remove: str = ""


@dataclass(frozen=True)
class WardList:
    """The wards of a province, listed once on a page for all addresses that stand in it."""

    province: str
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"wards-{slug(self.province)}"


@dataclass
class Block:
    """A question as it stands on the page. `when` says in words, `condition` as JSON, on what of this page it depends.

    `fields` are its controls (three of an address, a second one of a number to confirm). `wards` is the name of the
    button that lists the wards of the province chosen. A group has `items`, `size` of them, told under the name
    `count`, and the name of the button that adds one, if one may be added. The field of a group or of files draws
    nothing: it gives the place its id and its errors.
    """

    question: Question
    when: str = ""
    condition: dict[str, Any] | None = None
    fields: list[BoundField] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    count: str = ""
    size: int = 0
    add: str = ""
    wards: str = ""

    @property
    def errors(self) -> list[str]:
        """What is wrong with it, without its items."""
        return [str(error) for field in self.fields for error in field.errors]

    @property
    def is_group(self) -> bool:
        return self.question.kind == Kind.GROUP

    @property
    def is_files(self) -> bool:
        return self.question.kind == Kind.FILES

    @property
    def is_information(self) -> bool:
        return self.question.kind == Kind.INFORMATION

    @property
    def is_address(self) -> bool:
        return self.question.kind == Kind.ADDRESS

    @property
    def lines(self) -> list[str]:
        """The paragraphs of information to read."""
        return [line for line in self.question.hint.splitlines() if line.strip()]
