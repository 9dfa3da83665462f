"""Conditions of a form that is still open may point at a question or a choice without a name yet: by its block.

The editor's page posts "@" and the id of the block; what is stored is the name, as ever.
"""

from collections.abc import Iterable, Iterator

from wagtail.blocks import StreamValue, StructValue

SIGN = "@"
"""What no name begins with."""


def resolve_references(stream: Iterable[StreamValue.StreamChild]) -> None:
    """Put names in the place of blocks pointed at; a block that is gone leaves a blank."""
    steps = list(stream)
    names = dict(_names(steps))
    for condition in _conditions(steps):
        for test in condition["tests"]:
            for part in ("question", "value"):
                if test[part].startswith(SIGN):
                    test[part] = names.get(test[part], "")


def _names(steps: list[StreamValue.StreamChild]) -> Iterator[tuple[str, str]]:
    for step in steps:
        for question in step.value["questions"]:
            yield f"{SIGN}{question.id}", question.value["key"]
            choices = question.value.get("choices")
            for choice in choices.bound_blocks if choices else ():
                yield f"{SIGN}{choice.id}", choice.value["value"]


def _conditions(steps: list[StreamValue.StreamChild]) -> Iterator[StructValue]:
    for step in steps:
        for value in (step.value, *(question.value for question in step.value["questions"])):
            if value.get("shown_when"):
                yield value["shown_when"]
