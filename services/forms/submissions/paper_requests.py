"""Papers the office asked for and has not got yet."""

from dataclasses import dataclass
from datetime import datetime

from services.forms.models import Submission
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import State


@dataclass(frozen=True)
class PaperRequest:
    """One paper: the key of its question, its name as it was asked for, and why."""

    question: str
    name: str
    reason: str
    asked_at: datetime


def open_requests(submission: Submission) -> list[PaperRequest]:
    """Return what the last request asked for; empty while none is open."""
    if submission.state != State.SUPPLEMENT:
        return []
    event = submission.events.filter(move=Transition.ASK_FOR_PAPERS).order_by("-at", "-pk").first()
    if event is None:
        return []
    papers = event.data.get("papers", [])
    return [PaperRequest(paper["question"], paper["name"], paper["reason"], event.at) for paper in papers]
