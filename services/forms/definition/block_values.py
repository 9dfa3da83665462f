"""Designed steps as a page stores them, written from plain records.

A record of a question is {"kind": "one", "key": …, "label": …, "choices": [["value", "label"]], "shown_when": …}; a
condition is ["question", "is", "value"], or {"any": […]} or {"all": […]} of those. Fields of other kinds are refused.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from services.forms.definition.question_blocks import QUESTIONS

Record = Mapping[str, Any]
TestRecord: TypeAlias = list[str]
ConditionRecord: TypeAlias = TestRecord | Mapping[str, Sequence[TestRecord]]
Stored = dict[str, Any]

BLOCKS = dict(QUESTIONS)


def stored_steps(steps: Sequence[Record], *, seed: UUID) -> list[Stored]:
    """Return the raw value of ServiceFormPage.steps; the ids of its blocks follow from `seed`, so they stay in every
    run.
    """
    return [_block("step", _step(step, seed), seed, f"step/{step['key']}") for step in steps]


def _block(kind: str, value: Stored, seed: UUID, place: str) -> Stored:
    return {"type": kind, "value": value, "id": str(uuid5(seed, place))}


def _step(step: Record, seed: UUID) -> Stored:
    return {
        "key": step["key"],
        "heading": step["heading"],
        "help": step.get("help", ""),
        "shown_when": _condition(step.get("shown_when"), seed, step["key"]),
        "questions": [_question(question, seed, step["key"], BLOCKS) for question in step["questions"]],
    }


def _question(question: Record, seed: UUID, above: str, known: Mapping[str, Any]) -> Stored:
    fields = known[question["kind"]].child_blocks
    unknown = question.keys() - fields.keys() - {"kind"}
    if unknown:
        raise ValueError(f"{question['key']}: a question of this kind has no {', '.join(sorted(unknown))}")
    place = f"{above}.{question['key']}"
    value = {name: question[name] for name in fields if name in question}
    if "required" in fields:
        value["required"] = question.get("required", True)
    if "shown_when" in fields:
        value["shown_when"] = _condition(question.get("shown_when"), seed, place)
    if "choices" in fields:
        value["choices"] = _items(
            [dict(zip(("value", "label"), one, strict=True)) for one in question["choices"]], seed, place
        )
    if "questions" in fields:
        inner = fields["questions"].child_blocks
        value["questions"] = [_question(one, seed, place, inner) for one in question["questions"]]
    return _block(question["kind"], value, seed, place)


def _condition(condition: ConditionRecord | None, seed: UUID, place: str) -> Stored:
    join, tests = _joined(condition)
    named = [dict(zip(("question", "operator", "value"), test, strict=True)) for test in tests]
    return {"join": join, "tests": _items(named, seed, f"{place}/when")}


def _joined(condition: ConditionRecord | None) -> tuple[str, Sequence[TestRecord]]:
    if isinstance(condition, Mapping):
        [joined] = condition.items()
        return joined
    return "all", [condition] if condition else []


def _items(values: Sequence[Stored], seed: UUID, place: str) -> list[Stored]:
    return [_block("item", value, seed, f"{place}/{number}") for number, value in enumerate(values)]
