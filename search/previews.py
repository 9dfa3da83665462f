"""A page as an answer of a search, here and elsewhere, from what an editor is just writing; nothing is stored."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.addresses import absolute
from core.description import description_of
from search.engine.highlight import Piece
from search.hits import Hit
from services.catalogue.cards import draft_card
from services.models import ServicePage


def search_result(page: Page, request: HttpRequest) -> HttpResponse:
    """Return the answer as our own search shows it, and as search engines show the page."""
    hit = Hit(
        title=page.title,
        url=page.get_url(request) or "#",
        kind=str(page.specific_class._meta.verbose_name),
        summary=getattr(page, "summary", ""),
        marked_title=[Piece(page.title, is_found=False)],
        marked_summary=[Piece(getattr(page, "summary", ""), is_found=False)],
        card=draft_card(page, request) if isinstance(page, ServicePage) else None,
    )
    context = {
        "title": _("In a search result"),
        "hit": hit,
        "engine_title": page.seo_title or page.title,
        "engine_address": absolute(page.get_url(request) or ""),
        "engine_text": description_of(page, page.title),
    }
    return TemplateResponse(request, "search/preview.html", context)
