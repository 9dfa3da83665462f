"""A form for machines: JSON Schema 2020-12 of its answers, the layout of its pages, its texts.

The schema describes answers as they are stored. Validation (answering/validation.py) forgives more in how they are
written ("1.500.000", "31/05/1990", blanks in a number, decomposed letters), and it knows more: the limits of dates and
measures, which names, wards and dates of birth there can be, which number belongs to whom, which signs can be printed,
which e-mail addresses are well formed, rarer signs nobody can see, conditions that compare dates or measures, and
conditions inside a group that speak of answers outside it. What hangs on such a condition is left open in the schema;
the layout names the condition itself. Hidden answers are allowed and dropped, as in validation.
"""

from collections.abc import Iterable
from typing import Any

from services.forms.definition.conditions import as_json
from services.forms.definition.confirmations import CONFIRMED, asks_numbers
from services.forms.definition.questions import OWN_OF_A_KIND, Form, Kind, Question, Step, words_of
from services.forms.form_versions.schema_conditions import Conditions
from services.forms.form_versions.schema_values import value_schema

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FORGIVEN = True
"""A schema that allows everything."""


def json_schema(form: Form) -> Schema:
    """Return the schema of the answers to the whole form; files are given as the identifiers of those handed in."""
    conditions = Conditions.of(form)
    schema = _object(form.questions(), conditions)
    if asks_numbers(form.questions()):
        schema["properties"][CONFIRMED] = {"type": "array", "items": {"type": "string", "maxLength": 20}}
    definitions = conditions.definitions()
    return {"$schema": DIALECT, **schema} | ({"$defs": definitions} if definitions else {})


def layout(form: Form) -> Schema:
    """Return how the form is laid out in pages: order, kinds, conditions; no words."""
    return {"steps": [_step_layout(step) for step in form.steps]}


def texts(form: Form) -> dict[str, str]:
    """Return every human word of the form by its place (services/forms/definition/questions.py: words_of)."""
    return words_of(form)


def published(form: Form) -> Schema:
    """Return everything a partner needs to draw the form and to check answers before sending them."""
    return {"schema": json_schema(form), "layout": layout(form), "texts": texts(form)}


def _object(questions: Iterable[Question], conditions: Conditions) -> Schema:
    """Return the schema of an object of answers: the whole form, or one item of a group."""
    listed = [question for question in questions if question.kind != Kind.INFORMATION]
    properties: dict[str, Any] = {}
    rules, required = [], []
    for question in listed:
        asked = conditions.asked(question.key)
        value = _question_schema(question, conditions)
        properties[question.key] = value if asked is True else FORGIVEN
        if asked is True and question.required:
            required.append(question.key)
        elif isinstance(asked, dict):
            rules.append({"if": asked, "then": _then(question, value)})
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return schema | ({"required": required} if required else {}) | ({"allOf": rules} if rules else {})


def _then(question: Question, value: Schema) -> Schema:
    then: Schema = {"properties": {question.key: value}}
    return then | ({"required": [question.key]} if question.required else {})


def _question_schema(question: Question, conditions: Conditions) -> Schema:
    schema = value_schema(question)
    if question.kind == Kind.GROUP:
        schema["items"] = _object(question.questions, conditions) | {"minProperties": 1}
    return {"title": question.label} | ({"description": question.hint} if question.hint else {}) | schema


def _step_layout(step: Step) -> Schema:
    return {
        "key": step.key,
        "shown_when": as_json(step.shown_when),
        "questions": [_question_layout(question) for question in step.questions],
    }


def _question_layout(question: Question) -> Schema:
    """Return one question without its words, as machines name it."""
    plain: Schema = {
        "key": question.key,
        "kind": question.kind,
        "required": question.required,
        "shown_when": as_json(question.shown_when),
    }
    if question.choices:
        plain["choices"] = [choice.value for choice in question.choices]
    if question.document:
        plain["document"] = question.document
    if question.sensitive:
        plain["sensitive"] = True
    plain |= {name: value for name in OWN_OF_A_KIND if (value := getattr(question, name))}
    if question.questions:
        plain["questions"] = [_question_layout(inner) for inner in question.questions]
    return plain
