"""What departments offer, for templates of departments: they stand below services and may not import them."""

from collections.abc import Iterable
from typing import Any

from django import template

from departments.models import DepartmentPage
from services.catalogue.listing import Listing
from services.pages import department_services

register = template.Library()


@register.simple_tag
def with_offers(entries: Iterable[Any]) -> list[dict[str, Any]]:
    """Return each entry of the list of departments with what it offers (None = no service), in one query."""
    counted = department_services.counts_by_owner()
    return [{"entry": entry, "offer": counted.get(entry.path)} for entry in entries]


@register.simple_tag(takes_context=True)
def services_of(context: template.Context, department: DepartmentPage) -> Listing:
    """Return the services of a department; those it once handled when it no longer exists."""
    find = department_services.formerly_of if department.is_former else department_services.services_of
    return find(department, context["request"])


@register.simple_tag(takes_context=True)
def at_department(context: template.Context, department: DepartmentPage) -> department_services.AtDepartment:
    """Return where to file with a department of today, its guides and its forms."""
    return department_services.at_department(department, context["request"])
