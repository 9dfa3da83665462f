"""Guidance: the list of articles, and what surrounds one article: its parts, its services, its sources."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import PageQuerySet

from core.i18n import in_language, reader_language
from core.links import Link, link_to, links_to
from core.visibility import visible
from home.models import GuidanceIndexPage, GuidancePage
from services.catalogue.filter_values import AUDIENCE
from services.catalogue.vocabulary_pages import term_links
from services.models import ServicePage

WEB_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Article:
    """One article in the list, with the number of its further parts."""

    link: Link
    summary: str
    parts: int


@dataclass(frozen=True)
class GuidePart:
    """One part of an article that is read in several."""

    link: Link
    is_current: bool


@dataclass(frozen=True)
class Source:
    """Where a fact comes from; `url` is "" for a source without an address."""

    text: str
    url: str


@dataclass(frozen=True)
class Surroundings:
    """What stands around the text of one article. `article` is the first part, None on the first part itself."""

    article: Link | None
    parts: list[GuidePart]
    previous: Link | None
    next: Link | None
    services: list[Link]
    audiences: list[str]
    sources: list[Source]


def index_context(page: GuidanceIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of the list shows besides its own fields."""
    return {"articles": articles(request)}


def page_context(page: GuidancePage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of an article shows besides its own fields."""
    guide = surroundings(page, request)
    return {"guide": guide, "above": [guide.article] if guide.article else []}


def articles(request: HttpRequest | None) -> list[Article]:
    """Return every published article once, in the editors' order, in the reader's language where translated."""
    lists = GuidanceIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    depths = {page.depth + 1 for page in lists}
    pages = list(_published().order_by("path"))
    shown = in_language(pages, reader_language())
    firsts = [page for page in pages if page.depth in depths]
    return [_article(first, shown[first.translation_key], pages, request) for first in firsts]


def _article(
    first: GuidancePage, shown: GuidancePage, pages: list[GuidancePage], request: HttpRequest | None
) -> Article:
    parts = sum(page.path.startswith(first.path) and page.depth > first.depth for page in pages)
    return Article(link_to(shown, request), shown.summary, parts)


def _published() -> PageQuerySet:
    pages = visible(GuidancePage.objects).filter(locale__language_code=settings.LANGUAGE_CODE)
    return pages.select_related("locale").defer("body")


def surroundings(page: GuidancePage, request: HttpRequest | None) -> Surroundings:
    """Return the parts around `page` with the previous and next one, its services and its sources;
    works on previews.
    """
    parts = _parts(page, request)
    position = next((index for index, part in enumerate(parts) if part.is_current), None)
    return Surroundings(
        article=parts[0].link if position else None,
        parts=parts if len(parts) > 1 else [],
        previous=parts[position - 1].link if position else None,
        next=parts[position + 1].link if position is not None and position + 1 < len(parts) else None,
        services=_services(page, request),
        audiences=[link.text for link in term_links(AUDIENCE, page.audiences.select_related("locale"))],
        sources=[_source(line.strip()) for line in page.sources.splitlines() if line.strip()],
    )


def _parts(page: GuidancePage, request: HttpRequest | None) -> list[GuidePart]:
    """Return the article and its parts in the order of the tree;
    always told by the Vietnamese pages, as in the list.
    """
    pages = list(_published().order_by("path"))
    own = next((one for one in pages if one.translation_key == page.translation_key), None)
    if own is None:
        return []
    first = next(one for one in pages if own.path.startswith(one.path))
    together = [one for one in pages if one.path.startswith(first.path)]
    links = links_to(together, request)
    return [GuidePart(links[one.translation_key], one.translation_key == page.translation_key) for one in together]


def _services(page: GuidancePage, request: HttpRequest | None) -> list[Link]:
    services = ServicePage.objects.picked(row.service_id for row in page.related_services.all())
    return list(links_to(services, request).values())


def _source(line: str) -> Source:
    """Return a line such as "Nghị định 63/2010 https://…"; the address is shown by the name of its website."""
    address = WEB_ADDRESS.search(line)
    if not address:
        return Source(line, "")
    return Source(line.replace(address[0], urlsplit(address[0]).hostname or ""), address[0])
