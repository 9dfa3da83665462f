"""Tags every template may use: the frame around a page, dates, addresses of files, texts of another language."""

from datetime import date
from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils import dateformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from core.frame import Frame
from core.i18n import reader_language
from core.links import foreign

register = template.Library()

DAY_FORMATS = {"vi": "j/n/Y", "en": "j F Y"}


@register.simple_tag(takes_context=True)
def frame_of(context: template.Context) -> Frame:
    """The frame of the page that is being shown."""
    page = context.get("page")
    return Frame(context["request"], page if isinstance(page, Page) else None, is_error="status" in context)


@register.filter
def as_day(day: date) -> SafeString:
    """The day as its language writes it, in a <time> element that machines can read."""
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), dateformat.format(day, DAY_FORMATS[reader_language()]))


@register.filter
def lang(code: str) -> SafeString:
    """A lang attribute for a text in that language; nothing when the page is in it anyway."""
    other = foreign(code) if code else ""
    return format_html(' lang="{}"', other) if other else SafeString("")


@register.filter
def file_facts(document: Any) -> str:
    """Type and size of a file: "DOCX, 32 KB"."""
    size = document.file_size or _measured(document)
    return ", ".join(part for part in (document.file_extension.upper(), filesizeformat(size) if size else "") if part)


def _measured(document: Any) -> int | None:
    """The size on the disk, for a file that was added without noting it; None when the file cannot be found."""
    try:
        return document.file.size
    except (OSError, ValueError):
        return None
