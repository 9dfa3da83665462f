"""How the date of a submission changes while its state stays: by an extension, by another calendar or rule."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.working_time import WorkingCalendar
from departments.calendars import agency_calendar
from services.forms.actions.due_date_columns import Columns
from services.forms.actions.transitions import check_revision, check_transition, lock_submission, record_event
from services.forms.clock import on_day
from services.forms.models import Event, RuleTable, Submission, rule_table
from services.forms.rules.exceptions import Incomplete
from services.forms.rules.stored_rule import rule_from_json, rule_to_json
from services.forms.rules.transition_data import required_reason
from services.forms.rules.transition_shapes import ExtensionData, RecalculationData
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import WORKED_ON, Actor, State
from services.forms.submissions import due_dates
from services.forms.submissions.calendars import calendar_of, calendar_to_keep, held_to
from services.forms.submissions.extensions import last_day_to_extend
from services.rules.choices import DurationUnit

EXTENSION_UNITS = (DurationUnit.WORKING_HOUR, DurationUnit.WORKING_DAY, DurationUnit.CALENDAR_DAY)
LONGEST_EXTENSION = 365


@transaction.atomic
def extend(*, submission: Submission, by: User, revision: int, value: int, unit: str, reason: str) -> Submission:
    """Put the date off by so many hours or days after the end of the limit, once, with a reason and an apology.

    Decree 118/2025/NĐ-CP, Art. 19.6: at the latest the day before it is due, a new appointment once at most.
    IllegalTransition when the clock does not run, ReasonMissing, Incomplete when there is no date, it was put off
    before, or it is too late for it.
    """
    row = lock_submission(submission, by=by, role=Actor.OFFICER, permission=Transition.EXTEND)
    check_revision(row, revision)
    check_transition(row, Transition.EXTEND, Actor.OFFICER)
    reason = required_reason(reason)
    if unit not in EXTENSION_UNITS or not 0 < value <= LONGEST_EXTENSION:
        raise Incomplete({"value": [wrong_number()]})
    recounted_now(row)
    events = list(row.events.all())
    _require_first(row, events)
    now = timezone.now()
    asked = ExtensionData(value=value, unit=str(unit))
    event = Event(move=Transition.EXTEND, at=now, from_state=row.state, to_state=row.state, detail=asked)
    due_at = _moment(row, calendar_of(row), [*events, event])
    data = asked | _dates_told(row, due_at)
    columns = {"due_at": due_at, "apologised_at": now}
    record_event(row, Transition.EXTEND, by=by, at=now, reason=reason, data=data, columns=columns)
    return row


@transaction.atomic
def recount_due_date(*, submission: Submission, calendar: WorkingCalendar, rules: RuleTable) -> bool:
    """Count the dates of an open dossier with that calendar and these rules; whether the appointment changed.

    A changed appointment is an event, and its owner is told. A calendar that would put it off does not: the dossier
    keeps the one it was promised by, as an event too. The time to look at a new dossier is the office's own.
    """
    return recounted(lock_submission(submission, by=None, role=Actor.SYSTEM), calendar, rules)


def recounted(row: Submission, calendar: WorkingCalendar, rules: RuleTable) -> bool:
    """Return the same with a row that is locked already."""
    is_counted = (row.calendar_mark, row.rule_mark) == (calendar.mark, rules.mark)
    if is_counted or row.has_ended or row.is_draft:
        return False
    events, was_kept = list(row.events.all()), row.kept_calendar
    row.kept_calendar = calendar_to_keep(row, events, calendar)
    columns: Columns = {
        "calendar_mark": calendar.mark,
        "rule_mark": rules.mark,
        "kept_calendar": row.kept_calendar,
        "intake_due_at": _intake(row, events, calendar, rules),
    }
    if row.kept_calendar and not was_kept:
        record_event(row, Transition.KEEP_DATE, by=None, at=timezone.now())
    due_at = row.due_at
    if row.state in WORKED_ON:
        holding = held_to(row, calendar)
        columns |= _corrected_rule(row, events, holding, rules)
        due_at = _moment(row, holding, events)
    if due_at == row.due_at:
        Submission.objects.filter(pk=row.pk).update(**columns)
        return False
    data, columns = _dates_told(row, due_at), {**columns, "due_at": due_at}
    record_event(row, Transition.RECALCULATE, by=None, at=timezone.now(), data=data, columns=columns)
    return True


def recounted_now(row: Submission) -> bool:
    """Return the same with today's calendar and rules, before something else is done to the row."""
    return recounted(row, agency_calendar(row.agency_key), rule_table())


def _corrected_rule(row: Submission, events: list[Event], calendar: WorkingCalendar, rules: RuleTable) -> Columns:
    """Return the rule of the day of acceptance as it stands now, where a correction brings the date forward.

    A correction that would put it off leaves what was promised at acceptance.
    """
    kept = rule_from_json(row.rule)
    if kept is None or row.accepted_at is None:
        return {}
    promised, day = _moment(row, calendar, events), timezone.localdate(row.accepted_at)
    corrected = rule_to_json(rules.in_force(day, row.service_key).with_resume_of(kept))
    found = _moment(Submission(accepted_at=row.accepted_at, limit=row.limit, rule=corrected), calendar, events)
    if promised is None or found is None or found >= promised:
        return {}
    row.rule = corrected
    return {"rule": corrected}


def _dates_told(row: Submission, due_at: datetime | None) -> RecalculationData:
    return {"was_due_at": due_dates.moment_to_json(row.due_at), "due_at": due_dates.moment_to_json(due_at)}


def wrong_number() -> str:
    """Return what is said of a number of hours or days that will not do."""
    return _("Give a number from 1 to %(most)d.") % {"most": LONGEST_EXTENSION}


def may_extend(submission: Submission) -> bool:
    """Return whether there is a date that may still be put off, and was not before."""
    last_day = last_day_to_extend(submission)
    is_in_time = last_day is not None and timezone.localdate() <= last_day
    return is_in_time and not submission.events.filter(move=Transition.EXTEND).exists()


def _require_first(row: Submission, events: list[Event]) -> None:
    if any(event.move == Transition.EXTEND for event in events):
        raise Incomplete({"value": [_("The date was put off once already; a second time is not allowed.")]})
    if row.due_at is None:
        raise Incomplete({"value": [_("This application has no date that could be put off.")]})
    last_day = last_day_to_extend(row)
    if last_day is None:
        raise Incomplete({"value": [_("A limit of the same day or in hours is not put off.")]})
    if timezone.localdate() > last_day:
        words = _("The date could be put off until the end of %(day)s. Now an apology for the delay is due.")
        raise Incomplete({"value": [words % {"day": on_day(last_day)}]})


def _moment(row: Submission, calendar: WorkingCalendar, events: list[Event]) -> datetime | None:
    found = due_dates.due_date_of(row, calendar, events)
    return found.moment if found else None


def _intake(row: Submission, events: list[Event], calendar: WorkingCalendar, rules: RuleTable) -> datetime | None:
    filed = [event.at for event in events if event.to_state == State.FILED and event.from_state != State.FILED]
    if row.state != State.FILED or not filed:
        return None
    rule = rules.in_force(timezone.localdate(filed[-1]), row.service_key)
    return due_dates.intake_due(row.state, filed[-1], calendar, rule)
