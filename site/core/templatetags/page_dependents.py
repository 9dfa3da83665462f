"""Who is touched, where somebody is about to take a page down or delete it."""

from typing import Any

from django import template
from django.db.models import Model
from django.template.context import Context
from wagtail.models import Page

from core.page_dependents import dependents_of, naming

register = template.Library()


@register.inclusion_tag("core/admin/page_dependents_list.html", takes_context=True)
def who_is_touched(context: Context, target: Model) -> dict[str, Any]:
    """Return what depends on a page, a term, an act or a file, as far as this person may know."""
    ask = dependents_of if isinstance(target, Page) else naming
    return {"found": list(ask(target, context["request"].user))}
