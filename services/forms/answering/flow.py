"""What is asked, given the answers so far. The form is walked in its order, and the answer of a hidden question counts
as absent, so that what hangs on it is hidden too. The only walk: validation, pages and display all take it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from services.forms.definition.answer_rules import is_blank
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.conditions import AllOf, AnyOf, Condition, Test, holds
from services.forms.definition.confirmations import confirmed_in, with_confirmed
from services.forms.definition.questions import Form, Kind, Question, Step


@dataclass(frozen=True)
class VisibleStep:
    """A step that is shown, and those of its questions that are."""

    step: Step
    questions: tuple[Question, ...]


def walk_questions(
    questions: Iterable[Question], known: Answers, take: Callable[[Question], Answer]
) -> Iterator[Question]:
    """Yield the questions asked, one by one; `take` gives the answer of one, which `known` holds from then on."""
    for question in questions:
        if not holds(question.shown_when, known):
            continue
        value = take(question)
        if value is not None:
            known[question.key] = value
        yield question


def visible_questions(form: Form, answers: Mapping[str, Answer]) -> list[VisibleStep]:
    """Return the steps and questions shown for these stored answers, information to read included."""
    known: Answers = {}
    found = []
    for step in form.steps:
        if holds(step.shown_when, known):
            found.append(VisibleStep(step, tuple(walk_questions(step.questions, known, _giver(answers)))))
    return found


def visible_in_item(group: Question, item: Mapping[str, Answer], known: Mapping[str, Answer]) -> list[Question]:
    """Return the questions asked in one item of a group; conditions may speak of the item and of what is outside."""
    return list(walk_questions(group.questions, dict(known), _giver(item)))


def relevant_answers(form: Form, answers: Mapping[str, Answer]) -> Answers:
    """Return the stored answers that count: those of questions asked, inside groups too, and what was confirmed of
    them.
    """
    known: Answers = {}
    for found in visible_questions(form, answers):
        for question in found.questions:
            if not is_blank(value := answers.get(question.key)):
                known[question.key] = _kept_items(question, value, known) if question.kind == Kind.GROUP else value
    return with_confirmed(form, known, confirmed_in(answers))


def relevant_answers_before(form: Form, step: Step, answers: Mapping[str, Answer]) -> Answers:
    """Return the answers that count where that step begins."""
    place = [each.key for each in form.steps].index(step.key)
    return relevant_answers(Form(form.steps[:place]), answers)


def remaining_condition(
    condition: Condition | None, known: Mapping[str, Answer], undecided: Iterable[str]
) -> Condition | bool:
    """Return what is left of a condition while the answers to `undecided` are not known; True or False if nothing is
    left.
    """
    match condition:
        case None:
            return True
        case AllOf(parts):
            return _joined(parts, AllOf, known, undecided, ends=False)
        case AnyOf(parts):
            return _joined(parts, AnyOf, known, undecided, ends=True)
        case Test(question, _, _):
            return condition if question in undecided else holds(condition, known)


def _joined(
    parts: tuple[Condition, ...],
    join: type[AllOf] | type[AnyOf],
    known: Mapping[str, Answer],
    undecided: Iterable[str],
    *,
    ends: bool,
) -> Condition | bool:
    left = [remaining_condition(part, known, undecided) for part in parts]
    if ends in left:
        return ends
    still = tuple(part for part in left if not isinstance(part, bool))
    if not still:
        return not ends
    return still[0] if len(still) == 1 else join(still)


def _giver(answers: Mapping[str, Answer]) -> Callable[[Question], Answer]:
    def give(question: Question) -> Answer:
        value = answers.get(question.key)
        return None if is_blank(value) else value

    return give


def items_of(value: Answer) -> list[Mapping[str, Answer]]:
    """Return the items of a group as stored; what is no item is none."""
    return [item if isinstance(item, Mapping) else {} for item in value] if isinstance(value, list) else []


def _kept_items(group: Question, value: Answer, known: Mapping[str, Answer]) -> list[Answers]:
    return [
        {
            question.key: item[question.key]
            for question in visible_in_item(group, item, known)
            if not is_blank(item.get(question.key))
        }
        for item in items_of(value)
    ]
