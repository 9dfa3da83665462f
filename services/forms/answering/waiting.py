"""Steps that cannot be finished yet, because what they ask depends on an answer that is still missing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from services.forms.answering.flow import relevant_answers, remaining_condition
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.conditions import Condition, tests_in
from services.forms.definition.questions import Form, Kind, Question, Step


@dataclass(frozen=True)
class WaitingQuestion:
    """`first` is the step that must come first; `is_whole` tells that nothing at all can be answered before."""

    first: Step
    is_whole: bool


def waiting_questions(form: Form, answers: Mapping[str, Answer], saved: Collection[str]) -> dict[str, WaitingQuestion]:
    """Return the steps that wait, by key. `saved` are the steps that were finished:
    what they left blank stays blank.
    """
    look = _Look(relevant_answers(form, answers), saved)
    for step in form.steps:
        look.at(step)
    return look.found


@dataclass
class _Look:
    """Goes through a form; `open_in` tells in which step the missing answer to a question is given."""

    known: Answers
    saved: Collection[str]
    open_in: dict[str, Step] = field(default_factory=dict)
    found: dict[str, WaitingQuestion] = field(default_factory=dict)

    def at(self, step: Step) -> None:
        """Remember what of the step is open, and whether it waits."""
        is_shown = self._decided(step.shown_when, step)
        if is_shown is False:
            return
        held, can_answer = [], False
        for question in step.questions:
            is_asked = is_shown if is_shown is not True else self._decided(question.shown_when, step)
            if isinstance(is_asked, Step):
                self.open_in[question.key] = is_asked
                held.append(is_asked)
            elif is_asked:
                can_answer |= question.kind != Kind.INFORMATION
                self._remember(question, step)
        if held:
            self.found[step.key] = WaitingQuestion(held[0], is_whole=not can_answer)

    def _decided(self, condition: Condition | None, step: Step) -> bool | Step:
        """Return whether the condition holds, or the step whose answer decides that."""
        before = [key for key, place in self.open_in.items() if place is not step]
        left = remaining_condition(condition, self.known, before)
        if isinstance(left, bool):
            return left
        return self.open_in[next(test.question for test in tests_in(left) if test.question in before)]

    def _remember(self, question: Question, step: Step) -> None:
        is_left_blank = not question.required and step.key in self.saved
        if question.kind != Kind.INFORMATION and question.key not in self.known and not is_left_blank:
            self.open_in[question.key] = step
