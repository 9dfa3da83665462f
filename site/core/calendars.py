"""The working calendar as the province keeps it in the CMS, read once for one request."""

from django.http import HttpRequest

from core.i18n import reader_language
from core.models.holiday import Holiday, HolidayKind
from core.models.portal_settings import PortalSettings
from core.working_time import WorkingCalendar

KEPT_AS = "_working_calendar"


def working_calendar(request: HttpRequest | None = None) -> WorkingCalendar:
    """Return days off, make-up days and hours, named in the reader's language: one query besides that of the settings.

    Given a request, it is read once for it, however often it is asked for.
    """
    language = reader_language()
    kept = getattr(request, KEPT_AS, None)
    if kept is not None and kept[0] == language:
        return kept[1]
    found = Holiday.objects.named(language)
    hours = PortalSettings.load(request_or_site=request)
    calendar = WorkingCalendar(
        off=found.get((HolidayKind.OFF, True), {}),
        extra=found.get((HolidayKind.WORK, True), {}),
        unconfirmed={**found.get((HolidayKind.OFF, False), {}), **found.get((HolidayKind.WORK, False), {})},
        sessions=hours.sessions,
        cut_off=hours.cut_off,
    )
    if request is not None:
        setattr(request, KEPT_AS, (language, calendar))
    return calendar
