"""Atom feeds (RFC 4287) of pages, in the language of the address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.addresses import absolute
from core.change_notes import ShownNote
from core.description import description_of
from core.i18n import written_day
from core.links import Link, link_to
from core.page_frame import PageChrome
from core.text import clean

LONGEST = 50
"""Entries a feed shows."""

KEPT = 600
"""Seconds anyone may keep a feed."""

LONG_AGO = datetime(2000, 1, 1, tzinfo=get_default_timezone())
"""When a feed without entries changed last: never, which Atom has no word for."""


@dataclass(frozen=True)
class Entry:
    """One page in a feed. `id` stays with the page and its language whatever becomes of its title and address."""

    id: str
    link: Link
    summary: str
    topic: str
    published: datetime
    updated: datetime


class PortalFeed(Atom1Feed):
    """Django's feed, whose entries say their language and whose time of change is a fact also while it is empty."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else LONG_AGO

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] else {}


def entry_of(
    original: Page, shown: Page, request: HttpRequest, *, topic: str = "", note: ShownNote | None = None
) -> Entry:
    """Return the entry of a published page, read as `shown` (itself or its translation); `note`: its latest change."""
    about = description_of(shown, shown.title)
    return Entry(
        id=uuid5(shown.translation_key, shown.locale.language_code).urn,
        link=link_to(shown, request),
        summary=f"{_changed(shown, note)} {about}" if note else about,
        topic=topic,
        published=original.first_published_at,
        updated=max(original.last_published_at, shown.last_published_at or original.last_published_at),
    )


def _changed(shown: Page, note: ShownNote) -> str:
    """Return the change in words of the language that the page is read in."""
    sentence = note.text if note.text.endswith((".", "!", "?", "…")) else f"{note.text}."
    with translation.override(shown.locale.language_code):
        return _("Updated on {day}: {change}").format(day=written_day(note.day), change=sentence)


def answer(request: HttpRequest, *, title: str, home: Link | None, entries: Iterable[Entry]) -> HttpResponse:
    """Return the feed as an answer that anyone may keep; `home` is the list on the site that it follows."""
    frame = PageChrome(request)
    address = absolute(request.path)
    feed = PortalFeed(
        title=f"{title} – {frame.brand.name}",
        link=absolute((home or frame.home).url),
        description=None,
        language=frame.language,
        author_name=frame.contact.organisation or frame.brand.name,
        feed_url=address,
        feed_guid=address,
    )
    for entry in entries:
        _add(feed, entry)
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    patch_cache_control(response, public=True, max_age=KEPT)
    return response


def _add(feed: PortalFeed, entry: Entry) -> None:
    feed.add_item(
        title=clean(entry.link.text),
        link=absolute(entry.link.url),
        description=escape(clean(entry.summary)),
        unique_id=entry.id,
        pubdate=entry.published,
        updateddate=entry.updated,
        categories=[clean(entry.topic)] if entry.topic else [],
        language=entry.link.lang,
    )
