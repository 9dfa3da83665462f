"""The sitemap for people: every way into the portal on one page, generated from what is published."""

from dataclasses import dataclass

from django.http import HttpRequest

from core.links import Link
from departments.directory import directory
from home.guides import articles
from services.catalogue.filter_values import FIELD, LIFE_EVENT
from services.catalogue.vocabulary_pages import Topic, counted_groups, group_topics, topics


@dataclass(frozen=True)
class SiteMap:
    """The parts of the portal, each a list of links."""

    life_events: list[Topic]
    audiences: list[Topic]
    fields: list[Topic]
    departments: list[Link]
    former_departments: list[Link]
    guides: list[Link]


def site_map(request: HttpRequest) -> SiteMap:
    """Return everything below the sections of the frame, but the single services: their lists lead to them."""
    known = directory(request, with_successors=False)
    return SiteMap(
        life_events=topics(LIFE_EVENT),
        audiences=group_topics(counted_groups()),
        fields=topics(FIELD),
        departments=[entry.link for entry in known.today],
        former_departments=[entry.link for entry in known.former],
        guides=[article.link for article in articles(request)],
    )
