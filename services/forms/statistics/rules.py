"""How one dossier counts: at its end early, on time, late or without a date; while it is open, where it stands.

The date has the time of waiting for the citizen taken out of it already, or begins anew after it. Requests for papers
make nothing late: how many were late or second ones is counted apart. What has no date is never guessed.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.working_time import local


class Timeliness(StrEnum):
    """How the handling of an accepted dossier ended, by its date."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    UNDATED = "undated"


class OpenStatus(StrEnum):
    """Where an open dossier stands. PAUSED: the office waits for the citizen, and the date had not passed."""

    NEW = "new"
    IN_TIME = "in_time"
    OVERDUE = "overdue"
    PAUSED = "paused"
    UNDATED = "undated"


class End(StrEnum):
    """What the office or the citizen ended it with; the last two before it was ever accepted.

    RESOLVED: granted, or nobody wrote down how it was decided.
    """

    RESOLVED = "resolved"
    REFUSED = "refused"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN_EARLY = "withdrawn_early"


UNACCEPTED = frozenset({End.NOT_ACCEPTED, End.WITHDRAWN_EARLY})
"""Ends of dossiers that the office never took on: they are received, and nothing else."""
ONE = 1
"""Request for papers; the law knows no second."""

Wait = tuple[datetime, datetime | None]


@dataclass(frozen=True)
class SubmissionRecord:
    """What of a dossier counts. `ended` is the moment of the decision, the stop or the withdrawal.

    `timeliness` is None until then, and for what was never accepted. `is_dated`: a date can be worked out, also while
    none stands because the clock does not run. `waits` are the times in which the office waited for the citizen.
    `complete`: since when it was complete, the last time; `requests` for papers, and `late_requests` among them;
    `is_apologised`: the office apologised for the delay or put the date off.
    """

    filed: datetime
    accepted: datetime | None = None
    ended: datetime | None = None
    end: End | None = None
    timeliness: Timeliness | None = None
    due: datetime | None = None
    is_dated: bool = False
    waits: tuple[Wait, ...] = ()
    complete: datetime | None = None
    requests: int = 0
    late_requests: int = 0
    is_apologised: bool = False


def timeliness(ended: datetime, due: datetime | None) -> Timeliness:
    """Early is before the day it is due; on that day the minute decides, and 17:00:59 is still 17:00."""
    if due is None:
        return Timeliness.UNDATED
    ended, due = local(ended), local(due)
    if ended.date() < due.date():
        return Timeliness.EARLY
    return Timeliness.ON_TIME if ended <= due else Timeliness.LATE


def open_status(life: SubmissionRecord, at: datetime, now: datetime) -> OpenStatus | None:
    """Return where it stands just before `at`, as far as `now` knows; None when it was not filed yet or had ended."""
    if life.filed >= at or (life.ended is not None and life.ended < at):
        return None
    if life.accepted is None or life.accepted >= at:
        return OpenStatus.NEW
    if life.due is not None and life.due < min(at, now):
        return OpenStatus.OVERDUE
    if not life.is_dated:
        return OpenStatus.UNDATED
    return OpenStatus.PAUSED if any(_waits(wait, at) for wait in life.waits) else OpenStatus.IN_TIME


def days_taken(life: SubmissionRecord) -> int:
    """Calendar days from acceptance to the end, waiting among them; 0 on the same day or without both."""
    if life.accepted is None or life.ended is None:
        return 0
    return (day_of(life.ended) - day_of(life.accepted)).days


def legal_days_taken(life: SubmissionRecord) -> int:
    """Calendar days from the last time it was complete to the end; those from acceptance where nobody wrote it down."""
    if life.complete is None or life.ended is None:
        return days_taken(life)
    return max((day_of(life.ended) - day_of(life.complete)).days, 0)


def day_of(moment: datetime) -> date:
    return local(moment).date()


def _waits(wait: Wait, at: datetime) -> bool:
    asked, answered = wait
    return asked < at and (answered is None or answered >= at)
