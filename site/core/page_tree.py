"""The head of every page tree: home pages and the sections below them, read once per request and used all over it."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from core.i18n import reader_language
from core.visibility import with_restriction

HOME_DEPTH, SECTION_DEPTH = 2, 3
"""Depths in Wagtail's tree."""


def tops_of(request: HttpRequest | None) -> list[Page]:
    """Home pages and sections of all languages in the order of the tree, drafts among them.

    Each says whether it `is_restricted`.
    """
    known = getattr(request, "__dict__", {})
    if "_tops" not in known:
        pages = Page.objects.filter(depth__in=(HOME_DEPTH, SECTION_DEPTH)).order_by("path")
        known["_tops"] = list(with_restriction(pages).select_related("locale", "content_type"))
    return known["_tops"]


def tops_of_kind(label: str, request: HttpRequest | None) -> list[Page]:
    """Return those of one page type, named as a foreign key names it: "services.ServiceIndexPage"."""
    kind = tuple(label.lower().split("."))
    return [page for page in tops_of(request) if (page.content_type.app_label, page.content_type.model) == kind]


def live_sections(request: HttpRequest | None) -> list[tuple[Page, Page]]:
    """Return each public Vietnamese section with what the reader gets to see: its published translation,
    else itself.
    """
    sections = [page for page in tops_of(request) if page.depth == SECTION_DEPTH and is_public(page)]
    own = {page.translation_key: page for page in sections if _is_read_in(page, reader_language())}
    originals = [page for page in sections if page.locale.language_code == settings.LANGUAGE_CODE]
    return [(page, own.get(page.translation_key, page)) for page in originals]


def translations_of_top(key: UUID, request: HttpRequest | None) -> list[Page]:
    """Return the published versions of a home page or section in all languages."""
    return [page for page in tops_of(request) if page.translation_key == key and page.live and page.alias_of_id is None]


def is_public(top: Page) -> bool:
    """Return whether anybody may see one of the tops."""
    return top.live and not top.is_restricted


def _is_read_in(page: Page, language: str) -> bool:
    return page.locale.language_code == language and page.alias_of_id is None
