"""The quick links of the footer (Liên kết nhanh)."""

from django import template
from django.conf import settings

from core.links import Link, foreign, pairs
from home.models import QuickLink

register = template.Library()


@register.simple_tag
def quick_links() -> list[Link]:
    """Return the quick links that are switched on, in the editors' order, in the reader's language where translated."""
    rows = QuickLink.objects.filter(is_shown=True, locale__language_code=settings.LANGUAGE_CODE)
    return [Link(shown.title, row.url, foreign(shown.locale.language_code)) for row, shown in pairs(rows)]
