"""What answers of services ask of this app: the deadline clock, and where a dossier can be filed.

Named by the settings ANSWER_CLOCK and ANSWER_FILING (services/answers/filing_port.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.working_time import WorkingCalendar
from services.answers.filing_port import DueDay
from services.forms.clock import Limit, due
from services.forms.clock.data import Caveat
from services.forms.form_versions.availability import can_be_filed
from services.models import Duration, HandlingAgency, ServicePage


@dataclass(frozen=True)
class ServiceClock:
    """Counts time limits by one calendar. What the rule of the day says of late acceptance, of requests and of payments
    changes nothing for papers accepted at the opening of a working day, so it is not asked for.
    """

    calendar: WorkingCalendar

    def acceptance(self, day: date) -> datetime:
        """Return the opening of that day, of the next working day where it is a day off."""
        return self.calendar.start_of_day(self.calendar.first_working_day(day))

    def due(self, limit: Duration, accepted: datetime) -> DueDay:
        """Return the last day of a limit; without a day where the clock gives none."""
        found = due(accepted, Limit.of(limit), self.calendar)
        return DueDay(found.moment.date() if found.moment else None, bool(_of_date(found.caveats)))


def _of_date(caveats: Sequence[Caveat]) -> list[Caveat]:
    return [caveat for caveat in caveats if not caveat.is_about_request]


def service_clock(calendar: WorkingCalendar) -> ServiceClock:
    """Return the clock that counts by that calendar."""
    return ServiceClock(calendar)


def filing_open(page: ServicePage, agencies: Sequence[HandlingAgency], on: date) -> list[bool]:
    """Return for each of these agencies of a service whether a dossier can be filed with it that day."""
    return can_be_filed(page, agencies, on)
