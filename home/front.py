"""What the home page shows: everything that can be counted is counted from the pages."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from core.links import Link, foreign, links_to, pairs
from core.visibility import visible
from departments.directory import Directory, directory
from home.models import Banner, GuidancePage, HomePage
from home.news import News, latest
from services.cards import Card, cards
from services.choices import Level
from services.models import ServiceIndexPage, ServicePage
from services.topics import Topic, counted_groups, group_topics, topics
from services.traits import FIELD, LIFE_EVENT
from services.units import LevelUnits, units_by_level

NEWS_SHOWN = 5


@dataclass(frozen=True)
class Figure:
    """A key number with what it counts."""

    number: int
    label: str


@dataclass(frozen=True)
class Poster:
    """A banner: a picture, its text alternative and its address ("" = no link)."""

    image: Any
    alt: str
    lang: str
    url: str


@dataclass(frozen=True)
class Front:
    """The sections of the home page, in order."""

    services_url: str
    popular: list[Card]
    life_events: list[Topic]
    audiences: list[Topic]
    fields: list[Topic]
    directory: Directory
    introduction: Link | None
    units: list[LevelUnits]
    figures: list[Figure]
    news: list[News]
    banners: list[Poster]


def front(page: HomePage, request: HttpRequest) -> Front:
    """Every section; a section without content is an empty list."""
    departments = directory(page, request)
    return Front(
        services_url=_services_url(request),
        popular=_popular(page, request),
        life_events=topics(LIFE_EVENT),
        audiences=group_topics(counted_groups()),
        fields=topics(FIELD),
        directory=departments,
        introduction=_introduction(page, request),
        units=units_by_level(request),
        figures=_figures(_counted(), len(departments.today)),
        news=latest(request, NEWS_SHOWN),
        banners=_banners(),
    )


def _services_url(request: HttpRequest) -> str:
    lists = list(
        ServiceIndexPage.objects.live()
        .filter(locale__language_code=settings.LANGUAGE_CODE)
        .select_related("locale")[:1]
    )
    return next((link.url for link in links_to(lists, request).values()), "")


def _popular(page: HomePage, request: HttpRequest) -> list[Card]:
    return cards([row.service_id for row in page.popular_services.all()], request)


def _counted() -> dict[str, int]:
    """How many services there are, in all and online."""
    online = Count("pk", filter=Q(level__gte=Level.THREE))
    return ServicePage.objects.on_site(settings.LANGUAGE_CODE).aggregate(all=Count("pk"), online=online)


def _introduction(page: HomePage, request: HttpRequest) -> Link | None:
    """The article that explains what public services are, while it is published."""
    articles = visible(GuidancePage.objects).filter(pk=page.introduction_page_id).select_related("locale").defer("body")
    return next(iter(links_to(articles, request).values()), None)


def _figures(counted: dict[str, int], departments: int) -> list[Figure]:
    return [
        Figure(counted["all"], _("public services described here")),
        Figure(counted["online"], _("services that can be filed online (levels 3 and 4)")),
        Figure(departments, _("departments and agencies of today")),
    ]


def _banners() -> list[Poster]:
    own = Banner.objects.shown_on(timezone.localdate()).filter(locale__language_code=settings.LANGUAGE_CODE)
    own = own.select_related("image").prefetch_related("image__renditions")
    return [_poster(row, shown) for row, shown in pairs(own)]


def _poster(banner: Banner, words: Banner) -> Poster:
    return Poster(banner.image, words.alt, foreign(words.locale.language_code), words.url)
