"""The result of a dossier as its owner reads it: what was decided, its files, how to get it, early or late."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.working_time import WorkingCalendar
from services.forms.definition.questions import Form
from services.forms.definition.sentences import lines
from services.forms.definition.standard_steps import DELIVERY
from services.forms.models import Attachment, Submission
from services.forms.models.attachment import RESULT
from services.forms.rules.transition_data import GRANTED
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import State
from services.forms.submissions.punctuality import punctuality
from services.forms.submissions.timeline import TimelineEntry

DECIDED = frozenset({State.RESOLVED, State.HANDED_OVER})


@dataclass(frozen=True)
class Result:
    """`how` are the words of the way the owner chose; `punctuality` is "" where no date was promised."""

    is_granted: bool
    reason: str
    files: list[Attachment]
    how: list[str]
    punctuality: str
    is_handed_over: bool


def result_of(
    row: Submission, form: Form, history: Sequence[TimelineEntry], calendar: WorkingCalendar
) -> Result | None:
    """Return None before the decision. `history` are the lines the owner reads (owner_timeline), in any order."""
    if row.state not in DECIDED or row.resolved_at is None:
        return None
    decision = next((line for line in history if line.transition == Transition.RESOLVE), None)
    return Result(
        is_granted=row.outcome == GRANTED,
        reason=decision.reason if decision else "",
        files=list(row.attachments.filter(question=RESULT, claimed_at__isnull=False)),
        how=way_of_delivery(row, form),
        punctuality=punctuality(row.resolved_at, row.due_at, calendar),
        is_handed_over=row.state == State.HANDED_OVER,
    )


def way_of_delivery(row: Submission, form: Form) -> list[str]:
    """In the words of the form, never with an address; nothing where the form did not ask."""
    if question := form.question(DELIVERY):
        return lines(question, row.answers.get(DELIVERY))
    only = form.question(f"{DELIVERY}_way")
    return [only.hint] if only and only.hint else []
