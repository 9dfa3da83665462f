"""Conditions and answers in words, in the language of the form and of the moment."""

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import get_language, gettext

from core.money import format_dong
from services.forms.definition.answers import Answer
from services.forms.definition.conditions import AllOf, AnyOf, Condition, Operator, Test
from services.forms.definition.measures import Unit, in_figures, is_measure
from services.forms.definition.provinces import province_label
from services.forms.definition.questions import Form, Kind, Question

Questions = Mapping[str, Question]


def questions_of(form: Form) -> dict[str, Question]:
    """Return every question by its key, those inside groups too."""
    found: dict[str, Question] = {}
    for question in form.questions():
        found[question.key] = question
        found.update((inner.key, inner) for inner in question.questions)
    return found


def sentence(condition: Condition, questions: Questions) -> str:
    """Return the condition as a person reads it: “Case” is “New”, or “Area” is at least 100."""
    match condition:
        case AllOf(parts):
            return gettext(", and ").join(_part(part, questions) for part in parts)
        case AnyOf(parts):
            return gettext(", or ").join(_part(part, questions) for part in parts)
        case Test():
            return _test(condition, questions)


def lines(question: Question, value: Answer) -> list[str]:
    """Return a stored answer as a person reads it, line by line; nothing for none. Not for groups and files."""
    match question.kind, value:
        case _, None:
            return []
        case Kind.LONG_TEXT, str():
            return value.split("\n")
        case Kind.MANY, list():
            return [_label(question, part) for part in value]
        case Kind.ADDRESS, Mapping():
            place = [value.get("ward"), province_label(str(value.get("province") or ""))]
            return [line for line in (str(value.get("street") or ""), ", ".join(filter(None, place))) if line]
    return [_line(question, value)]


def grouped(number: int) -> str:
    """Return a whole number with the separators of the language."""
    figures = f"{number:,}"
    return figures if _language() == "en" else figures.replace(",", ".")


def day(iso: str) -> str:
    """Return an ISO date as dd/mm/yyyy; one that ends with the month or the year as mm/yyyy or yyyy."""
    return "/".join(reversed(iso.split("-")))


def _part(part: Condition, questions: Questions) -> str:
    words = sentence(part, questions)
    return words if isinstance(part, Test) else f"({words})"


def _test(test: Test, questions: Questions) -> str:
    question = questions.get(test.question)
    if question is None:
        shown, label = str(test.value), test.question
    else:
        shown, label = " ".join(lines(_single(question), test.value)), question.label
    return _words_of(test.operator).format(label=label, value=shown)


def _words_of(operator: str) -> str:
    return {
        Operator.IS: gettext("“{label}” is “{value}”"),
        Operator.IS_NOT: gettext("“{label}” is not “{value}”"),
        Operator.CONTAINS: gettext("“{label}” contains “{value}”"),
        Operator.AT_LEAST: gettext("“{label}” is at least {value}"),
        Operator.AT_MOST: gettext("“{label}” is at most {value}"),
    }[Operator(operator)]


def _single(question: Question) -> Question:
    """Return a condition compares with one choice, whatever may be chosen."""
    return replace(question, kind=Kind.ONE) if question.kind == Kind.MANY else question


def _line(question: Question, value: Answer) -> str:
    match question.kind, value:
        case Kind.YES_NO, bool():
            return gettext("Yes") if value else gettext("No")
        case Kind.ONE, _:
            return _label(question, value)
        case Kind.NUMBER | Kind.AMOUNT | Kind.MEASURE, _:
            return _size(question, value)
        case Kind.DATE | Kind.BIRTH_DATE, str():
            return day(value)
    return str(value)


def _size(question: Question, value: Answer) -> str:
    match question.kind, value:
        case Kind.NUMBER, int():
            return grouped(value)
        case Kind.AMOUNT, int() if value >= 0:
            return format_dong(value, _language())
        case Kind.MEASURE, str() if is_measure(value):
            return f"{in_figures(value)} {unit_label(question)}".strip()
    return str(value)


def unit_label(question: Question) -> str:
    """Return the unit of a measure as a person reads it, "" for none."""
    return str(Unit(question.unit).label) if question.unit in Unit.values else ""


def _label(question: Question, value: object) -> str:
    """Return the words of a choice; a value that is no choice of this form stands for itself."""
    return next((choice.label for choice in question.choices if choice.value == value), str(value))


def _language() -> str:
    return "en" if (get_language() or "").startswith("en") else "vi"
