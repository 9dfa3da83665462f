"""The owner of a dossier says how content they were with its handling. The dossier itself stays as it is."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from services.forms.actions.transitions import lock_submission
from services.forms.audit import audit_log
from services.forms.models import Rating, Submission
from services.forms.rules.exceptions import Incomplete
from services.forms.rules.workflow import Actor, IllegalTransition, State
from services.forms.statistics.months import month_of
from services.forms.submissions.ratings import LONGEST_COMMENT, WORDS, may_rate, rating_of


@transaction.atomic
def rate(*, submission: Submission, by: User, score: int, comment: str = "") -> Rating:
    """Give a score from 1 to 5 with a word about it, or change both; a repeated press changes nothing.

    IllegalTransition before the agency has answered and when the time for changes is over; Incomplete for another
    score or a longer comment. The audit says that it was done, never what was given: its lines are not erased.
    """
    row = lock_submission(submission, by=by, role=Actor.CITIZEN)
    rating = rating_of(row)
    if not may_rate(row, rating):
        raise IllegalTransition(f"rate: not in {State(row.state).name}, or no more")
    comment = comment.strip()
    if score not in WORDS:
        raise Incomplete({"score": [_("Choose a number from 1 to 5.")]})
    if len(comment) > LONGEST_COMMENT:
        raise Incomplete({"comment": [_("Write at most %(limit)d characters.") % {"limit": LONGEST_COMMENT}]})
    if rating is None:
        rating = _new(row)
    rating.score, rating.comment = score, comment
    rating.save()
    audit_log.record(actor=by, action="submission.rate", submission=row)
    return rating


def _new(row: Submission) -> Rating:
    now = timezone.now()
    return Rating(
        submission=row,
        given_at=now,
        month=month_of(now),
        agency_key=row.agency_key,
        service_key=row.service_key,
        service_title=row.service_title,
        field_key=row.field_key,
        level=row.level,
    )
