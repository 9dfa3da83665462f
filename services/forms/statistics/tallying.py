"""Tallies: how many of what, by month, agency, service, field and level. Pure: lives in, numbers out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.forms.statistics.months import Month, end_of, month_of, months
from services.forms.statistics.rules import (
    ONE,
    UNACCEPTED,
    End,
    SubmissionRecord,
    Timeliness,
    days_taken,
    legal_days_taken,
    open_status,
)

OF_WHICH = frozenset({End.REFUSED, End.STOPPED, End.WITHDRAWN})
"""Ends that are counted once more among what was settled."""


@dataclass(frozen=True)
class TallyKey:
    """Where a dossier counts. A dossier that was passed on counts with the agency that has it now."""

    agency: UUID | None
    service: UUID
    field: UUID | None
    level: int | None


Tallies = dict[tuple[Month, TallyKey], Counter[str]]


def count_tallies(lives: Iterable[tuple[TallyKey, SubmissionRecord]], now: datetime) -> Tallies:
    """Return the numbers of all months up to that of `now`."""
    found: Tallies = {}
    for place, life in lives:
        for month, measure, number in measures(life, now):
            found.setdefault((month, place), Counter())[measure] += number
    return found


def measures(life: SubmissionRecord, now: datetime) -> Iterator[tuple[Month, str, int]]:
    """Yield what one dossier adds to which month."""
    yield month_of(life.filed), "received", 1
    if life.accepted is not None:
        yield month_of(life.accepted), "accepted", 1
    if life.ended is not None and life.end is not None:
        for measure, number in _ending(life, life.end):
            yield month_of(life.ended), measure, number
    for month in months(month_of(life.filed), month_of(life.ended or now)):
        if where := open_status(life, end_of(month), now):
            yield month, f"open_{where}", 1


def _ending(life: SubmissionRecord, end: End) -> Iterator[tuple[str, int]]:
    if end in UNACCEPTED or life.timeliness is None:
        yield end.value, 1
        return
    yield life.timeliness.value, 1
    yield "days", days_taken(life)
    yield from _beside(life)
    if end in OF_WHICH:
        yield end.value, 1


def _beside(life: SubmissionRecord) -> Iterator[tuple[str, int]]:
    """Yield what is told beside the end: legal time, requests the law does not know, apologies for what was late."""
    yield "legal_days", legal_days_taken(life)
    if life.requests > ONE:
        yield "asked_twice", 1
    if life.late_requests:
        yield "asked_late", 1
    if life.timeliness is Timeliness.LATE or life.requests > ONE:
        yield "late_or_asked_twice", 1
    if life.timeliness is Timeliness.LATE and life.is_apologised:
        yield "apologised", 1
