"""What answers of services ask of this app: the deadline clock, and where a dossier can be filed.

Named by the settings ANSWER_CLOCK and ANSWER_FILING (services/answers/filing_port.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from core.working_time import WorkingCalendar
from services.answers.filing_port import DueDay
from services.forms.clock import ClockRule, Limit, due
from services.forms.clock.data import Caveat
from services.forms.form_versions.availability import availability_of_all
from services.forms.models.clock_rule import rule_in_force
from services.models import Duration, HandlingAgency, ServicePage


@dataclass(frozen=True)
class ServiceClock:
    """Counts the time limits of one service by the rule of the day."""

    calendar: WorkingCalendar
    rule: ClockRule

    def acceptance(self, day: date) -> datetime:
        """Return the opening of that day, of the next working day where it is a day off."""
        return self.calendar.start_of_day(self.calendar.first_working_day(day))

    def due(self, limit: Duration, accepted: datetime) -> DueDay:
        """Return the last day of a limit; without a day where the clock gives none."""
        found = due(accepted, Limit.of(limit), self.calendar, rule=self.rule)
        return DueDay(found.moment.date() if found.moment else None, bool(_of_date(found.caveats)))


def _of_date(caveats: Sequence[Caveat]) -> list[Caveat]:
    return [caveat for caveat in caveats if not caveat.is_about_request]


def service_clock(service: UUID, on: date, calendar: WorkingCalendar) -> ServiceClock:
    """Return the clock of a service (its translation key) on that day."""
    return ServiceClock(calendar, rule_in_force(on, service))


def filing_open(page: ServicePage, agencies: Sequence[HandlingAgency], on: date) -> list[bool]:
    """Return for each of these agencies of a service whether a dossier can be filed with it that day."""
    return [found.is_open for found in availability_of_all(page, agencies, on=on)]
