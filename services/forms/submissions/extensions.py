"""Until when the date of a submission may be put off, told by what is stored with it: nothing is asked or counted."""

from datetime import date, timedelta

from core.working_time import local
from services.forms.clock.data import IN_HOURS, WITHIN_THE_DAY
from services.forms.models import Submission
from services.forms.rules.stored_rule import rule_from_json
from services.forms.rules.workflow import WORKED_ON

NOT_PUT_OFF = IN_HOURS | WITHIN_THE_DAY
"""Units of limits that end on the same day or after hours."""


def last_day_to_extend(row: Submission) -> date | None:
    """Return the last day on which the date may be put off, if it was not before; None where it never may."""
    rule = rule_from_json(row.rule)
    if rule is None or not rule.extensions or row.due_at is None or row.state not in WORKED_ON:
        return None
    if row.limit is None or row.limit.get("unit") in NOT_PUT_OFF:
        return None
    return local(row.due_at).date() - timedelta(days=rule.extension_days_before)
