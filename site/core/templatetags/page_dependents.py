"""Who is touched, where somebody is about to take a page down or delete it."""

from typing import Any

from django import template
from django.template.context import Context
from wagtail.models import Page

from core.page_dependents import dependents_of

register = template.Library()


@register.inclusion_tag("core/admin/page_dependents_list.html", takes_context=True)
def who_is_touched(context: Context, page: Page) -> dict[str, Any]:
    """Return what depends on the page, as far as this person may know."""
    return {"found": dependents_of(page, context["request"].user)}
