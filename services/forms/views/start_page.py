"""What the page before filing shows: papers of the reader's case, time, cost, who may, who takes it online."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from core.links import Link
from core.models import PortalSettings
from departments.department_cache import department_cache
from services.forms.form_versions.availability import Availability, Obstacle, availability_of_all
from services.forms.form_versions.communes import stands_for_communes
from services.forms.views.privacy_notice import RetentionPeriods, retention_periods
from services.models import HandlingAgency, ServicePage
from services.pages.reception import FilingPlace, place_of
from services.pages.service_page import ServiceContext, service_context


@dataclass(frozen=True)
class Office:
    """An agency of the service. `url` is its filing address on the national portal, "" without one."""

    name: Link
    is_open: bool
    obstacles: list[str]
    opens_on: date | None
    url: str
    place: FilingPlace
    has_communes: bool


@dataclass(frozen=True)
class Start:
    """Everything the page says."""

    service: ServiceContext
    offices: list[Office]
    closed_because: list[str]
    retention_periods: RetentionPeriods

    @property
    def is_open(self) -> bool:
        return any(office.is_open for office in self.offices)

    @property
    def elsewhere(self) -> list[Office]:
        """Agencies with a filing address on the national portal."""
        return [office for office in self.offices if office.url]


def start(page: ServicePage, request: HttpRequest) -> Start:
    """Return what a citizen must know before filing, on the page of the service in the reader's language."""
    shown = service_context(page, request)
    rows = [row for row in page.handling_agencies.select_related("department__locale") if row.department]
    answers = availability_of_all(page, rows, on=timezone.localdate())
    links = department_cache(request).link
    named = [(row, answer, links(row.department.translation_key)) for row, answer in zip(rows, answers, strict=True)]
    offices = [_office(row, answer, name, request) for row, answer, name in named if name]
    return Start(
        service=shown,
        offices=offices,
        closed_because=_why(answers),
        retention_periods=retention_periods(),
    )


def _office(row: HandlingAgency, answer: Availability, name: Link, request: HttpRequest) -> Office:
    return Office(
        name=name,
        is_open=answer.is_open,
        obstacles=[str(obstacle.label) for obstacle in answer.obstacles],
        opens_on=row.opens_on,
        url=row.external_url,
        place=_place(row, request),
        has_communes=answer.is_open and stands_for_communes(row.department),
    )


def _place(row: HandlingAgency, request: HttpRequest) -> FilingPlace:
    register = department_cache(request)
    department = register.shown(row.department.translation_key)
    return place_of(department, row, PortalSettings.load(request_or_site=request), register)


def _why(answers: list[Availability]) -> list[str]:
    """Return why nobody takes the dossier here: what holds everywhere, else what each agency lacks."""
    if not answers:
        return [str(Obstacle.DEPARTMENT.label)]
    return list(dict.fromkeys(str(obstacle.label) for answer in answers for obstacle in answer.obstacles))
