"""The JSON Schema of one answer by its kind: types, lengths, sizes, spellings, choices."""

from collections.abc import Callable
from typing import Any

from services.forms.definition.limits import TODAY, bounds
from services.forms.definition.measures import STORED
from services.forms.definition.provinces import PROVINCES, UNLISTED
from services.forms.definition.questions import Kind, Question

Schema = dict[str, Any]

SEEN = r"[^\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
"""A text with something in it one can see."""

PATTERNS = {
    Kind.PHONE: r"^(0[35789][0-9]{8}|02[0-9]{9}|\+(?!84)[1-9][0-9]{6,14})$",
    Kind.IDENTIFICATION: r"^[0-9]{12}$",
    Kind.BUSINESS: r"^[0-9]{10}(-[0-9]{3})?$",
}


BIRTH = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def value_schema(question: Question) -> Schema:
    """Return what the answer to a question must be once it is given; items of a group are described elsewhere."""
    return dict(_SCHEMAS[Kind(question.kind)](question))


def _text(question: Question) -> Schema:
    least, most = bounds(question)
    return {"type": "string", "minLength": max(least, 1), "maxLength": most, "pattern": SEEN}


def _email(question: Question) -> Schema:
    return _text(question) | {"format": "email"}


def _number(question: Question) -> Schema:
    least, most = bounds(question)
    return {"type": "integer", "minimum": least, "maximum": most}


def _yes_no(question: Question) -> Schema:
    return {"type": "boolean"}


def _one(question: Question) -> Schema:
    return {"type": "string", "enum": [choice.value for choice in question.choices]}


def _figures(question: Question) -> Schema:
    return {"type": "string", "pattern": PATTERNS[Kind(question.kind)]}


def _date(question: Question) -> Schema:
    limits = {"least": question.limits.least, "most": question.limits.most}
    told = {f"x-{name}": limit for name, limit in limits.items() if limit is not None}
    today = TODAY in told.values()
    return {"type": "string", "format": "date", **told} | ({"$comment": "today: when it is judged"} if today else {})


def _measure(question: Question) -> Schema:
    least, most = bounds(question)
    return {"type": "string", "pattern": STORED, "x-least": least, "x-most": most, "x-unit": question.unit}


def _birth_date(question: Question) -> Schema:
    return {"type": "string", "pattern": BIRTH}


def _group(question: Question) -> Schema:
    least, most = bounds(question)
    return {"type": "array", "minItems": max(least, 1), "maxItems": most}


def _many(question: Question) -> Schema:
    return _group(question) | {"uniqueItems": True, "items": _one(question)}


def _files(question: Question) -> Schema:
    one = {"type": "string", "minLength": 1, "maxLength": 64, "pattern": SEEN}
    return _group(question) | {"uniqueItems": True, "items": one}


def _address(question: Question) -> Schema:
    line = {"type": "string", "maxLength": 200, "pattern": SEEN}
    return {
        "type": "object",
        "properties": {
            "province": {"enum": [*PROVINCES, *UNLISTED]},
            "ward": {"type": "string", "maxLength": 200},
            "street": line,
        },
        "required": ["province", "street"],
        "additionalProperties": False,
        "if": {"properties": {"province": {"enum": [*UNLISTED]}}},
        "else": {"properties": {"ward": line}, "required": ["ward"]},
    }


_SCHEMAS: dict[Kind, Callable[[Question], Schema]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.PERSON_NAME: _text,
    Kind.NUMBER: _number,
    Kind.AMOUNT: _number,
    Kind.MEASURE: _measure,
    Kind.DATE: _date,
    Kind.BIRTH_DATE: _birth_date,
    Kind.YES_NO: _yes_no,
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.EMAIL: _email,
    Kind.PHONE: _figures,
    Kind.IDENTIFICATION: _figures,
    Kind.BUSINESS: _figures,
    Kind.ADDRESS: _address,
    Kind.FILES: _files,
    Kind.GROUP: _group,
}
