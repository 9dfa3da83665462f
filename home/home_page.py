"""What the home page shows: everything that can be counted is counted from the pages."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from core.links import Link, foreign, link_to, pairs
from core.models import PortalImage
from core.visibility import visible, visible_media
from departments.directory import Directory, DirectoryEntry, directory
from home.models import Banner, GuidancePage, HomePage
from home.news import News, latest
from home.sections import Section, chosen_sections
from services.catalogue.cards import Card, cards
from services.catalogue.filter_values import FIELD, LIFE_EVENT
from services.catalogue.units import LevelUnits, units_by_level
from services.catalogue.vocabulary_pages import Topic, counted_groups, group_topics, topics
from services.models.addresses import list_url
from services.rules.choices import Level

NEWS_SHOWN = 5
FIELDS_SHOWN = 12
"""Fields on the home page: those with most services; their own page has all of them."""


@dataclass(frozen=True)
class Figure:
    """A key number with what it counts."""

    number: int
    label: str


@dataclass(frozen=True)
class BannerView:
    """A banner: a picture, its text alternative and its address ("" = no link)."""

    image: Any
    alt: str
    lang: str
    url: str


class HomeContext:
    """What the blocks of the home page show; a block that is not shown asks the database nothing."""

    def __init__(self, page: HomePage, request: HttpRequest) -> None:
        self.page = page
        self.request = request

    @cached_property
    def sections(self) -> list[Section]:
        """The blocks in order, without those that have nothing to show."""
        return [one for one in chosen_sections(self.page) if one.is_worth_showing(getattr(self, one.part))]

    @property
    def services_url(self) -> str:
        return list_url(self.request)

    @cached_property
    def popular(self) -> list[Card]:
        return cards([row.service_id for row in self.page.popular_services.all()], self.request)

    @cached_property
    def life_events(self) -> list[Topic]:
        return topics(LIFE_EVENT)

    @cached_property
    def audiences(self) -> list[Topic]:
        return group_topics(self._counted)

    @cached_property
    def _all_fields(self) -> list[Topic]:
        return topics(FIELD)

    @property
    def fields(self) -> list[Topic]:
        """Those with most services, in the order they came in."""
        chosen = sorted(self._all_fields, key=lambda field: -field.count)[:FIELDS_SHOWN]
        return [field for field in self._all_fields if field in chosen]

    @property
    def fields_in_all(self) -> int:
        return len(self._all_fields)

    @cached_property
    def filing(self) -> list[Link]:
        """The article that explains what public services are, while it is published."""
        articles = visible(GuidancePage.objects).filter(pk=self.page.introduction_page_id)
        return [link_to(shown, self.request) for _original, shown in pairs(articles)]

    @cached_property
    def units(self) -> list[LevelUnits]:
        return units_by_level(self.request)

    @cached_property
    def directory(self) -> Directory:
        return directory(self.request, with_successors=False)

    @property
    def departments(self) -> list[DirectoryEntry]:
        return self.directory.today

    @property
    def figures(self) -> list[Figure]:
        return [
            Figure(self._counted["all"], _("public services described here")),
            Figure(self._counted["online"], _("services that can be filed online (levels 3 and 4)")),
            Figure(len(self.departments), _("departments and agencies of today")),
        ]

    @cached_property
    def news(self) -> list[News]:
        return latest(self.request, NEWS_SHOWN)

    @cached_property
    def banners(self) -> list[BannerView]:
        return _banners()

    @cached_property
    def _counted(self) -> dict[str, int]:
        """How many services there are: in all, online, and for each group of the audience."""
        online = Count("pk", filter=Q(level__gte=Level.THREE), distinct=True)
        return counted_groups(all=Count("pk", distinct=True), online=online)


def page_context(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of `page` shows besides its own fields."""
    return {"front": HomeContext(page, request)}


def _banners() -> list[BannerView]:
    own = Banner.objects.shown_on(timezone.localdate()).filter(locale__language_code=settings.LANGUAGE_CODE)
    own = own.filter(image__in=visible_media(PortalImage.objects))
    found = pairs(own, "image")
    prefetch_related_objects([row for row, _shown in found], "image__renditions")
    return [_poster(row, shown) for row, shown in found]


def _poster(banner: Banner, words: Banner) -> BannerView:
    return BannerView(banner.image, words.alt, foreign(words.locale.language_code), words.url)
