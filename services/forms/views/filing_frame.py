"""What stands beside every page of a draft: the steps and how far they are, the papers, who takes it, whom to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from services.forms.answering.flow import visible_questions
from services.forms.answering.tasks import Task, tasks_of
from services.forms.definition.questions import Form
from services.forms.models import Submission
from services.forms.submissions.contacts import whom_to_ask
from services.forms.uploads.form_files import FileInputs

CHECK = "check"
"""Stands for the last page, which is no step of the form."""


@dataclass(frozen=True)
class FilingPanel:
    """`current` is the key of the step that is open, CHECK on the last page, "" on the list of what is to do.

    `here` of `needed` papers that must be there are; `needed` is 0 where none must. `ask` are the lines about the place
    that can tell more.
    """

    tasks: Sequence[Task]
    current: str
    here: int
    needed: int
    ask: Sequence[str]

    @property
    def count(self) -> int:
        """Steps, the last page among them."""
        return len(self.tasks) + 1

    @property
    def number(self) -> int:
        """Which step is open, from 1; 0 on the list of what is to do."""
        if self.current == CHECK:
            return self.count
        return next((number for number, task in enumerate(self.tasks, 1) if task.step.key == self.current), 0)

    @property
    def is_ready(self) -> bool:
        return all(task.is_done for task in self.tasks)


class FilingFrame(TypedDict):
    """The part of a context that the frame of a draft's page reads."""

    panel: FilingPanel


def filing_frame(
    submission: Submission, form: Form, inputs: FileInputs, *, current: str = "", tasks: Sequence[Task] | None = None
) -> FilingFrame:
    """Return what the frame shows; `tasks` where the page knows them already."""
    answers = submission.answers | inputs.answers
    questions = [question for step in visible_questions(form, answers) for question in step.questions]
    here, needed = inputs.progress(questions)
    found = tasks_of(submission, form, answers) if tasks is None else tasks
    return {"panel": FilingPanel(found, current, here, needed, whom_to_ask(submission).lines())}
