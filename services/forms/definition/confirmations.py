"""Numbers that looked wrong and that the person who typed them says are right.

They stand by their digits among the answers, under a name that no question has: a number that is typed anew has to be
confirmed anew, wherever in the form it stands.
"""

from collections.abc import Iterable, Iterator, Mapping

from services.forms.definition.answers import Answer, Answers
from services.forms.definition.questions import Form, Kind, Question

CONFIRMED = "confirmed_numbers"


def confirmed_in(answers: Mapping[str, object]) -> frozenset[str]:
    """Return the confirmed numbers among answers."""
    given = answers.get(CONFIRMED)
    return frozenset(number for number in given if isinstance(number, str)) if isinstance(given, list) else frozenset()


def is_confirmation(given: object) -> bool:
    """Return whether this can be sent for confirmed numbers."""
    return isinstance(given, list) and all(isinstance(number, str) and len(number) <= 20 for number in given)


def asks_numbers(questions: Iterable[Question]) -> bool:
    """Return whether any of the questions, those of groups included, asks for a personal identification number."""
    return any(each.kind == Kind.IDENTIFICATION or asks_numbers(each.questions) for each in questions)


def with_confirmed(form: Form, answers: Mapping[str, Answer], confirmed: Iterable[str]) -> Answers:
    """Return the answers with those of the confirmed numbers that stand in them."""
    plain = {key: value for key, value in answers.items() if key != CONFIRMED}
    used = set(_numbers(form.questions(), plain))
    kept = sorted(used & set(confirmed))
    return plain | {CONFIRMED: kept} if kept else plain


def _numbers(questions: Iterable[Question], answers: Mapping[str, Answer]) -> Iterator[str]:
    for question in questions:
        value = answers.get(question.key)
        if question.kind == Kind.IDENTIFICATION and isinstance(value, str):
            yield value
        if question.kind == Kind.GROUP and isinstance(value, list):
            for item in value:
                yield from _numbers(question.questions, item) if isinstance(item, Mapping) else ()
