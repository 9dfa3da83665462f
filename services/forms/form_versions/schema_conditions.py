"""Conditions as JSON Schema: when a question is asked, said of the object its answer stands in.

A condition holds only for answers that count, so it includes that the question it speaks of is itself asked; that is
written once under $defs as `asked-<key>` and referred to. True is "always", None "this cannot be said here".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from services.forms.definition.conditions import AllOf, AnyOf, Comparable, Condition, Operator, Test
from services.forms.definition.questions import Form, Kind, Question

Schema = dict[str, Any]
Rule = Schema | bool | None

REACHES = "asked-"

_SPECIAL = re.compile(r"[\^$.*+?()\[\]{}|/\\]")
"""What a regular expression must be told to take literally; escaping more is an error in ECMAScript."""


@dataclass(frozen=True)
class AnswerPath:
    """A question with all conditions above it; `group` is the key of the group it stands in."""

    question: Question
    conditions: tuple[Condition, ...]
    group: str = ""


@dataclass
class Conditions:
    """The conditions of a form by the key of the question they decide."""

    places: dict[str, AnswerPath]
    rules: dict[str, Rule]

    @classmethod
    def of(cls, form: Form) -> "Conditions":
        conditions = cls({place.question.key: place for place in _places(form)}, {})
        for key, place in conditions.places.items():
            conditions.rules[key] = conditions._rule(place)
        return conditions

    def asked(self, key: str) -> Rule:
        """Return when the question is asked: True always, a schema, or None where the schema cannot say it."""
        rule = self.rules[key]
        return rule if rule is None or rule is True else {"$ref": f"#/$defs/{REACHES}{key}"}

    def definitions(self) -> dict[str, Schema]:
        """Return what `asked` refers to."""
        return {f"{REACHES}{key}": rule for key, rule in self.rules.items() if isinstance(rule, dict)}

    def _rule(self, place: AnswerPath) -> Rule:
        return _all(self._condition(condition, place) for condition in place.conditions)

    def _condition(self, condition: Condition, place: AnswerPath) -> Rule:
        match condition:
            case AllOf(parts):
                return _all(self._condition(part, place) for part in parts)
            case AnyOf(parts):
                return _any([self._condition(part, place) for part in parts])
            case Test(key, operator, value):
                return self._test(key, operator, value, place)

    def _test(self, key: str, operator: str, value: Comparable, place: AnswerPath) -> Rule:
        """Return one comparison: the question is asked, answered, and the answer passes; for "is not" the opposite of
        "is".
        """
        spoken_of = self.places[key]
        passes = _passes(spoken_of.question, operator, value)
        asked = True if self.rules[key] is True else self.asked(key)
        if spoken_of.group != place.group or passes is None or asked is None:
            return None
        answered: Schema = {"properties": {key: passes}, "required": [key]}
        holds = _all([asked, answered])
        return {"not": holds} if operator == Operator.IS_NOT else holds


def _places(form: Form) -> Iterator[AnswerPath]:
    for step in form.steps:
        for question in step.questions:
            yield AnswerPath(question, _present(step.shown_when, question.shown_when))
            for inner in question.questions:
                yield AnswerPath(inner, _present(inner.shown_when), question.key)


def _present(*conditions: Condition | None) -> tuple[Condition, ...]:
    return tuple(condition for condition in conditions if condition is not None)


def _passes(question: Question, operator: str, value: Comparable) -> Schema | None:
    """Return the schema of answers that pass; None for a comparison of dates or measures, which JSON Schema does not
    know.
    """
    match operator:
        case Operator.IS | Operator.IS_NOT:
            return {"const": value}
        case Operator.CONTAINS if question.kind == Kind.MANY:
            return {"type": "array", "contains": {"const": value}}
        case Operator.CONTAINS:
            return {"type": "string", "pattern": _SPECIAL.sub(r"\\\g<0>", str(value))}
    if question.kind in (Kind.DATE, Kind.BIRTH_DATE, Kind.MEASURE):
        return None
    return {"type": "integer", ("minimum" if operator == Operator.AT_LEAST else "maximum"): value}


def _all(rules: Iterable[Rule]) -> Rule:
    found = list(rules)
    if None in found:
        return None
    schemas = [rule for rule in found if isinstance(rule, dict)]
    return True if not schemas else schemas[0] if len(schemas) == 1 else {"allOf": schemas}


def _any(found: list[Rule]) -> Rule:
    if None in found:
        return None
    schemas = [rule for rule in found if isinstance(rule, dict)]
    return True if len(schemas) < len(found) else schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
