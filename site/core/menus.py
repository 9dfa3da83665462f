"""Menus as readers get them: entries in the editors' order, in the reader's language, without what nobody may see."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from core.i18n import reader_language
from core.links import Link, foreign, link_to
from core.menu_blocks import PARTS
from core.page_tree import HOME_DEPTH, SECTION_DEPTH, live_sections, tops_of
from core.visibility import visible

Entry = dict[str, Any]
NAMES = dict(PARTS)


class MenuLinks:
    """The links of all menus of one answer: pages that do not stand at the head of the tree are read at once."""

    def __init__(self, request: HttpRequest, home: Link, *menus: Iterable[Entry]) -> None:
        self.request = request
        self.home = home
        self.language = reader_language()
        wanted = {int(one["page"]) for menu in menus for one in menu if one.get("page") and _is_shown(one)}
        self._known = self._of_tops()
        deeper = wanted - self._known.keys()
        self._known |= self._of_deeper(deeper) if deeper else {}

    def links(self, menu: Iterable[Entry]) -> list[Link]:
        """Return the entries of one menu that can be opened."""
        found = [self._link(entry) for entry in menu if _is_shown(entry)]
        return [link for link in found if link is not None and link.url]

    def _link(self, entry: Entry) -> Link | None:
        link = self._target(entry)
        own = entry.get("label_en") if self.language == "en" else entry.get("label")
        if link is None or not own:
            return link
        return Link(own, link.url)

    def _target(self, entry: Entry) -> Link | None:
        if entry.get("page"):
            return self._known.get(int(entry["page"]))
        if part := entry.get("part"):
            return Link(str(NAMES[part]), reverse(part)) if part in NAMES else None
        return Link(entry.get("label", ""), entry.get("address", ""), foreign("vi"))

    def _of_tops(self) -> dict[int, Link | None]:
        """Return the links of home pages and sections by the number of any of their languages."""
        shown = {page.translation_key: link_to(read, self.request) for page, read in live_sections(self.request)}
        tops = tops_of(self.request)
        sections = {top.pk: shown.get(top.translation_key) for top in tops if top.depth == SECTION_DEPTH}
        return sections | {top.pk: self.home for top in tops if top.depth == HOME_DEPTH}

    def _of_deeper(self, numbers: set[int]) -> dict[int, Link | None]:
        """Return the links of other pages, in one question: those that are named and their translations."""
        keys = Page.objects.filter(pk__in=numbers).values("translation_key")
        pages = visible(Page.objects).filter(translation_key__in=keys).select_related("locale", "content_type")
        named: dict[int, Any] = {}
        read: dict[Any, Page] = {}
        for page in pages:
            if page.pk in numbers:
                named[page.pk] = page.translation_key
            if page.alias_of_id is not None:
                continue
            if page.locale.language_code == self.language:
                read[page.translation_key] = page
            elif page.pk in numbers:
                read.setdefault(page.translation_key, page)
        return {pk: self._link_to(read[key]) for pk, key in named.items() if key in read}

    def _link_to(self, page: Page) -> Link:
        specific = page.specific_deferred
        specific.locale = page.locale
        return link_to(specific, self.request)


def _is_shown(entry: Entry) -> bool:
    """Return whether nobody switched it off."""
    return entry.get("is_shown") is not False
