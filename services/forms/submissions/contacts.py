"""Whom the owner of a dossier can ask: the reception place of the agency that has it."""

from dataclasses import replace
from uuid import UUID

from django.conf import settings

from core.i18n import reader_language
from core.models import PortalSettings
from core.visibility import visible
from departments.department_cache import department_cache
from departments.models import DepartmentPage
from services.forms.models import Submission
from services.models import HandlingAgency, ServicePage
from services.pages.reception import FilingPlace, place_of


def whom_to_ask(submission: Submission) -> FilingPlace:
    """Return the place, in the language in force; its name is the dossier's own where the language has no other.

    What the service says of where it is filed there goes before what the department says of itself.
    """
    key, page, row = submission.agency_key, None, None
    if key:
        page = _page(key)
        row = _row(submission.service_key, _stands_for(page) or key)
    place = place_of(page, row, PortalSettings.load(), department_cache(None))
    is_named = page is not None and page.locale.language_code != settings.LANGUAGE_CODE
    return place if is_named else replace(place, name=submission.agency_name)


def _page(key: UUID) -> DepartmentPage | None:
    """Return the department's published page in the reader's language, else the Vietnamese one."""
    pages = visible(DepartmentPage.objects).filter(translation_key=key, alias_of__isnull=True)
    found = {page.locale.language_code: page for page in pages.select_related("locale")}
    return found.get(reader_language()) or found.get(settings.LANGUAGE_CODE)


def _stands_for(page: DepartmentPage | None) -> UUID | None:
    """Return the key of the department that stands for a single commune on the pages of services."""
    return page.get_parent().translation_key if page and page.is_commune else None


def _row(service: UUID, department: UUID) -> HandlingAgency | None:
    """Return what the published page of the service says of that department."""
    pages = ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(translation_key=service)
    rows = HandlingAgency.objects.filter(page__in=pages.values("pk"))
    found: HandlingAgency | None = rows.filter(department__translation_key=department).first()
    return found
