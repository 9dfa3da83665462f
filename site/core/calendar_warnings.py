"""Days of the working calendar that are not certain although they come soon, and years nobody has entered.

Dates of dossiers are counted with them already, so administrators are told in time: on their first page, by mail
(home/calendar_notices.py) and in /healthz, which stays in order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext as _

from core.health import Finding
from core.models.holiday import Holiday, HolidayKind, HolidayStatus
from core.models.portal_settings import PortalSettings
from core.working_time import SATURDAY


class Uncertainty(StrEnum):
    """What is not certain."""

    NOT_ANNOUNCED = HolidayStatus.CALCULATED.value
    NOT_CONFIRMED = HolidayStatus.TO_CONFIRM.value
    NO_CALENDAR = "no_calendar"


@dataclass(frozen=True)
class CalendarWarning:
    """One day, or the first day of a year without a calendar, and what is not certain about it."""

    on: date
    what: Uncertainty
    name: str = ""
    pk: int | None = None

    @property
    def key(self) -> str:
        """Says what it is about, the same on every day of the warning."""
        return f"{self.what}:{self.on.isoformat()}"

    @property
    def text(self) -> str:
        """One sentence for administrators."""
        if self.what is Uncertainty.NO_CALENDAR:
            return _("No day off of %(year)d has been entered.") % {"year": self.on.year}
        values = {"day": f"{self.on:%d/%m/%Y}", "name": self.name}
        if self.what is Uncertainty.NOT_ANNOUNCED:
            return _("%(day)s (%(name)s) counts as entered, but was only worked out.") % values
        return _("%(day)s (%(name)s) is still to be confirmed, and does not count until then.") % values


def calendar_warnings(today: date | None = None) -> list[CalendarWarning]:
    """Return what is not certain from today to the last day the setting looks at, in order; two queries."""
    today = today or timezone.localdate()
    last = today + timedelta(days=PortalSettings.load().calendar_notice_days)
    unsettled = Holiday.objects.filter(date__range=(today, last)).exclude(status=HolidayStatus.OFFICIAL)
    known = Holiday.objects.filter(kind=HolidayKind.OFF).values_list("date__year", flat=True).distinct()
    years = _years_without(set(known), today, last)
    return sorted([*_days(unsettled), *years], key=lambda one: (one.on, one.what))


def check() -> Finding:
    """Return how much is not certain; the portal is in order all the same."""
    found = calendar_warnings()
    days = [one.on.isoformat() for one in found if one.what is not Uncertainty.NO_CALENDAR]
    years = [one.on.year for one in found if one.what is Uncertainty.NO_CALENDAR]
    return Finding(ok=True, facts={"warnings": len(found), "unsettled_days": days, "years_without_days_off": years})


def _days(rows: Iterable[Holiday]) -> Iterator[CalendarWarning]:
    """A day off on a weekend changes no date."""
    for row in rows:
        if row.kind == HolidayKind.WORK or row.date.isoweekday() < SATURDAY:
            yield CalendarWarning(row.date, Uncertainty(row.status), row.name, row.pk)


def _years_without(known: set[int], today: date, last: date) -> Iterator[CalendarWarning]:
    for year in range(today.year, last.year + 1):
        if year not in known:
            yield CalendarWarning(date(year, 1, 1), Uncertainty.NO_CALENDAR)
