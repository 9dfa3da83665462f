"""The quick links of the footer (Liên kết nhanh)."""

from django import template
from django.conf import settings

from core.i18n import in_language, reader_language
from core.links import Link, foreign
from home.models import QuickLink

register = template.Library()


@register.simple_tag
def quick_links() -> list[Link]:
    """All quick links in the editors' order, in the reader's language where translated."""
    rows = list(QuickLink.objects.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale"))
    shown = in_language(rows, reader_language())
    words = [shown[row.translation_key] for row in rows]
    return [Link(row.title, row.url, foreign(row.locale.language_code)) for row in words]
