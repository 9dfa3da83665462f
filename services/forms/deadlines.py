"""Routines of the worker around dates: another working calendar, and replies that did not come in time."""

from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.calendars import working_calendar
from services.forms import actions
from services.forms.models import Submission
from services.forms.refusals import StaleRevision
from services.forms.workflow import ENDED, Actor, IllegalMove, State

AT_ONCE = 5_000
"""Dossiers looked at in one turn of the routine; the next turn goes on."""
COUNTED = frozenset(State) - ENDED - {State.DRAFT, State.RESOLVED}


def recount_dates() -> int:
    """Count the dates of open dossiers anew after the working calendar was changed; how many appointments moved."""
    calendar = working_calendar()
    rows = Submission.objects.filter(state__in=COUNTED).exclude(calendar_mark=calendar.mark)
    return sum(actions.recount(submission=row, calendar=calendar) for row in _lean(rows))


def time_out_requests() -> int:
    """End the dossiers whose papers were not handed in until the day that was said; how many."""
    late = Submission.objects.filter(state=State.SUPPLEMENT, reply_due_at__lt=timezone.now(), legal_hold=False)
    return sum(map(_end, _lean(late)))


def _lean(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    return rows.defer("answers", "fees", "durations", "lookup").order_by("pk")[:AT_ONCE]


def _end(row: Submission) -> bool:
    with translation.override(row.language):
        reason = _("The papers asked for were not handed in until %(day)s.") % {
            "day": timezone.localtime(row.reply_due_at).strftime("%d/%m/%Y")
        }
    try:
        actions.move(
            submission=row,
            name="refuse_late" if row.accepted_at is None else "stop",
            by=None,
            role=Actor.SYSTEM,
            revision=row.revision,
            reason=reason,
        )
    except (StaleRevision, IllegalMove):  # the reply came at the last moment
        return False
    return True
