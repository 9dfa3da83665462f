"""What is left of a dossier that goes: everything statistics count it by, in whole days, and nothing of a person."""

from datetime import date, datetime

from django.utils import timezone

from services.forms.models import Submission, Tombstone
from services.forms.rules.transition_spec import Transition
from services.forms.statistics.submission_records import record_of, waits_of

KEPT = (*("service_key", "service_title", "agency_key", "agency_name", "field_key", "field_title", "level", "state"),)
"""Columns that stay as they are."""


def create_archive_record(row: Submission) -> Tombstone:
    """Write the tombstone of a filed dossier; the numbers of every month stay what they were."""
    life = record_of(row, waits_of(row))
    stone: Tombstone = Tombstone.objects.create(
        **{name: getattr(row, name) for name in KEPT},
        outcome=row.outcome or _outcome(row),
        filed_on=_day(row.filed_at),
        accepted_on=_day(row.accepted_at),
        resolved_on=_day(row.resolved_at),
        closed_on=_day(row.closed_at),
        due_on=_day(row.due_at),
        timeliness=life.timeliness or "",
        waits=[[_text(asked), _text(answered)] for asked, answered in life.waits],
        complete_on=_day(row.complete_at),
        requests=life.requests,
        late_requests=life.late_requests,
        is_apologised=life.is_apologised,
    )
    return stone


def _outcome(submission: Submission) -> str:
    """As the history tells it, for dossiers that were decided before they kept it themselves."""
    event = submission.events.filter(move=Transition.RESOLVE).first()
    return event.data.get("outcome", "") if event else ""


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _text(moment: datetime | None) -> str | None:
    day = _day(moment)
    return day.isoformat() if day else None
