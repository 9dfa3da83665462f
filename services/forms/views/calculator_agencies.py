"""Whose working calendar the calculator counts with: that of the agency, where it has hours of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest

from core.calendars import working_calendar
from core.working_time import WorkingCalendar
from departments.calendars import own_calendars
from services.models import ServicePage


@dataclass(frozen=True)
class AgencyCalendars:
    """The calendars of the agencies of a service, by the slugs of their departments.

    `names` are the agencies somebody has to choose among: none where all of them have one calendar.
    """

    province: WorkingCalendar
    by_slug: Mapping[str, WorkingCalendar] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, slug: str) -> WorkingCalendar:
        """Return the calendar of that agency; of the only one there is; else that of the province."""
        if len(self.by_slug) == 1:
            return next(iter(self.by_slug.values()))
        return self.by_slug.get(slug, self.province)


def agency_calendars(service: ServicePage, request: HttpRequest) -> AgencyCalendars:
    """Return the calendars that may hold for a dossier of that service."""
    province = working_calendar(request)
    own: dict[UUID, WorkingCalendar] = own_calendars(province)
    if not own:
        return AgencyCalendars(province)
    rows = service.handling_agencies.select_related("department")
    departments = {row.department.slug: row.department for row in rows if row.department}
    by_slug = {slug: own.get(page.translation_key, province) for slug, page in departments.items()}
    differ = len({calendar.mark for calendar in by_slug.values()}) > 1
    names = {slug: page.localized.title for slug, page in departments.items()} if differ else {}
    return AgencyCalendars(province, by_slug, names)
