"""The feeds: valid Atom that readers can follow, in both languages, cheap and without a cookie."""

from datetime import timedelta
from uuid import UUID
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.atom import LONGEST
from services.models import ServicePage
from tests.builders import make_notice, make_service, publish, translate, trunk

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FEEDS = ["/feeds/services.atom", "/feeds/notices.atom", "/en/feeds/services.atom", "/en/feeds/notices.atom"]


def read(client, address: str) -> ElementTree.Element:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314 (our own answer)


def titles(feed: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_what_atom_asks_for(client, address):
    make_service(summary="Xin giấy <khai sinh> & trích lục")
    make_notice("Nghỉ lễ", summary="Trung tâm nghỉ từ 1/9")
    feed = read(client, address)
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert feed.get(LANG) == ("en" if address.startswith("/en/") else "vi")
    assert feed.findtext(f"{ATOM}id") == links["self"]
    assert links["self"].endswith(address)
    assert links["alternate"].startswith("http")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    [entry] = feed.findall(f"{ATOM}entry")
    assert UUID(entry.findtext(f"{ATOM}id"))
    assert entry.findtext(f"{ATOM}updated") == feed.findtext(f"{ATOM}updated")
    assert entry.find(f"{ATOM}link").get("href").startswith("http")
    assert entry.findtext(f"{ATOM}summary")
    assert "<" not in entry.findtext(f"{ATOM}summary")


@pytest.mark.parametrize("address", FEEDS)
def test_an_empty_feed_is_a_feed_and_stays_the_same(client, address):
    trunk()
    assert titles(read(client, address)) == []
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304


@pytest.mark.once  # counts statements, which are the same anywhere
@pytest.mark.parametrize("address", FEEDS)
def test_anyone_may_keep_a_feed_and_it_costs_few_queries(client, address, django_assert_max_num_queries):
    for number in range(3):
        make_service(f"Số {number}")
        make_notice(f"Tin {number}")
    cache.clear()
    with django_assert_max_num_queries(MOST_QUERIES):
        answer = client.get(address)
    assert answer.headers["Cache-Control"] == "public, max-age=600"
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_the_latest_change_comes_first_and_keeps_its_id(client):
    first, second = make_service("Một"), make_service("Hai")
    before = {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}id") for entry in read(client, FEEDS[0])}
    first.title = "Một mới"
    publish(first)
    feed = read(client, FEEDS[0])
    assert titles(feed) == ["Một mới", second.title]
    assert feed.find(f"{ATOM}entry").findtext(f"{ATOM}id") == before["Một"]


def test_english_entries_where_translated_and_marked_vietnamese_ones_elsewhere(client):
    service = make_service("Đăng ký khai sinh")
    make_service("Đăng ký kết hôn")
    translate(service, {"Đăng ký khai sinh": "Birth registration", "dang-ky-khai-sinh": "birth-registration"})
    vietnamese, english = read(client, "/feeds/services.atom"), read(client, "/en/feeds/services.atom")
    assert sorted(titles(english)) == ["Birth registration", "Đăng ký kết hôn"]
    languages = {entry.findtext(f"{ATOM}title"): entry.get(LANG) for entry in english.iter(f"{ATOM}entry")}
    assert languages == {"Birth registration": None, "Đăng ký kết hôn": "vi"}
    ids = {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}id") for entry in vietnamese.iter(f"{ATOM}entry")}
    same = {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}id") for entry in english.iter(f"{ATOM}entry")}
    assert ids["Đăng ký kết hôn"] == same["Đăng ký kết hôn"]
    assert ids["Đăng ký khai sinh"] != same["Birth registration"]


@pytest.mark.clock
def test_drafts_hidden_pages_and_past_notices_stay_out(client):
    yesterday = timezone.localdate() - timedelta(days=1)
    make_service("Nháp", live=False)
    hidden = make_service("Kín")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    make_notice("Đã qua", dated=yesterday, shown_until=yesterday)
    assert titles(read(client, FEEDS[0])) == []
    assert titles(read(client, FEEDS[1])) == []


def test_a_sign_that_xml_cannot_hold_does_not_break_the_feed(client):
    make_service("Một\x08 hai")
    assert titles(read(client, FEEDS[0])) == ["Một hai"]


def test_a_feed_has_an_end(client):
    make_service()
    page = ServicePage.objects.get()
    for number in range(LONGEST):
        copy = page.copy(update_attrs={"slug": f"so-{number}", "procedure_code": ""}, copy_revisions=False)
        ServicePage.objects.filter(pk=copy.pk).update(live=True, last_published_at=timezone.now())
    assert len(titles(read(client, FEEDS[0]))) == LONGEST
