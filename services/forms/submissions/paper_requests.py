"""Papers the office asked for and has not got yet."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from services.forms.clock import RequestEffect, effect_of_request
from services.forms.models import Submission
from services.forms.rules.stored_rule import rule_from_json
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import State
from services.forms.submissions.calendars import calendar_of
from services.forms.submissions.due_dates import due_date_of


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


def effect_now(submission: Submission) -> RequestEffect | None:
    """Return what a request made now would do to the limit; None before acceptance and without a limit."""
    found = due_date_of(submission, calendar_of(submission))
    return effect_of_request(found, timezone.now()) if found else None


def is_exceptional(submission: Submission) -> bool:
    """Return whether a request made now is late or a second one: the head decides on it and says why.

    Papers are asked for once; what was accepted under the former rule may be asked for as it allowed.
    """
    rule = rule_from_json(submission.rule)
    if rule is None:
        return submission.accepted_at is None and submission.supplement_count > 0
    if rule.request_days is None:
        return False
    if submission.supplement_count or not rule.restarts:
        return submission.supplement_count > 0
    return effect_now(submission) in (RequestEffect.PAUSE, RequestEffect.NOTHING)


def is_reply_over(submission: Submission) -> bool:
    """Return whether the day is over until which papers were awaited; never where no day was told."""
    until = submission.reply_due_at
    return until is not None and timezone.localdate(until) < timezone.localdate()
