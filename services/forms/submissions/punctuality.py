"""Punctuality: by how many working days a decision came before or after the date that was promised."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.working_time import DAY, WorkingCalendar, local


def punctuality(decided_at: datetime, due_at: datetime | None, calendar: WorkingCalendar) -> str:
    """In words: early by so many working days, on time, or late; "" where no date was promised."""
    if due_at is None:
        return ""
    decided, due = local(decided_at).date(), local(due_at).date()
    if decided_at <= due_at:
        days = working_days_after(decided, due, calendar)
        words = ngettext("%(days)d working day early", "%(days)d working days early", days)
        return words % {"days": days} if days else _("Handed out on time")
    days = working_days_after(due, decided, calendar)
    words = ngettext("%(days)d working day late", "%(days)d working days late", days)
    return words % {"days": days} if days else _("Late by some hours")


def working_days_after(first: date, last: date, calendar: WorkingCalendar) -> int:
    """Return the working days that come after the first day, up to and including the last."""
    days = (first + DAY * number for number in range(1, (last - first).days + 1))
    return sum(calendar.is_working_day(day) for day in days)
