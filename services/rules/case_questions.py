"""The questions by which citizens find their case: at most three, grouped by the editors, answered in a word or two."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from core.text import slug

MOST = 3
"""Questions a service may ask to find the case."""
NOUN_LENGTH, QUESTION_LENGTH, ANSWER_LENGTH = 40, 120, 80


@dataclass(frozen=True)
class CaseGrouping:
    """How a service groups its cases. `noun` is what it calls them ("loại công trình"), "" = simply cases; `questions`
    are at most three, "" where one is not used; `answers` of each case by its key, in the order of the questions, ""
    where the answer does not matter for it.
    """

    noun: str = ""
    questions: Sequence[str] = ()
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def answer(self, key: str, number: int) -> str:
        """Return the answer of a case to the question of that number, from 0; "" where it does not matter."""
        own = self.answers.get(key, ())
        return own[number].strip() if number < len(own) else ""


@dataclass(frozen=True)
class CaseQuestion:
    """One question with its distinct answers, by their values in addresses; `number` begins with 0."""

    number: int
    text: str
    answers: Mapping[str, str]


def case_questions(grouping: CaseGrouping, keys: Iterable[str]) -> list[CaseQuestion]:
    """Return the questions that tell these cases apart: a question with less than two answers tells nothing."""
    keys = list(keys)
    found = []
    for number, text in enumerate(grouping.questions[:MOST]):
        words = [grouping.answer(key, number) for key in keys]
        answers: dict[str, str] = {}
        for word in filter(None, words):
            answers.setdefault(answer_value(word), word)
        if text and len(answers) > 1:
            found.append(CaseQuestion(number, text, answers))
    return found


def answer_value(words: str) -> str:
    """Return what stands for an answer in an address, however it was typed."""
    return slug(words) or "-"


def fitting_cases(grouping: CaseGrouping, keys: Iterable[str], given: Mapping[int, str]) -> list[str]:
    """Return the keys of the cases that fit the answers `given`, their values by the numbers of the questions. What is
    not given fits every case; a case to which an answer does not matter fits each.
    """
    return [
        key
        for key in keys
        if all(answer_value(own) == value for number, value in given.items() if (own := grouping.answer(key, number)))
    ]


def alike(grouping: CaseGrouping, keys: Iterable[str]) -> list[list[str]]:
    """Return the cases that the questions do not tell apart, in groups; citizens choose among them from a list."""
    keys = list(keys)
    asked = case_questions(grouping, keys)
    groups: dict[tuple[str, ...], list[str]] = {}
    for key in keys:
        answers = tuple(answer_value(grouping.answer(key, question.number)) for question in asked)
        groups.setdefault(answers, []).append(key)
    return [group for group in groups.values() if len(group) > 1] if asked else []
