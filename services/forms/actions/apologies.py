"""An apology for a result that is late already: it names a new day, and the submission stays overdue."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.working_time import WorkingCalendar
from departments.calendars import agency_calendar
from services.forms.actions.transitions import check_revision, check_transition, lock_submission, record_event
from services.forms.models import Submission
from services.forms.rules.exceptions import Incomplete
from services.forms.rules.transition_data import required_reason
from services.forms.rules.transition_shapes import ApologyData
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor
from services.forms.submissions.due_date_text import is_overdue
from services.forms.submissions.due_dates import moment_to_json


@transaction.atomic
def apologise_late(
    *, submission: Submission, by: User, revision: int, reason: str, return_on: date | None = None
) -> Submission:
    """Apologise for the delay, with its reason and a day for the result where none was named by an extension before.

    Decree 118/2025/NĐ-CP, Art. 12.5. The date the submission was due stays, and with it that it is overdue. Incomplete
    when it is not overdue, was apologised for before, or the day is missing, past, or a second one.
    """
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=Transition.APOLOGISE_LATE)
    check_revision(row, revision)
    check_transition(row, Transition.APOLOGISE_LATE, Actor.OFFICER)
    reason = required_reason(reason)
    if not may_apologise(row):
        raise Incomplete({"reason": [_("This application is not overdue, or an apology was sent already.")]})
    data = ApologyData(due_at=moment_to_json(row.due_at))
    if names_a_day(row):
        data["return_until"] = _end_of(return_on, agency_calendar(row.agency_key))
    elif return_on is not None:
        raise Incomplete({"return_on": [_("A new day was named once already; a second time is not allowed.")]})
    now = timezone.now()
    columns = {"apologised_at": now}
    record_event(row, Transition.APOLOGISE_LATE, by=by, at=now, reason=reason, data=data, columns=columns)
    return row


def may_apologise(submission: Submission) -> bool:
    """Return whether it is overdue and nobody has apologised for that yet."""
    return is_overdue(submission) and not submission.events.filter(move=Transition.APOLOGISE_LATE).exists()


def names_a_day(submission: Submission) -> bool:
    """Return whether an apology names a day for the result: none was named by an extension."""
    return not submission.events.filter(move=Transition.EXTEND).exists()


def _end_of(day: date | None, calendar: WorkingCalendar) -> str | None:
    """Return the end of that working day, as ISO text. Raise Incomplete for none, one that is over, or a day off."""
    if day is None or not calendar.is_working_day(day) or calendar.end_of_day(day) <= timezone.now():
        raise Incomplete({"return_on": [_("Name a working day that is still to come.")]})
    return moment_to_json(calendar.end_of_day(day))
