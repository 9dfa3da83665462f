"""The JSON Schema of one answer by its kind: types, lengths, sizes, spellings, choices."""

from typing import Any

from services.forms.limits import TODAY, bounds
from services.forms.provinces import ABROAD, PROVINCES
from services.forms.questions import Kind, Question

Schema = dict[str, Any]

SEEN = r"\S"
"""A text with something in it."""

PATTERNS = {
    Kind.PHONE: r"^(0[35789][0-9]{8}|02[0-9]{9}|\+(?!84)[1-9][0-9]{6,14})$",
    Kind.IDENTIFICATION: r"^[0-9]{12}$",
    Kind.BUSINESS: r"^[0-9]{10}(-[0-9]{3})?$",
}


def value_schema(question: Question) -> Schema:
    """What the answer to a question must be once it is given; items of a group are described elsewhere."""
    match question.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return _text(question)
        case Kind.EMAIL:
            return _text(question) | {"format": "email"}
        case Kind.NUMBER | Kind.AMOUNT:
            least, most = bounds(question)
            return {"type": "integer", "minimum": least, "maximum": most}
        case Kind.DATE:
            return _date(question)
        case Kind.YES_NO:
            return {"type": "boolean"}
        case Kind.ONE:
            return {"type": "string", "enum": [choice.value for choice in question.choices]}
        case Kind.MANY | Kind.FILES | Kind.GROUP:
            return _several(question)
        case Kind.ADDRESS:
            return _address()
    return {"type": "string", "pattern": PATTERNS[Kind(question.kind)]}


def _text(question: Question) -> Schema:
    least, most = bounds(question)
    return {"type": "string", "minLength": max(least, 1), "maxLength": most, "pattern": SEEN}


def _date(question: Question) -> Schema:
    limits = {"least": question.limits.least, "most": question.limits.most}
    told = {f"x-{name}": limit for name, limit in limits.items() if limit is not None}
    today = TODAY in told.values()
    return {"type": "string", "format": "date", **told} | ({"$comment": "today: when it is judged"} if today else {})


def _several(question: Question) -> Schema:
    least, most = bounds(question)
    schema: Schema = {"type": "array", "minItems": max(least, 1), "maxItems": most}
    if question.kind == Kind.GROUP:
        return schema
    one: Schema = {"type": "string", "minLength": 1, "maxLength": 64}
    if question.kind == Kind.MANY:
        one = {"type": "string", "enum": [choice.value for choice in question.choices]}
    return schema | {"uniqueItems": True, "items": one}


def _address() -> Schema:
    line = {"type": "string", "maxLength": 200, "pattern": SEEN}
    return {
        "type": "object",
        "properties": {
            "province": {"enum": [*PROVINCES, ABROAD]},
            "ward": {"type": "string", "maxLength": 200},
            "street": line,
        },
        "required": ["province", "street"],
        "additionalProperties": False,
        "if": {"properties": {"province": {"const": ABROAD}}},
        "else": {"properties": {"ward": line}, "required": ["ward"]},
    }
