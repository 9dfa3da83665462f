"""Routines of the worker around dates: another working calendar or rule, and replies that did not come in time."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.calendars import working_calendar
from departments.calendars import own_calendars
from services.forms import actions
from services.forms.clock import Closing
from services.forms.models import Attachment, AttachmentState, Submission, rule_in_force, rule_table
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import ENDED, Actor, State
from services.forms.submissions.calendars import remember

AT_ONCE = 5_000
"""Dossiers looked at in one turn of the routine; the next turn goes on."""
COUNTED = frozenset(State) - ENDED - {State.DRAFT, State.RESOLVED}


def recount_dates() -> int:
    """Count the dates of open dossiers anew after a calendar or a rule was changed; how many appointments moved."""
    province, rules = working_calendar(), rule_table()
    own = own_calendars(province)
    remember([province, *own.values()])
    is_stale = ~Q(rule_mark=rules.mark) | ~Q(agency_key__in=list(own)) & ~Q(calendar_mark=province.mark)
    for agency, calendar in own.items():
        is_stale |= Q(agency_key=agency) & ~Q(calendar_mark=calendar.mark)
    rows = Submission.objects.filter(is_stale, state__in=COUNTED)

    def recount(row: Submission) -> bool:
        calendar = own.get(row.agency_key, province) if row.agency_key else province
        return actions.recount_due_date(submission=row, calendar=calendar, rules=rules)

    return _each(_lean(rows), recount)


def time_out_requests() -> int:
    """End the dossiers whose papers were not handed in until the end of the day that was said; how many.

    None where the rule of today leaves that to the staff: they find them in a queue of the desk.
    """
    if rule_in_force(timezone.localdate()).closing is not Closing.AUTOMATIC:
        return 0
    return _each(_lean(_timed_out()), _end)


def _timed_out() -> QuerySet[Submission]:
    """Without those on hold, and those whose papers the portal is still checking: they cannot be sent until then."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    checked = Attachment.objects.filter(submission=OuterRef("pk"), claimed_at=None, state=AttachmentState.PENDING)
    late = Submission.objects.filter(state=State.SUPPLEMENT, reply_due_at__lt=today, legal_hold=False)
    return late.exclude(Exists(checked))


def _lean(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    return rows.defer("answers", "fees", "durations", "lookup").order_by("pk")[:AT_ONCE]


def _each(rows: Iterable[Submission], act: Callable[[Submission], bool]) -> int:
    """Do it to every row; how many were changed. One that fails keeps no other from it; its fault is raised at last."""
    changed, fault = 0, None
    for row in rows:
        try:
            changed += act(row)
        except Submission.DoesNotExist:  # erased meanwhile
            continue
        except Exception as error:
            fault = fault or error
    if fault is not None:
        raise fault
    return changed


@transaction.atomic
def _end(listed: Submission) -> bool:
    """End it, unless the reply or a hold came at the last moment."""
    row = _timed_out().select_for_update(of=("self",)).filter(pk=listed.pk).first()
    if row is None:
        return False
    with translation.override(row.language):
        reason = _("The documents asked for were not handed in until %(day)s.") % {
            "day": timezone.localtime(row.reply_due_at).strftime("%d/%m/%Y")
        }
    name = Transition.REFUSE_LATE if row.accepted_at is None else Transition.STOP
    actions.perform_transition(
        submission=row, name=name, by=None, role=Actor.SYSTEM, revision=row.revision, reason=reason
    )
    return True
