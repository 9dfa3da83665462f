"""Until when an accepted submission is handed on to the competent agency, and what is stamped on its way."""

from datetime import datetime

from core.working_time import WorkingCalendar, local
from services.forms.models import Submission
from services.forms.rules.stored_rule import rule_from_json


def forward_until(row: Submission, calendar: WorkingCalendar) -> datetime | None:
    """Return until when it has to be handed on: the same day, or when the next one begins, if it was accepted late.

    Decree 118/2025/NĐ-CP, Art. 18.2. None before acceptance and without a rule.
    """
    rule = rule_from_json(row.rule)
    if rule is None or row.accepted_at is None:
        return None
    accepted = local(row.accepted_at)
    if calendar.is_working_day(accepted.date()) and accepted.time() <= rule.handed_on_until:
        return calendar.end_of_day(accepted.date())
    return calendar.start_of_day(calendar.nth_working_day(accepted.date(), 1))


def may_forward(row: Submission) -> bool:
    """Return whether it can be stamped as handed on."""
    return row.accepted_at is not None and row.handed_on_at is None


def may_receive(row: Submission) -> bool:
    """Return whether the competent agency can stamp it."""
    return row.handed_on_at is not None and row.received_at is None
