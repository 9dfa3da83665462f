"""The steps of a draft as a list of tasks: what is done, what is begun, what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.answering.flow import visible_questions
from services.forms.answering.validation import validate_step
from services.forms.answering.waiting import WaitingQuestion, waiting_questions
from services.forms.definition.answers import Answer
from services.forms.definition.questions import Form, Step
from services.forms.models import Submission


class Progress(models.TextChoices):
    TO_DO = "to_do", _("Not begun")
    BEGUN = "begun", _("Not finished")
    DONE = "done", _("Done")
    WAITING = "waiting", _("Cannot be done yet")


@dataclass(frozen=True)
class Task:
    """One step that is asked of this person; `first` is the step that must be done before this one can be finished."""

    step: Step
    progress: Progress
    first: Step | None = None

    @property
    def is_done(self) -> bool:
        return self.progress == Progress.DONE

    @property
    def is_waiting(self) -> bool:
        """Whether nothing of it can be answered yet."""
        return self.progress == Progress.WAITING


def tasks_of(submission: Submission, form: Form, answers: Mapping[str, Answer]) -> list[Task]:
    """Return the steps that are asked; `answers` hold the ids of files too."""
    waiting = waiting_questions(form, answers, submission.saved_steps)
    return [
        _task(submission, form, found.step, answers, waiting.get(found.step.key))
        for found in visible_questions(form, answers)
    ]


def next_task(tasks: list[Task], after: str = "") -> Task | None:
    """Return the first step that can be done and is not: behind the given one, else from the start; None when all are
    done.
    """
    keys = [task.step.key for task in tasks]
    place = keys.index(after) + 1 if after in keys else 0
    return next((task for task in (*tasks[place:], *tasks[:place]) if not (task.is_done or task.is_waiting)), None)


def _task(
    submission: Submission, form: Form, step: Step, answers: Mapping[str, Answer], wait: WaitingQuestion | None
) -> Task:
    if wait is None:
        return Task(step, _progress(submission, form, step, answers))
    if wait.is_whole:
        return Task(step, Progress.WAITING, wait.first)
    begun = any(question.key in answers for question in step.questions)
    return Task(step, Progress.BEGUN if begun else Progress.TO_DO, wait.first)


def _progress(submission: Submission, form: Form, step: Step, answers: Mapping[str, Answer]) -> Progress:
    given = {question.key: answers[question.key] for question in step.questions if question.key in answers}
    is_saved = step.key in submission.saved_steps
    if not is_saved and not given:
        return Progress.TO_DO
    is_right = is_saved and validate_step(form, step, given, answers=answers).is_valid
    return Progress.DONE if is_right else Progress.BEGUN
