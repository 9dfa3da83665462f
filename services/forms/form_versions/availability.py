"""Whether a dossier for a service can be filed here with an agency today, and if not, what is missing.

Dossiers are taken online by the agencies of the service's page that have a department of this portal, are set to the
form of this portal, stand at level 3 or above, and are inside the days on which filing is open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.visibility import visible
from departments.models import DepartmentPage
from services.forms.form_versions.current_form import problems_of_service
from services.forms.models.form_sources import original_service
from services.models import HandlingAgency, ServicePage
from services.rules.choices import AgencyRole, ApplyMode, Level, ServiceStatus


class Obstacle(models.TextChoices):
    """Why nothing can be filed, in the words of the citizen."""

    NOT_PUBLISHED = "not_published", _("The service is not published.")
    NOT_IN_FORCE = "not_in_force", _("The procedure is not in force today.")
    LEVEL = "level", _("The service is not offered online yet: it is below level 3.")
    MODE = "mode", _("This agency does not take applications on this portal.")
    ROLE = "role", _("This agency only takes part; it receives no applications.")
    DEPARTMENT = "department", _("This agency has no page on this portal, so no application can reach it from here.")
    NOT_YET = "not_yet", _("Filing has not opened yet.")
    CLOSED = "closed", _("Filing is closed.")
    FORM = "form", _("The form is being corrected.")


@dataclass(frozen=True)
class Availability:
    """The answer for one service and one agency. `faults` are those of the form, for editors."""

    obstacles: tuple[Obstacle, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return not self.obstacles


def availability(service: ServicePage, agency: HandlingAgency, *, on: date | None = None) -> Availability:
    """Return whether a dossier can be filed with this agency (a row of the service's page) on that day, today if not
    given.
    """
    return availability_of_all(service, [agency], on=on)[0]


def availability_of_all(
    service: ServicePage, agencies: Sequence[HandlingAgency], *, on: date | None = None
) -> list[Availability]:
    """Return the same for several agencies of one service; the form is looked at once."""
    service = original_service(service)
    faults, offices, day = problems_of_service(service), _offices(agencies), on or timezone.localdate()
    return [_answer(service, agency, day, faults, has_office=agency.department_id in offices) for agency in agencies]


def _answer(
    service: ServicePage, agency: HandlingAgency, on: date, faults: list[str], *, has_office: bool
) -> Availability:
    obstacles = (
        *_of_service(service, on),
        *_of_agency(service, agency, on, has_office=has_office),
        *([Obstacle.FORM] if faults else ()),
    )
    return Availability(obstacles, tuple(faults))


def _of_service(service: ServicePage, on: date) -> Iterator[Obstacle]:
    if not service.live:
        yield Obstacle.NOT_PUBLISHED
    begins, ends = service.effective_from or on, service.effective_to or on
    if service.status == ServiceStatus.ABOLISHED or not begins <= on <= ends:
        yield Obstacle.NOT_IN_FORCE


def _of_agency(service: ServicePage, agency: HandlingAgency, on: date, *, has_office: bool) -> Iterator[Obstacle]:
    if (agency.level or service.level or 0) < Level.THREE:
        yield Obstacle.LEVEL
    if agency.apply_mode != ApplyMode.SITE_FORM:
        yield Obstacle.MODE
    if agency.role == AgencyRole.COOPERATING:
        yield Obstacle.ROLE
    if not has_office:
        yield Obstacle.DEPARTMENT
    if agency.opens_on and on < agency.opens_on:
        yield Obstacle.NOT_YET
    if agency.closes_on and on > agency.closes_on:
        yield Obstacle.CLOSED


def _offices(agencies: Sequence[HandlingAgency]) -> set[int]:
    """Return which of the agencies are departments of today with a public page, by the ids of their pages."""
    named = {agency.department_id for agency in agencies if agency.department_id}
    if not named:
        return set()
    pages = visible(DepartmentPage.objects).filter(pk__in=named, is_former=False)
    return set(pages.values_list("pk", flat=True))
