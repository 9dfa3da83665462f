"""Every public page of the whole demo, each asked for when nothing is remembered: few queries, whatever is on it."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from core.models import AudienceGroup
from departments.models import DepartmentIndexPage, DepartmentPage
from home.models import GuidanceIndexPage, GuidancePage, HomePage, NoticeIndexPage, NoticePage, StandardPage
from search.index.living import index_of
from services.catalogue.filter_values import FIELD, LIFE_EVENT
from services.catalogue.vocabulary_pages import group_topics, topics
from services.models import ServiceIndexPage, ServicePage
from tests.cost import MOST, cold_cost
from tests.home.demo.pages import without_most_communes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.once, pytest.mark.walk]

PAGE_TYPES = [
    HomePage,
    ServiceIndexPage,
    ServicePage,
    DepartmentIndexPage,
    DepartmentPage,
    GuidanceIndexPage,
    GuidancePage,
    NoticeIndexPage,
    NoticePage,
    StandardPage,
]
VIEWS = [*settings.PUBLIC_VIEWS, "search", "feedback", "feedback_thanks", "services_feed", "notices_feed"]
QUESTIONS = {
    "search": ["?q=giay+phep", "?q=giay+phep&type=form", "?q=khong-co-gi-ca"],
    "forms": ["?q=don", "?page=2"],
}
TWO_LISTS = 34
"""Queries of a search in English, which shows services without a page in English as a list of their own."""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda page_type: page_type.__name__)
def test_a_page_of_the_tree_costs_few_queries(client, page_type, language):
    pages = page_type.objects.live().filter(locale__language_code=language, alias_of__isnull=True)
    pages = without_most_communes(pages)
    with translation.override(language):
        addresses = [page.get_url() for page in pages]
    assert addresses or (page_type, language) == (NoticePage, "en"), "the demo has all kinds of pages"
    if page_type is HomePage:
        client.get(addresses[0])  # the first visitor of all has the banners scaled
    for address in addresses:
        cold_cost(client, address)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_without_an_editor_costs_few_queries(client, view, language, settings):
    settings.SEARCH_FRESH_SECONDS = 60  # what is searched is read by whoever asks first after a publication
    for code, _name in settings.LANGUAGES:
        index_of(code)
    with translation.override(language):
        address = reverse(view)
    for question in ("", *QUESTIONS.get(view, [])):
        cold_cost(client, address + question, most=TWO_LISTS if (view, language) == ("search", "en") else MOST)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_way_into_the_list_costs_few_queries(client, language):
    with translation.override(language):
        groups = group_topics(dict.fromkeys(AudienceGroup.values, 1))
        ways = [topics(FIELD)[0], topics(LIFE_EVENT)[0], groups[0]]
    for way in ways:
        cold_cost(client, way.link.url)
    cold_cost(client, reverse("service_by_code", args=["0.000000"]))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_calculator_of_every_service_answers_and_costs_few_queries(client, language):
    services = ServicePage.objects.live().filter(locale__language_code=language, alias_of__isnull=True)
    with translation.override(language):
        places = [(reverse(name, args=[slug]), name) for slug in services.values_list("slug", flat=True)
                  for name in ("due_date", "due_date_json")]  # fmt: skip
    assert places
    for place, name in places:
        cold_cost(client, f"{place}?received=2027-02-03T16:40", most=MOST if name == "due_date" else 12)


@pytest.mark.parametrize(
    "address",
    ["/dich-vu/?level=3&apply_mode=external&sort=changed&page=2", "/sitemap.xml", "/khong-co/", "/en/nothing/"],
)
def test_every_other_address_costs_few_queries(client, address):
    cold_cost(client, address)
