"""What a transition does to the clock of a submission: the columns written with it, and the dates its event tells."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.working_time import WorkingCalendar, local
from departments.calendars import agency_calendar
from services.forms.clock import ClockRule, Due, RequestEffect, effect_of_request
from services.forms.models import Event, Submission, rule_table
from services.forms.rules.exceptions import Incomplete
from services.forms.rules.stored_rule import rule_from_json, rule_to_json
from services.forms.rules.transition_spec import TransitionSpec
from services.forms.rules.workflow import WORKED_ON, State
from services.forms.submissions import due_dates
from services.forms.submissions.calendars import held_to, remember
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
        raise Incomplete({"limit": [_("Choose the time limit that holds for this application.")]})
    return chosen[0] if chosen else None


def columns_after(row: Submission, event: Event, columns: Columns) -> Columns:
    """Return the columns that follow when `columns` are written with this event, which gets the dates it tells.

    A dossier that is held to an earlier calendar gets today's with a new limit.
    """
    today, table = agency_calendar(row.agency_key), rule_table()
    calendar = held_to(row, today)
    rule = rule_from_json(row.rule) or table.in_force(timezone.localdate(event.at), row.service_key)
    found: Columns = {
        "calendar_mark": today.mark,
        "rule_mark": table.mark,
        "intake_due_at": due_dates.intake_due(event.to_state, event.at, today, rule),
        "intake_told": 0,
        "reply_due_at": None,
    }
    if "accepted_at" in columns:
        found |= {"rule": rule_to_json(rule), "complete_at": event.at}
    if event.to_state == State.SUPPLEMENT:
        found |= _asked(row, event, calendar, rule)
    if event.to_state == State.RESOLVED:
        found |= {"resolved_at": event.at, "outcome": event.detail["outcome"]}
    due = _due(row, event, {**columns, **found}, calendar)
    if due and due.restart and due.restart.start and due.restart.start.accepted == local(event.at):
        found |= {"complete_at": event.at, "kept_calendar": None}
        calendar, due = today, _due(row, event, {**columns, **found}, today)
    due_at = due.moment if due else None
    if due_at != row.due_at and event.to_state in WORKED_ON:
        event.detail |= {"due_at": due_dates.moment_to_json(due_at)}
    if due_at:
        remember([calendar])
    return found | {"due_at": due_at}


def _asked(row: Submission, event: Event, calendar: WorkingCalendar, rule: ClockRule) -> Columns:
    """Return what follows from a request for papers, which says until when they are awaited and what it does."""
    reply_due = due_dates.reply_due(event.at, rule.reply_days, calendar) if rule.reply_days else None
    before = due_dates.due_date_of(row, calendar)
    effect = effect_of_request(before, event.at) if before else None
    event.detail |= {"reply_until": due_dates.moment_to_json(reply_due)}
    if effect is not None:
        event.detail |= {"effect": effect.value}
    is_late = effect is not None and rule.restarts and effect is not RequestEffect.RESTART
    return {
        "supplement_count": row.supplement_count + 1,
        "late_request_count": row.late_request_count + is_late,
        "reply_due_at": reply_due,
    }


def _due(row: Submission, event: Event, columns: Columns, calendar: WorkingCalendar) -> Due | None:
    names = ("accepted_at", "limit", "rule")
    as_it_will_be = Submission(**{name: columns.get(name, getattr(row, name)) for name in names})
    if as_it_will_be.accepted_at is None or as_it_will_be.limit is None:
        return None  # before its history is read
    return due_dates.due_date_of(as_it_will_be, calendar, [*row.events.all(), event])
