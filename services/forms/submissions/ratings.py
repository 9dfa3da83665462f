"""Rating how a dossier was handled: when it may be done, and what stays of it when the person's data go."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from services.forms.models import Rating, Submission
from services.forms.rules.workflow import State

RATED = frozenset({State.RESOLVED, State.HANDED_OVER, State.NOT_ACCEPTED, State.STOPPED})
"""Where the agency has given its answer, a refusal too: without those who were refused the figures would flatter."""
CHANGEABLE = timedelta(days=30)
LONGEST_COMMENT = 1000
WORDS = {
    5: _("5 – very content"),
    4: _("4 – content"),
    3: _("3 – neither content nor discontent"),
    2: _("2 – discontent"),
    1: _("1 – very discontent"),
}


def rating_of(submission: Submission) -> Rating | None:
    found: Rating | None = Rating.objects.filter(submission=submission).first()
    return found


def may_rate(submission: Submission, rating: Rating | None, now: datetime | None = None) -> bool:
    """Once the agency has answered; what was given can be changed for thirty days."""
    return State(submission.state) in RATED and (rating is None or (now or timezone.now()) < changeable_until(rating))


def changeable_until(rating: Rating) -> datetime:
    given: Any = rating.given_at
    until: datetime = given + CHANGEABLE
    return until


def anonymise_rating(submission: Submission) -> None:
    """Leave the score alone of what its owner said: no comment, no moment, no dossier."""
    Rating.objects.filter(submission=submission).update(submission=None, comment="", given_at=None)
