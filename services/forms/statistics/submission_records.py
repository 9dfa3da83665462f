"""Dossiers as lives to be counted: from submissions with their waits, and from the tombstones of those gone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol
from uuid import UUID

from django.db.models import F, Q, QuerySet

from core.working_time import ZONE
from services.forms.clock import Limit, is_countable
from services.forms.models import Event, Submission, Tombstone
from services.forms.rules.transition_data import REFUSED
from services.forms.rules.workflow import PAUSING, State
from services.forms.statistics.rules import End, SubmissionRecord, Timeliness, Wait, day_of, timeliness
from services.forms.statistics.tallying import TallyKey
from services.rules.deadlines import DurationRow

AT_ONCE = 2_000
"""Rows read from the database at a time."""
COLUMNS = (
    *("pk", "agency_key", "agency_name", "service_key", "service_title", "field_key", "field_title", "level"),
    *("state", "outcome", "filed_at", "accepted_at", "resolved_at", "closed_at", "changed_at"),
    *("due_at", "limit", "supplement_count", "late_request_count", "complete_at", "apologised_at"),
)
STONE_COLUMNS = (
    *("agency_key", "agency_name", "service_key", "service_title", "field_key", "field_title", "level"),
    *("state", "outcome", "filed_on", "accepted_on", "resolved_on", "closed_on", "due_on", "timeliness", "waits"),
    *("complete_on", "requests", "late_requests", "is_apologised"),
)


@dataclass(frozen=True)
class Named:
    """Where a dossier counts, and what agency, service and field were called when it was filed."""

    place: TallyKey
    filed_on: date
    agency: str
    service: str
    field: str


class PlaceColumns(Protocol):
    """What a submission and a tombstone say of where a dossier counts."""

    @property
    def agency_key(self) -> UUID | None: ...
    @property
    def agency_name(self) -> str: ...
    @property
    def service_key(self) -> UUID: ...
    @property
    def service_title(self) -> str: ...
    @property
    def field_key(self) -> UUID | None: ...
    @property
    def field_title(self) -> str: ...
    @property
    def level(self) -> int | None: ...


class FiledColumns(Protocol):
    """What of a submission is counted: a row of the table or only these columns of it."""

    @property
    def state(self) -> int: ...
    @property
    def outcome(self) -> str: ...
    @property
    def filed_at(self) -> Any: ...  # noqa: ANN401 (never None of what was filed, though the column may be)
    @property
    def accepted_at(self) -> datetime | None: ...
    @property
    def resolved_at(self) -> datetime | None: ...
    @property
    def closed_at(self) -> datetime | None: ...
    @property
    def changed_at(self) -> datetime: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def limit(self) -> DurationRow | None: ...
    @property
    def supplement_count(self) -> int: ...
    @property
    def late_request_count(self) -> int: ...
    @property
    def complete_at(self) -> datetime | None: ...
    @property
    def apologised_at(self) -> datetime | None: ...


Change = tuple[UUID, datetime, int]
"""A submission, and when it went into which state."""
Counted = tuple[Named, SubmissionRecord]


def of_submissions() -> Iterator[Counted]:
    """Yield everything that was filed, in one pass beside which the waits are read in the same order."""
    rows = Submission.objects.filed().order_by("pk").values_list(*COLUMNS, named=True)
    waits = _Waits(_changes())
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield _named(row, day_of(row.filed_at)), record_of(row, waits.of(row.pk))


def of_tombstones() -> Iterator[Counted]:
    """Yield what retention and erasure took away."""
    rows = Tombstone.objects.exclude(filed_on=None).order_by("pk").values_list(*STONE_COLUMNS, named=True)
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield _named(row, row.filed_on), _life_of_stone(row)


def record_of(row: FiledColumns, waits: Iterable[Wait]) -> SubmissionRecord:
    """Return the life of a submission, or of a row with its columns."""
    ended = _ended_at(row)
    end = _end(State(row.state), row.outcome, is_accepted=row.accepted_at is not None)
    is_settled = ended is not None and row.accepted_at is not None
    return SubmissionRecord(
        filed=row.filed_at,
        accepted=row.accepted_at,
        ended=ended,
        end=end,
        timeliness=timeliness(ended, row.due_at) if ended and is_settled else None,
        due=row.due_at,
        is_dated=row.due_at is not None or (row.limit is not None and is_countable(Limit.of(row.limit))),
        waits=tuple(waits),
        complete=row.complete_at,
        requests=row.supplement_count,
        late_requests=row.late_request_count,
        is_apologised=row.apologised_at is not None,
    )


def waits_of(submission: Submission) -> list[Wait]:
    """Return the times in which the office waited for the citizen, by the history of a dossier."""
    changes = _changes().filter(submission=submission)
    return _paired((at, to_state) for _key, at, to_state in changes)


def _changes() -> QuerySet[Event, Change]:
    """Return every step into a state in which the clock stands still, and out of one."""
    touching = Q(from_state__in=PAUSING) | Q(to_state__in=PAUSING)
    events = Event.objects.filter(touching).exclude(from_state=F("to_state"))
    return events.order_by("submission_id", "at", "pk").values_list("submission_id", "at", "to_state")


class _Waits:
    """Reads the steps beside the submissions: both come in the order of the submissions' numbers."""

    def __init__(self, changes: QuerySet[Event, Change]) -> None:
        self._groups = groupby(changes.iterator(chunk_size=AT_ONCE), key=itemgetter(0))
        self._next = self._read()

    def of(self, key: UUID) -> list[Wait]:
        while self._next is not None and self._next[0] < key:
            self._next = self._read()
        return self._next[1] if self._next is not None and self._next[0] == key else []

    def _read(self) -> tuple[UUID, list[Wait]] | None:
        for key, changes in self._groups:
            return key, _paired((at, to_state) for _key, at, to_state in changes)
        return None


def _paired(changes: Iterable[tuple[datetime, int]]) -> list[Wait]:
    waits: list[Wait] = []
    for at, to_state in changes:
        is_open = bool(waits) and waits[-1][1] is None
        if is_open and to_state not in PAUSING:
            waits[-1] = (waits[-1][0], at)
        elif not is_open and to_state in PAUSING:
            waits.append((at, None))
    return waits


def _ended_at(row: FiledColumns) -> datetime | None:
    """Return when it ended: by the decision, not by the handing over, which waits for the citizen."""
    if row.state in (State.RESOLVED, State.HANDED_OVER):
        return row.resolved_at or row.closed_at or row.changed_at
    return row.closed_at


def _end(state: State, outcome: str, *, is_accepted: bool) -> End | None:
    match state:
        case State.RESOLVED | State.HANDED_OVER:
            return End.REFUSED if outcome == REFUSED else End.RESOLVED
        case State.STOPPED:
            return End.STOPPED
        case State.NOT_ACCEPTED:
            return End.NOT_ACCEPTED
        case State.WITHDRAWN:
            return End.WITHDRAWN if is_accepted else End.WITHDRAWN_EARLY
    return None


def _named(row: PlaceColumns, filed_on: date) -> Named:
    place = TallyKey(row.agency_key, row.service_key, row.field_key, row.level)
    return Named(place, filed_on, row.agency_name, row.service_title, row.field_title)


def _life_of_stone(row: Any) -> SubmissionRecord:  # noqa: ANN401 (a named tuple of STONE_COLUMNS)
    """Return days are all that is left, and all that months need."""
    ended = row.resolved_on or row.closed_on
    settled = Timeliness(row.timeliness) if row.timeliness else Timeliness.UNDATED
    return SubmissionRecord(
        filed=_morning(row.filed_on),
        accepted=_morning(row.accepted_on) if row.accepted_on else None,
        ended=_morning(ended) if ended else None,
        end=_end(State(row.state), row.outcome, is_accepted=row.accepted_on is not None),
        timeliness=settled if row.accepted_on and ended else None,
        due=_morning(row.due_on) if row.due_on else None,
        is_dated=row.due_on is not None,
        waits=tuple(
            (_morning(asked), _morning(answered) if answered else None) for asked, answered in _days(row.waits)
        ),
        complete=_morning(row.complete_on) if row.complete_on else None,
        requests=row.requests,
        late_requests=row.late_requests,
        is_apologised=row.is_apologised,
    )


def _days(waits: Iterable[tuple[str, str | None]]) -> Iterator[tuple[date, date | None]]:
    for asked, answered in waits:
        yield date.fromisoformat(asked), date.fromisoformat(answered) if answered else None


def _morning(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZONE)
