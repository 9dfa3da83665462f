"""Problems inside a text of blocks, as Wagtail's editor of blocks shows them: each at its block."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from core.problems import Problem


@dataclass
class _Place:
    """What is said at a block, and at the blocks in it."""

    messages: list[str] = field(default_factory=list)
    inside: dict[int | str, "_Place"] = field(default_factory=dict)

    def error(self) -> ValidationError:
        """A block whose parts are counted is a stream, one whose parts have names is none."""
        parts: Mapping[int | str, ValidationError] = {step: place.error() for step, place in self.inside.items()}
        if not parts:
            return ValidationError(self.messages)
        kind = (
            StreamBlockValidationError if all(isinstance(step, int) for step in parts) else StructBlockValidationError
        )
        found: ValidationError = kind(block_errors=parts, non_block_errors=self.messages)
        return found


def stream_error(problems: Iterable[Problem]) -> ValidationError:
    """Return one error of a stream of blocks that holds all these problems, each at its place; its own words are all of
    theirs.
    """
    problems, whole = list(problems), _Place()
    for problem in problems:
        place = whole
        for step in problem.inside:
            place = place.inside.setdefault(step, _Place())
        place.messages.append(str(problem.message))
    error = whole.error()
    error.message = "; ".join(str(problem.message) for problem in problems)
    return error
