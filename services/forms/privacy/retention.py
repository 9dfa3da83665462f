"""How long submissions are kept: drafts some weeks, finished dossiers some years; then all of it goes.

What is left of a dossier is a tombstone without personal data. A legal hold keeps everything.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from services.forms.actions.drafts import discard
from services.forms.audit import audit_log
from services.forms.models import Submission
from services.forms.privacy.archive_records import create_archive_record
from services.forms.rules.workflow import ENDED
from services.forms.slips.validity import anonymise_slips
from services.forms.statistics.recount import hold_still
from services.forms.submissions.ratings import anonymise_rating


@dataclass(frozen=True)
class Removed:
    """How many of each went, or would go."""

    drafts: int
    dossiers: int
    held: int


def apply_retention(*, dry_run: bool = False) -> Removed:
    """Remove everything whose time is over; a routine of the worker. One transaction per submission."""
    now = timezone.now()
    counted: Counter[str] = Counter()
    for submission in _over(now):
        sort = "held" if submission.legal_hold else "drafts" if submission.is_draft else "dossiers"
        gone = submission.legal_hold or dry_run or _remove(submission)
        counted[sort] += 1 if gone else 0
    return Removed(counted["drafts"], counted["dossiers"], counted["held"])


def kept_until(submission: Submission) -> datetime | None:
    """Return the moment its time is over; None while it goes on. 29 February ends on 28 February."""
    if submission.is_draft:
        return submission.changed_at + timedelta(days=settings.DRAFT_DAYS)
    if submission.closed_at is None:
        return None
    return _years_after(submission.closed_at, years_of(submission))


def years_of(submission: Submission) -> int:
    """Whole years: as set for its service, else for its state, else for all."""
    by_state = settings.RETENTION_YEARS_BY_STATE.get(submission.state, settings.RETENTION_YEARS)
    years: int = settings.RETENTION_YEARS_BY_SERVICE.get(submission.procedure_code, by_state)
    return years


def _over(now: datetime) -> Iterator[Submission]:
    """Candidates by the shortest time there is, then each by its own rule; without what they hold."""
    differing = (*settings.RETENTION_YEARS_BY_STATE.values(), *settings.RETENTION_YEARS_BY_SERVICE.values())
    shortest = now - timedelta(days=365 * min([settings.RETENTION_YEARS, *differing]))
    drafts = Submission.objects.drafts().filter(changed_at__lte=now - timedelta(days=settings.DRAFT_DAYS))
    ended = Submission.objects.filter(state__in=ENDED, closed_at__lte=shortest)
    for rows in (drafts, ended):
        for submission in list(rows.defer("answers", "fees", "durations").order_by("pk")):
            until = kept_until(submission)
            if until is not None and until <= now:
                yield submission


@transaction.atomic
def _remove(submission: Submission) -> bool:
    """Take it away, if nobody has touched it meanwhile; a draft leaves no tombstone, for it was never filed."""
    rows = Submission.objects.select_for_update().filter(pk=submission.pk, revision=submission.revision)
    row = rows.filter(legal_hold=False).first()
    if row is None:
        return False
    delete_submission(row, action="submission.retention", by=None)
    return True


def delete_submission(row: Submission, *, action: str, by: User | None) -> None:
    """Take a locked submission away for good; one that was filed leaves its tombstone."""
    audit_log.record(actor=by, action=action, submission=row, detail={"state": int(row.state)})
    if not row.is_draft:
        hold_still()
        create_archive_record(row)
        anonymise_rating(row)
        anonymise_slips(row, keeps_number=False)
    discard(row)


def _years_after(moment: datetime, years: int) -> datetime:
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:
        return moment.replace(year=moment.year + years, day=28)
