"""The clock of a dossier: what its history says about the time limit, pauses and an extension, and the date of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from core.working_time import WorkingCalendar, local
from services.forms.clock import ClockRule, Due, Extension, Limit, Pause, PauseKind, due, holding
from services.forms.models import Event, Submission
from services.forms.rules.stored_rule import rule_from_json
from services.forms.rules.transition_shapes import EventData
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import PAUSING, State
from services.forms.submissions.stored_cases import case_keys, case_of
from services.rules.choices import ChannelKind
from services.rules.deadlines import DurationRow

DATES = ("due_at", "was_due_at", "reply_until", "return_until", "forward_until")
"""Keys of the dates an event may tell of."""


@dataclass(frozen=True)
class OfferedLimit:
    """A time limit that may hold for a dossier: its number among the rows kept at filing, the row, its case's key."""

    number: int
    row: DurationRow
    case_key: str = ""

    @property
    def channel(self) -> str:
        return str(self.row.get("channel", ""))

    @property
    def case(self) -> str:
        return str(self.row.get("case", ""))


@dataclass(frozen=True)
class DeadlineInputs:
    """What the date of a dossier depends on besides the calendar."""

    accepted_at: datetime | None
    limit: DurationRow | None
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None
    rule: ClockRule | None = None
    asked_before: int = 0

    def due(self, calendar: WorkingCalendar) -> Due | None:
        """Return None before acceptance, and while it is not settled which limit holds."""
        if self.accepted_at is None or self.limit is None:
            return None
        return due(
            self.accepted_at,
            Limit.of(self.limit),
            calendar,
            pauses=self.pauses,
            extension=self.extension,
            rule=self.rule,
            asked_before=self.asked_before,
        )


def offered_limits(submission: Submission) -> list[OfferedLimit]:
    """Return the limits at filing that may hold for it, by its channel and case; those that say the same stand for one.

    None: the service told no limit. Several: an officer has to say which one it is.
    """
    told = zip(submission.durations, case_keys(submission.durations), strict=True)
    rows = [OfferedLimit(number, row, key) for number, (row, key) in enumerate(told)]
    case = case_of(submission, rows)
    found: dict[Limit, OfferedLimit] = {}
    for row in holding(rows, channel=ChannelKind.ONLINE, case=case):
        found.setdefault(Limit.of(row.row), row)
    return list(found.values())


def deadline_inputs(submission: Submission, events: Iterable[Event]) -> DeadlineInputs:
    """Return the course of a dossier, by its history in order."""
    accepted_at, pauses, extension, asked_before = submission.accepted_at, list[Pause](), None, 0
    for event in events:
        if event.move == Transition.EXTEND and "value" in event.data:
            extension = Extension(event.data["value"], event.data["unit"], at=event.at)
        if accepted_at is None or event.at < accepted_at:
            asked_before += event.move == Transition.ASK_FOR_PAPERS
            continue
        if pauses and pauses[-1].is_open and event.to_state not in PAUSING:
            pauses[-1] = replace(pauses[-1], answered=event.at)
        if event.to_state in PAUSING and event.from_state not in PAUSING:
            kind = PauseKind.PAPERS if event.to_state == State.SUPPLEMENT else PauseKind.PAYMENT
            pauses.append(Pause(event.at, kind=kind))
    rule = rule_from_json(submission.rule)
    return DeadlineInputs(accepted_at, submission.limit, tuple(pauses), extension, rule, asked_before)


def due_date_of(submission: Submission, calendar: WorkingCalendar, events: Iterable[Event] | None = None) -> Due | None:
    """Return when it is due and how that came about; None before acceptance and without a limit."""
    if submission.accepted_at is None or submission.limit is None:
        return None
    return deadline_inputs(submission, submission.events.all() if events is None else events).due(calendar)


def intake_due(state: int, since: datetime, calendar: WorkingCalendar, rule: ClockRule) -> datetime | None:
    """Return until when the office has to look at what was filed; None in every other state."""
    return calendar.add_working_minutes(since, rule.intake_hours * 60) if state == State.FILED else None


def reply_due(asked_at: datetime, days: int, calendar: WorkingCalendar) -> datetime:
    """Return until when papers are to be handed in: the end of the last of so many days, moved to a working day."""
    return due(asked_at, Limit(days, "calendar_day"), replace(calendar, cut_off=None)).moment or asked_at


def moment_to_json(moment: datetime | None) -> str | None:
    """Return a moment as the details of an event keep it."""
    return local(moment).isoformat() if moment else None


def moment_from_json(text: str | None) -> datetime | None:
    """Return the moment an event kept."""
    return datetime.fromisoformat(text) if text else None


def event_dates(data: EventData) -> dict[str, datetime | None]:
    """Return the dates an event tells of."""
    told = {name: data.get(name) for name in DATES}
    return {name: moment_from_json(text) if isinstance(text, str) else None for name, text in told.items()}
