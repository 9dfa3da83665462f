"""Tags every template may use: the frame around a page, dates, addresses of files, texts of another language."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from core.change_notes import ShownNote, shown_notes
from core.i18n import written_day
from core.links import Link, foreign
from core.long_names import before_colon, is_long, opening
from core.page_frame import PageChrome
from core.qr import drawing

register = template.Library()
register.filter("is_long", is_long)
register.filter("opening", opening)
register.filter("before_colon", before_colon)


@register.simple_tag(takes_context=True)
def frame_of(context: template.Context) -> PageChrome:
    """Return the frame of the page that is being shown; made once for one answer."""
    request, page = context["request"], context.get("page")
    page, is_error = page if isinstance(page, Page) else None, "status" in context
    known = getattr(request, "_frame", None)
    if known is None or known.page is not page or known.is_error != is_error:
        addresses = context.get("addresses")
        known = request._frame = PageChrome(request, page, addresses=addresses, is_error=is_error)
    return known


@register.simple_tag
def change_notes(page: Page) -> list[ShownNote]:
    """Return what was changed on a page, the latest first."""
    return shown_notes(page)


@register.simple_tag
def demo() -> bool:
    """Return whether this is a demonstration."""
    return settings.DEMO


@register.filter
def as_day(day: date) -> SafeString:
    """Return the day as its language writes it, in a <time> element that machines can read."""
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), written_day(day))


@register.filter
def lang(code: str) -> SafeString:
    """Return a lang attribute for a text in that language; nothing when the page is in it anyway."""
    other = foreign(code) if code else ""
    return format_html(' lang="{}"', other) if other else SafeString("")


@register.filter
def file_facts(document: AbstractDocument) -> str:
    """Type and size of a file: "DOCX, 32 KB"."""
    size = document.file_size or _measured(document)
    return ", ".join(part for part in (document.file_extension.upper(), filesizeformat(size) if size else "") if part)


def _measured(document: AbstractDocument) -> int | None:
    """Return the size on the disk, for a file that was added without noting it; None when the file cannot be found."""
    try:
        return document.file.size
    except (OSError, ValueError):
        return None


@register.simple_tag
def qr_code(text: str) -> dict[str, Any]:
    """Return the QR code of a text for components/print_qr.html."""
    side, path = drawing(text)
    return {"side": side, "path": path}


@register.filter
def dialled(number: str) -> str:
    """Return a telephone number as a telephone wants it: digits and a leading plus."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


@register.filter
def anchor(link: Link | None) -> SafeString:
    """Return a link with the language of its text and target; only the text when it leads nowhere; nothing without a
    link. Where the text does not show the language of the page, words say it.
    """
    if link is None:
        return SafeString("")
    if not link.url:
        return format_html("<span{}>{}</span>", lang(link.lang), link.text)
    if link.leads_to:
        note = _("in Vietnamese")
        return format_html('<a href="{}" hreflang="{}">{} ({})</a>', link.url, link.leads_to, link.text, note)
    target = format_html(' hreflang="{}"', link.lang) if link.lang else ""
    return format_html('<a href="{}"{}{}>{}</a>', link.url, lang(link.lang), target, link.text)


@register.filter
def host(url: str) -> str:
    """Return the name of the website behind an address."""
    return urlsplit(url).hostname or url
