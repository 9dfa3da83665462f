"""What the home page shows: everything that can be counted is counted from the pages."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from core.links import Link, foreign, link_to, pairs
from core.models import PortalImage
from core.visibility import visible, visible_media
from departments.directory import Directory, directory
from home.models import Banner, GuidancePage, HomePage
from home.news import News, latest
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


@dataclass(frozen=True)
class HomeContext:
    """The sections of the home page, in order."""

    services_url: str
    popular: list[Card]
    life_events: list[Topic]
    audiences: list[Topic]
    fields: list[Topic]
    fields_in_all: int
    directory: Directory
    introduction: Link | None
    units: list[LevelUnits]
    figures: list[Figure]
    news: list[News]
    banners: list[BannerView]


def page_context(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of `page` shows besides its own fields."""
    return {"front": home_context(page, request)}


def home_context(page: HomePage, request: HttpRequest) -> HomeContext:
    """Return every section; a section without content is an empty list."""
    departments = directory(request, with_successors=False)
    counted = _counted()
    fields = topics(FIELD)
    return HomeContext(
        services_url=list_url(request),
        popular=_popular(page, request),
        life_events=topics(LIFE_EVENT),
        audiences=group_topics(counted),
        fields=_busiest(fields),
        fields_in_all=len(fields),
        directory=departments,
        introduction=_introduction(page, request),
        units=units_by_level(request),
        figures=_figures(counted, len(departments.today)),
        news=latest(request, NEWS_SHOWN),
        banners=_banners(),
    )


def _popular(page: HomePage, request: HttpRequest) -> list[Card]:
    return cards([row.service_id for row in page.popular_services.all()], request)


def _busiest(fields: list[Topic]) -> list[Topic]:
    """Return the fields with most services, in the order they came in."""
    chosen = sorted(fields, key=lambda field: -field.count)[:FIELDS_SHOWN]
    return [field for field in fields if field in chosen]


def _counted() -> dict[str, int]:
    """Return how many services there are: in all, online, and for each group of the audience."""
    online = Count("pk", filter=Q(level__gte=Level.THREE), distinct=True)
    return counted_groups(all=Count("pk", distinct=True), online=online)


def _introduction(page: HomePage, request: HttpRequest) -> Link | None:
    """Return the article that explains what public services are, while it is published."""
    articles = visible(GuidancePage.objects).filter(pk=page.introduction_page_id)
    return next((link_to(shown, request) for _original, shown in pairs(articles)), None)


def _figures(counted: dict[str, int], departments: int) -> list[Figure]:
    return [
        Figure(counted["all"], _("public services described here")),
        Figure(counted["online"], _("services that can be filed online (levels 3 and 4)")),
        Figure(departments, _("departments and agencies of today")),
    ]


def _banners() -> list[BannerView]:
    own = Banner.objects.shown_on(timezone.localdate()).filter(locale__language_code=settings.LANGUAGE_CODE)
    own = own.filter(image__in=visible_media(PortalImage.objects))
    found = pairs(own, "image")
    prefetch_related_objects([row for row, _shown in found], "image__renditions")
    return [_poster(row, shown) for row, shown in found]


def _poster(banner: Banner, words: Banner) -> BannerView:
    return BannerView(banner.image, words.alt, foreign(words.locale.language_code), words.url)
