"""What stands beside every page of a draft: the steps and how far they are, the papers, who takes it, whom to ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from django.utils import timezone

from core.i18n import reader_language
from services.answers.answer import answer
from services.answers.answer_card import card_of
from services.answers.card import CardFact
from services.answers.facts import facts_of
from services.forms.answering.flow import visible_questions
from services.forms.answering.tasks import Task, tasks_of
from services.forms.definition.answers import Answer
from services.forms.definition.derived_steps import CASE
from services.forms.definition.questions import Form
from services.forms.models import Submission
from services.forms.submissions.contacts import whom_to_ask
from services.forms.uploads.form_files import FileInputs
from services.models import ServicePage
from services.pages.prefetch import read_rows
from services.rules.choices import ChannelKind

CHECK = "check"
"""Stands for the last page, which is no step of the form."""


@dataclass(frozen=True)
class FilingPanel:
    """`current` is the key of the step that is open, CHECK on the last page, "" on the list of what is to do.

    `here` of `needed` papers that must be there are; `needed` is 0 where none must. `ask` are the lines about the place
    that can tell more; `facts` are what it costs and how long it takes, as the answer of the service says for the case
    chosen; none while the service is not published.
    """

    tasks: Sequence[Task]
    current: str
    here: int
    needed: int
    ask: Sequence[str]
    facts: Sequence[CardFact] = ()

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
    place = whom_to_ask(submission).lines()
    return {"panel": FilingPanel(found, current, here, needed, place, _facts(submission, answers))}


def _facts(submission: Submission, answers: Mapping[str, Answer]) -> Sequence[CardFact]:
    """Return cost and time, filed online at the agency of the draft in the case that its answers say."""
    pages = ServicePage.objects.on_site(reader_language()).filter(translation_key=submission.service_key)
    page = pages.select_related("locale", "field").first()
    if page is None:
        return ()
    facts = facts_of(page, read_rows(page, None), None, timezone.localdate())
    given = answers.get(CASE)
    case = given if isinstance(given, str) and given in facts.cases else ""
    card = card_of(facts, answer(facts, case=case, channel=ChannelKind.ONLINE.value))
    return (card.cost, card.time)
