"""Answers as a person reads them: for the review before sending, the acknowledgement and the officers' desk.

Words are those of the form, so its language; numbers, dates, yes and no follow the language of the moment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from services.forms.answering.flow import items_of, relevant_answers, visible_in_item, visible_questions
from services.forms.definition.answer_rules import is_blank
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.confirmations import confirmed_in
from services.forms.definition.questions import Form, Kind, Question
from services.forms.definition.sentences import lines

MASK = "••••••"
"""Stands for a sensitive answer; its length says nothing."""


@dataclass(frozen=True)
class DisplayedRow:
    """One question asked. `lines` is empty while there is no answer; `item` names the item of a group it stands in."""

    key: str
    label: str
    lines: tuple[str, ...] = ()
    item: str = ""
    is_required: bool = True

    @property
    def is_answered(self) -> bool:
        return bool(self.lines)


@dataclass(frozen=True)
class DisplayedStep:
    """A step that is asked, with its rows; `key` leads to the page where it can be changed."""

    key: str
    heading: str
    rows: tuple[DisplayedRow, ...]


def displayed_answers(
    form: Form, answers: Mapping[str, Answer], *, files: Mapping[str, list[str]] | None = None, masked: bool = False
) -> list[DisplayedStep]:
    """Return what is asked and what was answered; `files` are the names of the files handed in, by key of the question.

    A step that only tells something has no rows and is left out. With `masked`, sensitive answers are hidden; that
    there is one can still be seen.
    """
    show = _Show(relevant_answers(form, answers), files or {}, masked)
    steps = (
        DisplayedStep(
            each.step.key, each.step.heading, tuple(row for question in each.questions for row in show.rows(question))
        )
        for each in visible_questions(form, answers)
    )
    return [step for step in steps if step.rows]


@dataclass(frozen=True)
class _Show:
    answers: Answers
    files: Mapping[str, list[str]]
    masked: bool

    def rows(self, question: Question) -> Iterator[DisplayedRow]:
        value = self.answers.get(question.key)
        match question.kind:
            case Kind.INFORMATION:
                return
            case Kind.GROUP if value:
                yield from self._items(question, value)
            case Kind.FILES:
                yield self._row(question, question.key, list(self.files.get(question.key, [])))
            case _:
                yield self._row(question, question.key, self._lines(question, value))

    def _items(self, group: Question, items: Answer) -> Iterator[DisplayedRow]:
        for number, item in enumerate(items_of(items)):
            for question in visible_in_item(group, item, self.answers):
                if question.kind != Kind.INFORMATION:
                    found = [] if is_blank(item.get(question.key)) else self._lines(question, item[question.key])
                    name, title = f"{group.key}-{number}-{question.key}", f"{group.label} ({number + 1})"
                    yield self._row(question, name, found, title, hidden=group.sensitive)

    def _lines(self, question: Question, value: Answer) -> list[str]:
        """Return the answer; below a number that looked wrong, that somebody says it is right."""
        is_confirmed = question.kind == Kind.IDENTIFICATION and value in confirmed_in(self.answers)
        note = [gettext("Whoever filed confirmed this number; it does not have the usual form.")]
        return [*lines(question, value), *(note if is_confirmed else [])]

    def _row(
        self, question: Question, key: str, found: list[str], item: str = "", *, hidden: bool = False
    ) -> DisplayedRow:
        covered = self.masked and found and (question.sensitive or hidden)
        return DisplayedRow(key, question.label, (MASK,) if covered else tuple(found), item, question.required)
