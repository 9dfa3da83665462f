"""What departments offer, for templates of departments: they stand below services and may not import them."""

from collections.abc import Iterable
from typing import Any

from django import template

from services import offers
from services.listing import Listing

register = template.Library()


@register.simple_tag
def with_offers(entries: Iterable[Any]) -> list[dict[str, Any]]:
    """Each entry of the list of departments with what it offers (None = no service), in one query."""
    counted = offers.counts_by_owner()
    return [{"entry": entry, "offer": counted.get(entry.path)} for entry in entries]


@register.simple_tag(takes_context=True)
def services_of(context: template.Context, department: Any) -> Listing:
    """The services of a department; those it once handled when it no longer exists."""
    find = offers.formerly_of if department.is_former else offers.services_of
    return find(department, context["request"])


@register.simple_tag(takes_context=True)
def at_department(context: template.Context, department: Any) -> offers.AtDepartment:
    """Where to file with a department of today, its guides and its forms."""
    return offers.at_department(department, context["request"])
