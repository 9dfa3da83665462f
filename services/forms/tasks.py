"""The steps of a draft as a list of tasks: what is done, what is begun, what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.asked import asked
from services.forms.models import Submission
from services.forms.questions import Form, Step
from services.forms.validation import validate_step

Answers = Mapping[str, Any]


class Progress(models.TextChoices):
    TO_DO = "to_do", _("Not begun")
    BEGUN = "begun", _("Not finished")
    DONE = "done", _("Done")


@dataclass(frozen=True)
class Task:
    """One step that is asked of this person."""

    step: Step
    progress: Progress

    @property
    def is_done(self) -> bool:
        return self.progress == Progress.DONE


def tasks_of(submission: Submission, form: Form, answers: Answers) -> list[Task]:
    """The steps that are asked; `answers` hold the ids of files too."""
    return [Task(found.step, _progress(submission, form, found.step, answers)) for found in asked(form, answers)]


def next_task(tasks: list[Task], after: str = "") -> Task | None:
    """The first step that is not done: behind the given one, else from the start; None when all are done."""
    keys = [task.step.key for task in tasks]
    place = keys.index(after) + 1 if after in keys else 0
    return next((task for task in (*tasks[place:], *tasks[:place]) if not task.is_done), None)


def _progress(submission: Submission, form: Form, step: Step, answers: Answers) -> Progress:
    given = {question.key: answers[question.key] for question in step.questions if question.key in answers}
    is_saved = step.key in submission.saved_steps
    if not is_saved and not given:
        return Progress.TO_DO
    is_right = is_saved and validate_step(form, step, given, answers=answers).is_valid
    return Progress.DONE if is_right else Progress.BEGUN
