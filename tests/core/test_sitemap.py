"""sitemap.xml lists exactly what anybody may read, with its real translations."""

from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from core.addresses import in_each_language
from tests.builders import make_complete_service, make_guide, make_service, translate, trunk

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10
NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = settings.WAGTAILADMIN_BASE_URL


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def read(client) -> dict[str, dict[str, str]]:
    """The alternates of every address, both without their host."""
    answer = client.get("/sitemap.xml")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    found = {}
    for url in ElementTree.fromstring(answer.content).findall("map:url", NAMES):  # noqa: S314 (our own answer)
        links = {link.get("hreflang"): path_of(link.get("href")) for link in url.findall("x:link", NAMES)}
        found[path_of(url.findtext("map:loc", namespaces=NAMES))] = links
    return found


def path_of(address: str) -> str:
    assert address.startswith(f"{HOST}/")
    return address.removeprefix(HOST)


def test_every_listed_address_opens(client):
    make_complete_service()
    make_guide("Chung")
    addresses = read(client)
    assert {"/", "/dich-vu/", "/dich-vu/dang-ky-khai-sinh/", "/co-quan/so-tu-phap/", "/muc-do/"} <= set(addresses)
    assert [address for address in addresses if client.get(address).status_code != 200] == []


def test_a_translated_page_stands_there_in_both_languages(client):
    guide = make_guide("Chung")
    english = translate(guide, {"Chung": "In general", "chung": "general"})
    addresses = read(client)
    links = {"vi": guide.get_url(), "en": english.get_url(), "x-default": guide.get_url()}
    assert addresses[guide.get_url()] == links
    assert addresses[english.get_url()] == links


def test_hidden_pages_drafts_and_aliases_stay_out(client):
    translate(trunk().guidance, {})
    draft, hidden, alias = make_guide("Nháp", live=False), make_guide("Kín"), make_guide("Chưa dịch")
    alias.copy_for_translation(translate(trunk().home, {}).locale, alias=True)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    addresses = read(client)
    assert draft.get_url() not in addresses
    assert hidden.get_url() not in addresses
    assert addresses[alias.get_url()] == {}
    assert not [address for address in addresses if "chua-dich" in address and address.startswith("/en/")]


def test_fixed_views_stand_there_in_each_language(client):
    addresses = read(client)
    for name in settings.PUBLIC_VIEWS:
        paths = in_each_language(name)
        assert len(set(paths.values())) == len(settings.LANGUAGES)
        for path in paths.values():
            assert addresses[path] == {**paths, "x-default": paths["vi"]}


@pytest.mark.once  # counts statements, which are the same anywhere
def test_it_costs_few_queries_whatever_is_in_it(client, django_assert_max_num_queries):
    def cost() -> int:
        cache.clear()
        ContentType.objects.clear_cache()
        with django_assert_max_num_queries(MOST_QUERIES) as counted:
            client.get("/sitemap.xml")
        return len(counted)

    make_service()
    before = cost()
    for number in range(4):
        make_service(f"Số {number}")
    assert cost() == before


def test_asking_again_costs_nothing(client, django_assert_num_queries):
    make_service()
    client.get("/sitemap.xml")
    with django_assert_num_queries(0):
        assert len(read(client)) > 1


def test_anyone_may_keep_it(client):
    answer = client.get("/sitemap.xml")
    assert answer.headers["Cache-Control"] == "public, max-age=900"
    assert not answer.cookies
