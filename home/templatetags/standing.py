"""The way to a standing page, found by its role."""

from django import template

from core.links import Link
from home.standing_pages import standing_link

register = template.Library()


@register.simple_tag(takes_context=True)
def standing_page(context: template.Context, role: str) -> Link | None:
    """Return the link to the page with that role; None while nobody may read it."""
    return standing_link(role, context["request"])
