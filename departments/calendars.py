"""The working calendar that holds for the dossiers of an agency, as it is kept in the CMS."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest

from core.calendars import working_calendar
from core.i18n import reader_language
from core.working_time import Session, WorkingCalendar
from departments.agency_hours import Hours, OwnDayOff, with_own_hours
from departments.models import AgencyDayOff, AgencyHours, PartOfDay


def agency_calendar(key: UUID | None, request: HttpRequest | None = None) -> WorkingCalendar:
    """Return the calendar of the department with that translation key: the province's, unless it has its own hours."""
    province = working_calendar(request)
    own = _all().filter(department__translation_key=key).first() if key else None
    return _calendar(own, province) if own else province


def own_calendars(province: WorkingCalendar, keys: Collection[UUID] | None = None) -> dict[UUID, WorkingCalendar]:
    """Return the calendars of agencies with hours of their own, by the translation key of the department.

    `keys`: only of these departments.
    """
    rows = _all().select_related("department")
    if keys is not None:
        rows = rows.filter(department__translation_key__in=keys)
    return {own.department.translation_key: _calendar(own, province) for own in rows}


def _all() -> QuerySet[AgencyHours]:
    return AgencyHours.objects.prefetch_related("sessions", "days_off")


def _calendar(own: AgencyHours, province: WorkingCalendar) -> WorkingCalendar:
    weekly: dict[int, Hours] = defaultdict(tuple)
    for row in own.sessions.all():
        weekly[row.weekday] += (Session(row.opens, row.closes),)
    days_off = [_day_off(row) for row in own.days_off.all()]
    return with_own_hours(province, dict(weekly), days_off, weekend_counts=own.weekend_counts)


def _day_off(row: AgencyDayOff) -> OwnDayOff:
    name = row.name_en if reader_language() == "en" and row.name_en else row.name
    return OwnDayOff(row.date, name, row.part != PartOfDay.AFTERNOON, row.part != PartOfDay.MORNING)
