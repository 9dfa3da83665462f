"""Whom a reader asks about what nobody has published of a service."""

from django.http import HttpRequest

from core.models import PortalSettings
from departments.department_cache import department_cache
from services.models import ServicePage
from services.pages.reception import place_of
from services.rules.choices import AgencyRole


def whom_to_ask_about(page: ServicePage, request: HttpRequest) -> str:
    """Return the one place that receives applications for the service, with its telephone; "" where several do.

    Where the page names no agency, it is the department the page belongs to.
    """
    rows = page.handling_agencies.exclude(role=AgencyRole.COOPERATING).select_related("department")[:2]
    if len(rows) > 1:
        return ""
    row, departments = next(iter(rows), None), department_cache(request)
    owner = row.department if row else departments.above(page)
    shown = departments.shown(owner.translation_key if owner else None)
    return place_of(shown, row, PortalSettings.load(request_or_site=request), departments).ask
