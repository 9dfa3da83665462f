"""Where a dossier goes: the service and the agency of its page, as a submission keeps them."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from core.child_rows import child_rows, row_values
from services.forms.form_versions.availability import availability, availability_of_all
from services.forms.form_versions.communes import row_of_commune, stands_for_communes
from services.forms.models.form_sources import original_service
from services.forms.rules.exceptions import NotOpen
from services.models import Duration, Fee, HandlingAgency, ServicePage
from services.models.cases import tell_cases
from services.rules.choices import ChannelKind
from services.rules.fees import in_force

Snapshot = dict[str, Any]


def service_of(key: UUID) -> ServicePage | None:
    """Return the Vietnamese page of a service as it is published today."""
    pages = ServicePage.objects.on_site(settings.LANGUAGE_CODE)
    page: ServicePage | None = pages.filter(translation_key=key).select_related("locale", "field").first()
    return page


def snapshot_of_service(service: ServicePage, agency: HandlingAgency) -> Snapshot:
    """Return what a submission keeps of both, in the words of the source language."""
    original = original_service(service)
    return {
        "service_key": original.translation_key,
        "service_title": original.title,
        "procedure_code": original.procedure_code,
        "level": original.level,
        "field_key": original.field.translation_key if original.field else None,
        "field_title": original.field.name if original.field else "",
        **snapshot_of_agency(agency),
    }


def snapshot_of_agency(agency: HandlingAgency) -> Snapshot:
    """Return the columns of the agency alone."""
    return {
        "agency_key": agency.department.translation_key,
        "agency_name": agency.department.title,
        "agency_code": agency.department.unit_code,
    }


def agency_of(service: ServicePage, key: UUID | None) -> HandlingAgency | None:
    """Return the service's row of the department with that translation key, be it one commune of many;
    None when it handles the service no more.
    """
    rows = service.handling_agencies.select_related("department__locale")
    own = (row for row in rows if row.department and row.department.translation_key == key)
    return next(own, None) or (row_of_commune(rows, key) if key else None)


def open_agencies(service: ServicePage) -> list[HandlingAgency]:
    """Return the service's rows of the departments that take dossiers online today, with their departments."""
    rows = [row for row in service.handling_agencies.select_related("department__locale") if row.department]
    answers = availability_of_all(service, rows)
    return [row for row, answer in zip(rows, answers, strict=True) if answer.is_open]


def require_open(service: ServicePage, agency: HandlingAgency) -> None:
    """Raise NotOpen with the reasons when the service takes no dossiers online at that agency today."""
    found = availability(service, agency)
    if not found.is_open:
        raise NotOpen([str(obstacle.label) for obstacle in found.obstacles])
    if stands_for_communes(agency.department):
        raise NotOpen([gettext("Choose the ward or commune that handles it.")])


def rows_at_filing(service: ServicePage) -> dict[str, list[Snapshot]]:
    """Return the fees and time limits that hold today for what is filed online, in every case, as JSON data."""
    rows = child_rows([service], ["fees", "durations", "cases"])
    fees = in_force(rows.of(service, "fees"), on=timezone.localdate(), channel=ChannelKind.ONLINE)
    durations = [row for row in rows.of(service, "durations") if row.channel in ("", ChannelKind.ONLINE)]
    tell_cases([*fees, *durations], rows.of(service, "cases"))
    return {"fees": [_as_json(row) for row in fees], "durations": [_as_json(row) for row in durations]}


def _as_json(row: Fee | Duration) -> Snapshot:
    values = {**row_values(row), "case": row.case}.items()
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values}
