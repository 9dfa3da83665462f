"""sitemap.xml: every public page with its real translations, for search engines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from uuid import UUID
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.module_loading import import_string
from django.utils.xmlutils import SimplerXMLGenerator
from wagtail.models import Page, get_page_models

from core.addresses import absolute, in_each_language
from core.visibility import visible

NAMESPACES = {
    "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
}
KEPT = 900
"""Seconds the document is kept, here and by anyone who asked for it."""


@dataclass(frozen=True)
class Place:
    """One address. `versions` are the full addresses of the same page by language, its own among them."""

    url: str
    changed: datetime | None
    versions: dict[str, str]


def places(request: HttpRequest | None) -> list[Place]:
    """Return every public page once per language in which it really exists, then what the settings name besides."""
    return [*_pages(request), *_views()]


def _pages(request: HttpRequest | None) -> Iterator[Place]:
    pages = [(page, url) for page in _public_pages() if (url := page.get_url(request))]
    versions: dict[UUID, dict[str, str]] = {}
    for page, url in pages:
        versions.setdefault(page.translation_key, {})[page.locale.language_code] = absolute(url)
    for page, url in pages:
        yield Place(absolute(url), page.last_published_at, versions[page.translation_key])


def _public_pages() -> Iterable[Page]:
    """Yield pages that stand for themselves, each as what it is but without the fields that no address needs."""
    ContentType.objects.get_for_models(*get_page_models())
    pages = visible(Page.objects).filter(alias_of__isnull=True, depth__gt=1).select_related("locale")
    for page in pages.order_by("path"):
        specific = page.specific_deferred
        specific.locale = page.locale
        yield specific


def _views() -> Iterator[Place]:
    named = [in_each_language(name) for name in settings.PUBLIC_VIEWS]
    further = [paths for function in settings.PUBLIC_ADDRESSES for paths in import_string(function)()]
    for paths in (*named, *further):
        versions = {code: absolute(path) for code, path in paths.items()}
        for url in versions.values():
            yield Place(url, None, versions)


def sitemap(request: HttpRequest) -> HttpResponse:
    """Return all places as one document, written anew at most every KEPT seconds however often it is asked for."""
    text = cache.get_or_set("sitemap", lambda: document(places(request)), KEPT)
    response = HttpResponse(text, content_type="application/xml; charset=utf-8")
    patch_cache_control(response, public=True, max_age=KEPT)
    return response


def document(places: Iterable[Place]) -> str:
    """Return the places as the protocol has them; it allows 50,000, far more than a province needs."""
    text = StringIO()
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("urlset", AttributesImpl(NAMESPACES))
    for place in places:
        _write(xml, place)
    xml.endElement("urlset")
    xml.endDocument()
    return text.getvalue()


def _write(xml: SimplerXMLGenerator, place: Place) -> None:
    xml.startElement("url", AttributesImpl({}))
    xml.addQuickElement("loc", place.url)
    if place.changed:
        xml.addQuickElement("lastmod", place.changed.isoformat(timespec="seconds"))
    for code, url in _alternates(place.versions).items():
        xml.addQuickElement("xhtml:link", attrs={"rel": "alternate", "hreflang": code, "href": url})
    xml.endElement("url")


def _alternates(versions: dict[str, str]) -> dict[str, str]:
    """Return the versions and which of them is for everybody else; nothing for a page of one language."""
    others = len(versions) > 1 and settings.LANGUAGE_CODE in versions
    return {**versions, "x-default": versions[settings.LANGUAGE_CODE]} if others else {}
