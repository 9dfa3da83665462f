"""Questions asked of submissions by the people who file them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from accounts.models import User
from services.forms.models import Event, Submission
from services.forms.rules.transitions import INTERNAL
from services.forms.rules.workflow import ENDED, Actor
from services.forms.submissions.citizen_texts import CitizenTexts
from services.forms.submissions.paper_requests import PaperRequest, open_requests
from services.forms.submissions.timeline import TimelineEntry, owner_entry

__all__ = [
    "Notice",
    "PaperRequest",
    "for_owner",
    "get_for_owner",
    "notices",
    "open_requests",
    "unseen_count",
]

SHOWN_NOTICES = 20


@dataclass(frozen=True)
class Notice:
    """Something the office did with one of a person's submissions."""

    submission: Submission
    line: TimelineEntry
    is_new: bool


def for_owner(user: User | AnonymousUser, *, part: str = "") -> QuerySet[Submission]:
    """Return a person's submissions, last changed first; `part`: "drafts", "open" (filed, not ended) or "ended"."""
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
    """Return one of them with its form, or None."""
    rows = Submission.objects.owned_by(user).select_related("version")
    return rows.prefetch_related("version__words").filter(pk=pk).first()


def notices(user: User | AnonymousUser, *, seen_until: datetime | None, limit: int = SHOWN_NOTICES) -> list[Notice]:
    """Return what the office did lately with a person's submissions, latest first."""
    events = list(_by_office(user).select_related("submission").order_by("-at", "-pk")[:limit])
    words = CitizenTexts(event.submission.service_key for event in events)
    return [
        Notice(
            event.submission,
            owner_entry(event, event.submission, words),
            seen_until is None or event.at > seen_until,
        )
        for event in events
    ]


def unseen_count(user: User | AnonymousUser, *, seen_until: datetime | None) -> int:
    """Return how many of them are new to the person."""
    events = _by_office(user)
    return (events.filter(at__gt=seen_until) if seen_until else events).count()


def _by_office(user: User | AnonymousUser) -> QuerySet[Event]:
    return Event.objects.filter(submission__in=Submission.objects.owned_by(user)).exclude(
        Q(role=Actor.CITIZEN) | Q(move__in=INTERNAL)
    )
