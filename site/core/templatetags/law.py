"""Acts in templates, named by key: {% law 'nd-118-2025' 'Điều 19.5' %} leads to the page of the row."""

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.law import Citation, cite
from core.links import foreign
from core.models import LegalDocument

register = template.Library()


@register.simple_tag
def law(key: str, article: str = "") -> SafeString:
    """Return name and article as a link, and the state unless the act is in force."""
    return linked(cite(key, article))


@register.simple_tag
def law_text(key: str, article: str = "") -> str:
    """Return the same without a link, for mails, titles and messages with a blank for it."""
    return cite(key, article).text


@register.filter
def remark(document: LegalDocument) -> str:
    """Return the state of a row in brackets, a blank before it; "" for what holds as far as anybody knows."""
    standing = document.standing(timezone.localdate())
    return "" if standing.may_be_cited else f" ({standing.in_words})"


def linked(citation: Citation) -> SafeString:
    if not citation.url:
        return format_html("{}", citation.text)
    return format_html('<a href="{}"{}>{}</a>{}', citation.url, _title(citation), citation.short, citation.remark)


def _title(citation: Citation) -> SafeString:
    """Return the title of the act for who points at the link; acts are Vietnamese, so only for Vietnamese readers."""
    shown = citation.title and not foreign("vi")
    return format_html(' title="{}"', citation.title) if shown else SafeString("")
