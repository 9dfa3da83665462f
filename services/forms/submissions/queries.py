"""Questions asked of submissions by the people who file them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from accounts.models import User
from services.forms.models import Event, Submission
from services.forms.rules.transition_shapes import RequestedPaper
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import INTERNAL
from services.forms.rules.workflow import ENDED, Actor, State
from services.forms.submissions.citizen_texts import CitizenTexts
from services.forms.submissions.due_dates import moment_from_json
from services.forms.submissions.paper_requests import PaperRequest, open_requests
from services.rules.wording import money

__all__ = [
    "Notice",
    "PaperRequest",
    "TimelineEntry",
    "for_owner",
    "get_for_owner",
    "notices",
    "open_requests",
    "timeline",
    "unseen_count",
]

SHOWN_NOTICES = 20


@dataclass(frozen=True)
class TimelineEntry:
    """One event as the citizen reads it; who at the agency did it is the agency's business."""

    at: datetime
    transition: Transition
    text: str
    by_citizen: bool
    reason: str
    papers: list[RequestedPaper]
    amount: str
    what: str
    outcome: str
    due_at: datetime | None
    state: State


@dataclass(frozen=True)
class Notice:
    """Something the office did with one of a person's submissions."""

    submission: Submission
    line: TimelineEntry
    is_new: bool


def for_owner(user: User | AnonymousUser, *, part: str = "") -> QuerySet[Submission]:
    """A person's submissions, last changed first; `part`: "drafts", "open" (filed, not ended) or "ended"."""
    rows = Submission.objects.owned_by(user)
    match part:
        case "drafts":
            return rows.drafts()
        case "open":
            return rows.filed().exclude(state__in=ENDED)
        case "ended":
            return rows.filter(state__in=ENDED)
    return rows


def get_for_owner(user: User | AnonymousUser, pk: UUID) -> Submission | None:
    """One of them with its form, or None."""
    rows = Submission.objects.owned_by(user).select_related("version")
    return rows.prefetch_related("version__words").filter(pk=pk).first()


def timeline(submission: Submission, words: CitizenTexts | None = None) -> list[TimelineEntry]:
    """Everything that happened to it, oldest first, without what the agency does among its own people.

    `words`: those of its service, from whoever has read them already.
    """
    words = words or CitizenTexts([submission.service_key])
    events = [event for event in submission.events.all() if event.move not in INTERNAL]
    return [_line(event, words.happened(submission.service_key, event.transition)) for event in events]


def notices(user: User | AnonymousUser, *, seen_until: datetime | None, limit: int = SHOWN_NOTICES) -> list[Notice]:
    """What the office did lately with a person's submissions, latest first."""
    events = list(_by_office(user).select_related("submission").order_by("-at", "-pk")[:limit])
    words = CitizenTexts(event.submission.service_key for event in events)
    return [
        Notice(
            event.submission,
            _line(event, words.happened(event.submission.service_key, event.transition)),
            seen_until is None or event.at > seen_until,
        )
        for event in events
    ]


def unseen_count(user: User | AnonymousUser, *, seen_until: datetime | None) -> int:
    """How many of them are new to the person."""
    events = _by_office(user)
    return (events.filter(at__gt=seen_until) if seen_until else events).count()


def _by_office(user: User | AnonymousUser) -> QuerySet[Event]:
    return Event.objects.filter(submission__in=Submission.objects.owned_by(user)).exclude(
        Q(role=Actor.CITIZEN) | Q(move__in=INTERNAL)
    )


def _line(event: Event, text: str) -> TimelineEntry:
    return TimelineEntry(
        at=event.at,
        transition=event.transition,
        text=text,
        by_citizen=event.role == Actor.CITIZEN,
        reason=event.reason,
        papers=event.data.get("papers", []),
        amount=money(amount) if (amount := event.data.get("amount")) else "",
        what=event.data.get("what", ""),
        outcome=event.data.get("outcome", ""),
        due_at=moment_from_json(event.data.get("due_at")),
        state=State(event.to_state),
    )
