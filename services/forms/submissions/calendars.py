"""The working calendar a dossier is counted by: its agency's, or the one its date was promised by."""

from collections.abc import Iterable

from django.http import HttpRequest

from core.working_time import WorkingCalendar
from departments.calendars import agency_calendar
from services.forms.models import CalendarVersion, Event, Submission
from services.forms.rules.stored_calendar import calendar_from_json, calendar_to_json
from services.forms.rules.workflow import PAUSING, State
from services.forms.submissions.due_dates import due_date_of


def calendar_of(submission: Submission, request: HttpRequest | None = None) -> WorkingCalendar:
    """Return the calendar the date of this dossier is counted by."""
    return held_to(submission, agency_calendar(submission.agency_key, request))


def held_to(submission: Submission, today: WorkingCalendar) -> WorkingCalendar:
    """Return the same, given the calendar its agency has today."""
    kept = submission.kept_calendar
    return calendar_from_json(kept.days, today) if kept else today


def remember(calendars: Iterable[WorkingCalendar]) -> None:
    """Keep these calendars, unless they are kept already, so that a later change can be compared with them."""
    by_mark = {calendar.mark: calendar for calendar in calendars}
    known = CalendarVersion.objects.filter(mark__in=by_mark).values_list("mark", flat=True)
    for mark in by_mark.keys() - set(known):
        CalendarVersion.objects.get_or_create(mark=mark, defaults={"days": calendar_to_json(by_mark[mark])})


def calendar_to_keep(row: Submission, events: list[Event], today: WorkingCalendar) -> CalendarVersion | None:
    """Return the calendar the date was promised by, where that of today would put it off; None where it would not.

    While the office waits for the citizen, the promise is the date before it began to wait.
    """
    if row.calendar_mark == today.mark:
        return row.kept_calendar
    promised_by = row.kept_calendar or CalendarVersion.objects.filter(mark=row.calendar_mark).first()
    if promised_by is None or promised_by.mark == today.mark:
        return None
    told = _before_the_open_wait(row, events)
    promised = due_date_of(row, calendar_from_json(promised_by.days, today), told)
    found = due_date_of(row, today, told)
    if promised is None or promised.moment is None or found is None or found.moment is None:
        return None
    return promised_by if found.moment > promised.moment else None


def _before_the_open_wait(row: Submission, events: list[Event]) -> list[Event]:
    if State(row.state) not in PAUSING:
        return events
    last = max(number for number, event in enumerate(events) if event.to_state not in PAUSING)
    return events[: last + 1]
