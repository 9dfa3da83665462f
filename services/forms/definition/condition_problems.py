"""What is wrong with a condition: questions it may not speak of, comparisons that do not fit, what can never hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from services.forms.definition.answer_rules import clean_answer
from services.forms.definition.conditions import AllOf, AnyOf, Comparable, Condition, Operator, Test, tests_in
from services.forms.definition.questions import Kind, Question

OPERATORS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (Kind.TEXT, Kind.LONG_TEXT, Kind.PERSON_NAME, Kind.EMAIL, Kind.PHONE, Kind.IDENTIFICATION, Kind.BUSINESS),
        frozenset({Operator.IS, Operator.IS_NOT, Operator.CONTAINS}),
    ),
    **dict.fromkeys(
        (Kind.NUMBER, Kind.AMOUNT, Kind.MEASURE, Kind.DATE, Kind.BIRTH_DATE),
        frozenset({Operator.IS, Operator.IS_NOT, Operator.AT_LEAST, Operator.AT_MOST}),
    ),
    **dict.fromkeys((Kind.YES_NO, Kind.ONE), frozenset({Operator.IS, Operator.IS_NOT})),
    Kind.MANY: frozenset({Operator.CONTAINS}),
}
"""What can be asked of an answer; a kind that is missing cannot stand in a condition."""

DEEPEST = 5


@dataclass
class Scope:
    """The questions a condition may speak of: those before it. `hidden` are keys of those that are never asked,
    `later` all questions of the form.
    """

    questions: dict[str, Question] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    later: dict[str, Question] = field(default_factory=dict)

    def add(self, question: Question, *, hidden: bool = False) -> None:
        if hidden or self.never(question.shown_when):
            self.hidden.add(question.key)
        self.questions[question.key] = question

    def copy(self) -> "Scope":
        return Scope(dict(self.questions), set(self.hidden), self.later)

    def never(self, condition: Condition | None) -> bool:
        """Return whether it is plain that the condition cannot hold. Not every such condition is found."""
        match condition:
            case AllOf(parts):
                return any(map(self.never, parts)) or _contradict(parts)
            case AnyOf(parts):
                return all(map(self.never, parts))
            case Test(question, operator, _):
                return operator != Operator.IS_NOT and question in self.hidden
        return False


def condition_problems(condition: Condition | None, place: str, scope: Scope) -> Iterator[str]:
    """Yield what is wrong with the condition, in sentences that begin with the place."""
    if _depth(condition) > DEEPEST:
        yield _("{place}: the condition is nested too deep.").format(place=place)
        return
    found = [problem for test in tests_in(condition) for problem in _of_test(test, scope)]
    yield from (f"{place}: {problem}" for problem in found)
    if _is_empty(condition):
        yield _("{place}: a part of the condition is empty.").format(place=place)
    elif not found and scope.never(condition):
        yield _("{place}: the condition can never hold, so this is never asked.").format(place=place)


def _of_test(test: Test, scope: Scope) -> Iterator[str]:
    question = scope.questions.get(test.question)
    if question is None:
        yield _not_before(test.question, scope)
        return
    operators = OPERATORS.get(question.kind, frozenset())
    if not operators:
        yield _("a condition cannot speak of the question “{label}”: its answer cannot be compared.").format(
            label=question.label
        )
    elif test.operator not in operators:
        words = _("the comparison “{operator}” does not fit the question “{label}”.")
        yield words.format(operator=_label(test.operator), label=question.label)
    elif test.value == "":
        yield _("the condition on the question “{label}” lacks a value.").format(label=question.label)
    elif not _is_possible(question, test):
        words = _("“{value}” can never be an answer to the question “{label}”.")
        yield words.format(value=test.value, label=question.label)


def _not_before(key: str, scope: Scope) -> str:
    """Return what is said of a question that the condition may not speak of."""
    if not key:
        return _("a comparison names no question: choose one, or remove the comparison.")
    if key in scope.later:
        words = _("the question “{label}” is asked after the condition that uses it.")
        return words.format(label=scope.later[key].label)
    words = _("the condition uses a question that is not in this form (any more): “{key}”. Choose another one.")
    return words.format(key=key)


def _label(operator: str) -> str:
    return str(Operator(operator).label) if operator in Operator.values else operator


def _is_possible(question: Question, test: Test) -> bool:
    """Return whether the value is one an answer could have as it is stored; a part of a text need only be a text."""
    if test.operator == Operator.CONTAINS and question.kind != Kind.MANY:
        return isinstance(test.value, str) and bool(test.value.strip())
    single = replace(question, required=True)
    if question.kind == Kind.MANY:
        single = replace(single, kind=Kind.ONE)
    return _is_stored_as(single, test.value)


def _is_stored_as(question: Question, value: Comparable) -> bool:
    try:
        stored = clean_answer(question, value)
    except ValidationError:
        return False
    return type(stored) is type(value) and bool(stored == value)


def _contradict(parts: tuple[Condition, ...]) -> bool:
    """Return whether two comparisons that must both hold exclude each other: one answer is said to be two things."""
    wanted: dict[str, Comparable] = {}
    tests = [part for part in parts if isinstance(part, Test)]
    for test in tests:
        if test.operator == Operator.IS and wanted.setdefault(test.question, test.value) != test.value:
            return True
    return any(test.operator == Operator.IS_NOT and wanted.get(test.question) == test.value for test in tests)


def _is_empty(condition: Condition | None) -> bool:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return not parts or any(map(_is_empty, parts))
    return False


def _depth(condition: Condition | None) -> int:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return 1 + max(map(_depth, parts), default=0)
    return 1
