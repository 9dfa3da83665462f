"""What the answer asks of services.forms, which stands above it: the clock, and whether a dossier can be filed here.

The settings ANSWER_CLOCK and ANSWER_FILING name the functions by their dotted paths, as other calls upwards do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from core.working_time import WorkingCalendar
from services.models import Duration, HandlingAgency, ServicePage


@dataclass(frozen=True)
class DueDay:
    """The last day of a time limit, None where none can be worked out; `may_change` while days off are not settled."""

    on: date | None
    may_change: bool = False


class AnswerClock(Protocol):
    """Counts time limits of one service by one calendar."""

    def acceptance(self, day: date) -> datetime:
        """Return the opening of that day, of the next working day where it is a day off."""

    def due(self, limit: Duration, accepted: datetime) -> DueDay:
        """Return when a dossier accepted at that moment is due."""


class MakeClock(Protocol):
    def __call__(self, service: UUID, on: date, calendar: WorkingCalendar) -> AnswerClock: ...


class FilingOpen(Protocol):
    def __call__(self, page: ServicePage, agencies: Sequence[HandlingAgency], on: date) -> Sequence[bool]: ...


def answer_clock(service: UUID, on: date, calendar: WorkingCalendar) -> AnswerClock:
    """Return the clock of a service (its translation key) by the rule that holds that day."""
    make: MakeClock = import_string(settings.ANSWER_CLOCK)
    return make(service, on, calendar)


def filing_open(page: ServicePage, agencies: Sequence[HandlingAgency], on: date) -> Sequence[bool]:
    """Return for each of these agencies of a service whether a dossier can be filed with it on this portal that day."""
    ask: FilingOpen = import_string(settings.ANSWER_FILING)
    return ask(page, agencies, on) if agencies else ()
