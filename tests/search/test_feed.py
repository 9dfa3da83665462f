"""The feed of a search: what is new or has changed for these words, for anybody to follow."""

from datetime import timedelta
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core.atom import LONGEST
from tests.builders import make_department, make_guide, make_service, translate
from tests.cost import cold_cost
from tests.markup import soup
from tests.search.test_results import HOSTILE

pytestmark = pytest.mark.django_db
FEED, ATOM = "/tim-kiem/services.atom", "{http://www.w3.org/2005/Atom}"


def read(client, words, address=FEED):
    answer = client.get(address, {"q": words})
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.content)  # noqa: S314 (our own answer)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def test_services_for_the_words_come_newest_first(client):
    first, second = make_service("Cấp giấy phép xây dựng"), make_service("Gia hạn giấy phép xây dựng")
    make_service("Đăng ký khai sinh")
    make_guide("Giấy phép xây dựng: cần gì")
    Page.objects.filter(pk=second.pk).update(last_published_at=timezone.now() - timedelta(days=3))
    feed = read(client, "giay phep xay dung")
    assert titles(feed) == ["Cấp giấy phép xây dựng", "Gia hạn giấy phép xây dựng"]
    assert "giay phep xay dung" in feed.findtext(f"{ATOM}title")
    own = feed.findtext(f"{ATOM}id")
    assert own.endswith("/tim-kiem/services.atom?q=giay+phep+xay+dung"), "each question has a feed of its own"
    first.unpublish()
    assert titles(read(client, "giay phep xay dung")) == ["Gia hạn giấy phép xây dựng"]


def test_anyone_may_keep_it_and_the_page_names_it(client):
    make_service("Cấp giấy phép xây dựng")
    answer = client.get(FEED, {"q": "xây dựng"})
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert "public" in answer.headers["Cache-Control"]
    assert not answer.cookies
    page = soup(client.get("/tim-kiem/", {"q": "xây dựng"}).content)
    named = [link["href"] for link in page.select(f"[href^='{FEED}']")]
    assert named == [f"{FEED}?{urlencode({'q': 'xây dựng'})}"] * 2
    assert client.get(named[0]).status_code == 200
    assert client.get(FEED).headers["Location"] == "/feeds/services.atom", "without words it is the feed of all"
    assert not soup(client.get("/tim-kiem/").content).select(f"[href^='{FEED}']")


def test_an_english_reader_follows_services_in_either_language(client):
    translated = make_service("Đăng ký khai sinh")
    make_service("Bản sao giấy khai sinh", english_title="Copy of a birth certificate")
    translate(translated, {"Đăng ký khai sinh": "Register a birth", "dang-ky-khai-sinh": "register-a-birth"})
    feed = read(client, "birth", "/en/search/services.atom")
    assert "Register a birth" in titles(feed)
    assert len(titles(feed)) == 2


def test_nothing_hidden_stands_in_it(client):
    make_service("Bí mật kín", department=make_department("Sở Kín"))
    make_service("Bí mật nháp", live=False)
    shown = make_service("Bí mật công khai", department=make_department("Sở Nội vụ"))
    closed = Page.objects.get(title="Sở Kín", locale__language_code="vi")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert titles(read(client, "bi mat")) == [shown.title]


def test_whatever_is_asked_it_is_well_formed(client):
    make_service("Cấp giấy phép xây dựng")
    for words in HOSTILE:
        answer = client.get(f"{FEED}?{urlencode({'q': words}, errors='surrogatepass')}")
        assert answer.status_code in (200, 302, 400), words
        if answer.status_code == 200:
            ElementTree.fromstring(answer.content)  # noqa: S314 (our own answer)


def test_it_is_short_and_costs_the_same_for_many(client):
    department = make_department()
    make_service("Cấp phép số 0", department=department)
    few = cold_cost(client, f"{FEED}?q=cap+phep")
    for number in range(1, 5):
        make_service(f"Cấp phép số {number}", department=department)
    assert cold_cost(client, f"{FEED}?q=cap+phep") <= few
    assert LONGEST == 50
