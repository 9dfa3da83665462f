"""When a question is asked: tests of earlier answers, joined by and / or.

As JSON: {"question": "case", "operator": "is", "value": "moi"}, {"all": […]}, {"any": […]}; None is "always".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.definition.answers import Answer

Comparable: TypeAlias = bool | int | str
"""What an answer can be compared with, as answers of that kind are stored."""


class Operator(models.TextChoices):
    """How an answer is compared."""

    IS = "is", _("is")
    IS_NOT = "is_not", _("is not")
    CONTAINS = "contains", _("contains")
    AT_LEAST = "at_least", _("is at least")
    AT_MOST = "at_most", _("is at most")


@dataclass(frozen=True)
class Test:
    """One comparison. A question without an answer passes none but "is not"."""

    question: str
    operator: str
    value: Comparable


@dataclass(frozen=True)
class AllOf:
    """All parts must hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    """One part must hold."""

    parts: tuple["Condition", ...]


Condition = Test | AllOf | AnyOf


def holds(condition: Condition | None, answers: Mapping[str, Answer]) -> bool:
    """Return whether the condition holds for these answers (by key of the question; hidden ones are not among them)."""
    match condition:
        case None:
            return True
        case AllOf(parts):
            return all(holds(part, answers) for part in parts)
        case AnyOf(parts):
            return any(holds(part, answers) for part in parts)
        case Test(question, operator, value):
            return _passes(answers.get(question), operator, value)


def tests_in(condition: Condition | None) -> Iterator[Test]:
    """Yield every comparison inside."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from tests_in(part)
        case Test():
            yield condition


def as_json(condition: Condition | None) -> dict[str, Any] | None:
    """Return the condition as JSON data."""
    match condition:
        case None:
            return None
        case AllOf(parts):
            return {"all": [as_json(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [as_json(part) for part in parts]}
        case Test(question, operator, value):
            return {"question": question, "operator": operator, "value": value}


def from_json(data: Mapping[str, Any] | None) -> Condition | None:
    """Return the condition that `as_json` wrote. KeyError or ValueError when the data is none."""
    if data is None:
        return None
    for name, joined in (("all", AllOf), ("any", AnyOf)):
        if name in data:
            return joined(tuple(part for part in map(from_json, data[name]) if part is not None))
    return Test(data["question"], Operator(data["operator"]).value, data["value"])


def _passes(answer: Answer, operator: str, value: Comparable) -> bool:
    if operator == Operator.IS_NOT:
        return not _passes(answer, Operator.IS, value)
    if answer in (None, "", []):
        return False
    match operator:
        case Operator.IS:
            return bool(answer == value)
        case Operator.CONTAINS:
            return value in answer if isinstance(answer, list) else str(value) in str(answer)
        case Operator.AT_LEAST:
            return _ordered(value, answer)
        case Operator.AT_MOST:
            return _ordered(answer, value)
    raise ValueError(f"No such operator: {operator}")


def _ordered(smaller: Answer, larger: Answer) -> bool:
    """Return whether one answer is at most another: figures by size, days by the calendar; of two types none is.

    Of a date of birth only what is known is compared, so somebody born in 1945 passes for any day of that year: in
    doubt a question is asked.
    """
    if isinstance(smaller, int) and isinstance(larger, int):
        return type(smaller) is type(larger) and smaller <= larger
    if not isinstance(smaller, str) or not isinstance(larger, str):
        return False
    if _FIGURES.fullmatch(smaller) and _FIGURES.fullmatch(larger):
        return Decimal(smaller) <= Decimal(larger)
    known = min(len(smaller), len(larger))
    return smaller[:known] <= larger[:known]


_FIGURES = re.compile(r"\d{1,18}(\.\d{1,8})?", re.ASCII)
