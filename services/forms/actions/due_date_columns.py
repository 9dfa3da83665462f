"""What a transition does to the clock of a submission: the columns written with it, and the dates its event tells."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from core.models import PortalSettings
from core.working_time import WorkingCalendar
from departments.calendars import agency_calendar
from services.forms.models import Event, Submission
from services.forms.rules.exceptions import Incomplete
from services.forms.rules.transition_spec import TransitionSpec
from services.forms.rules.workflow import WORKED_ON, State
from services.forms.submissions import due_dates
from services.rules.deadlines import DurationRow

Columns = dict[str, Any]


def is_acceptance(row: Submission, spec: TransitionSpec) -> bool:
    """Return whether this transition is the first moment the office works on it, be it without saying so."""
    return row.accepted_at is None and spec.starts_clock


def settled_limit(row: Submission, number: int | None, *, must_choose: bool) -> DurationRow | None:
    """Return the limit that holds from now on: the only one there is, or that with the number the officer chose.

    None when the service told none, and when several may hold and none was chosen; Incomplete where it has to be.
    """
    offered = due_dates.offered_limits(row)
    if len(offered) == 1:
        return offered[0].row
    chosen = [limit.row for limit in offered if limit.number == number]
    if not chosen and offered and must_choose:
        raise Incomplete({"limit": [_("Choose the time limit that holds for this dossier.")]})
    return chosen[0] if chosen else None


def columns_after(row: Submission, event: Event, columns: Columns) -> Columns:
    """Return the columns that follow when `columns` are written with this event, which gets the dates it tells."""
    calendar = agency_calendar(row.agency_key)
    found: Columns = {
        "calendar_mark": calendar.mark,
        "intake_due_at": due_dates.intake_due(event.to_state, event.at, calendar),
        "intake_told": 0,
        "reply_due_at": None,
    }
    if event.to_state == State.SUPPLEMENT:
        found["supplement_count"] = row.supplement_count + 1
        found["reply_due_at"] = _reply_due(event.at, calendar)
        event.detail |= {"reply_until": due_dates.moment_to_json(found["reply_due_at"])}
    if event.to_state == State.RESOLVED:
        found |= {"resolved_at": event.at, "outcome": event.detail["outcome"]}
    due_at = _due_at(row, event, columns, calendar)
    if due_at != row.due_at and event.to_state in WORKED_ON:
        event.detail |= {"due_at": due_dates.moment_to_json(due_at)}
    return found | {"due_at": due_at}


def _due_at(row: Submission, event: Event, columns: Columns, calendar: WorkingCalendar) -> datetime | None:
    accepted_at = columns.get("accepted_at", row.accepted_at)
    limit = columns.get("limit", row.limit)
    if accepted_at is None or limit is None:
        return None
    as_it_will_be = Submission(accepted_at=accepted_at, limit=limit)
    found = due_dates.due_date_of(as_it_will_be, calendar, [*row.events.all(), event])
    return found.moment if found else None


def _reply_due(asked_at: datetime, calendar: WorkingCalendar) -> datetime | None:
    days = PortalSettings.load().reply_days
    return due_dates.reply_due(asked_at, days, calendar) if days else None
