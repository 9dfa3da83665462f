"""Fields, audiences and life events: readable addresses in both languages, with the services behind them."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale, PageViewRestriction

from core.models import Field, LifeEvent
from tests.builders import (
    make_audience,
    make_complete_service,
    make_department,
    make_field,
    make_service,
    publish,
    trunk,
)
from tests.cost import cold_cost
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db


def english_term(term, name, slug, **fields):
    locale = Locale.objects.get(language_code="en")
    return type(term).objects.create(
        translation_key=term.translation_key, locale=locale, name=name, slug=slug, **fields
    )


def birth():
    event = LifeEvent.objects.create(
        name="Sinh con", slug="sinh-con", summary="Khai sinh cho con.", locale=Locale.objects.get(language_code="vi")
    )
    service = make_complete_service()
    service.life_events = [event]
    publish(service)
    return event


def titles(page):
    return [card.get_text(strip=True) for card in page.select(".portal-card h3")]


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/dich-vu/su-kien/sinh-con/", "Sinh con"),
        ("/dich-vu/linh-vuc/ho-tich/", "Hộ tịch"),
        ("/dich-vu/doi-tuong/cong-dan-viet-nam/", "Công dân Việt Nam"),
        ("/dich-vu/doi-tuong/cong-dan/", "Công dân"),
        ("/en/services/event/sinh-con/", "Sinh con"),
        ("/en/services/audience/citizens/", "Citizens"),
    ],
)
def test_each_way_into_the_list_has_its_own_page(client, address, heading):
    birth()
    make_service("Không liên quan")
    answer = client.get(address)
    assert answer.status_code == 200
    page = soup(answer.content)
    assert faults(answer.content) == []
    assert page.h1.get_text() == heading
    assert titles(page) == ["Đăng ký khai sinh"]
    assert page.select_one("link[rel=canonical]")["href"].endswith(address)


def test_the_lead_is_the_editors_summary(client):
    birth()
    assert soup(client.get("/dich-vu/su-kien/sinh-con/").content).select_one(".portal-lead").get_text() == (
        "Khai sinh cho con."
    )


def test_the_other_filters_go_on_narrowing_at_that_address(client):
    birth()
    make_service("Khai tử", level=2, field=make_field())
    page = soup(client.get("/dich-vu/linh-vuc/ho-tich/", {"level": "2"}).content)
    assert titles(page) == ["Khai tử"]
    assert page.select_one("form.portal-filters")["action"] == "/dich-vu/linh-vuc/ho-tich/"
    assert not page.select("#filter-field")
    assert [link["href"] for link in page.select(".portal-chips a")] == ["?"]


def test_each_language_has_its_own_slug_and_a_foreign_one_leads_on(client):
    event = birth()
    english_term(event, "Having a child", "having-a-child", position=0)
    page = soup(client.get("/dich-vu/su-kien/sinh-con/").content)
    links = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
    assert links["en"].endswith("/en/services/event/having-a-child/")
    switch = page.select_one(".portal-languages a")
    assert switch["href"] == "/en/services/event/having-a-child/"
    led = client.get("/en/services/event/sinh-con/?level=3")
    assert (led.status_code, led["Location"]) == (301, "/en/services/event/having-a-child/?level=3")
    assert client.get("/dich-vu/su-kien/having-a-child/")["Location"] == "/dich-vu/su-kien/sinh-con/"
    assert soup(client.get("/en/services/event/having-a-child/").content).h1.get_text() == "Having a child"


def test_a_slug_of_two_languages_means_the_readers_own(client):
    trunk()
    one, other = make_field("Báo chí", "press"), make_field("In ấn", "in-an")
    english_term(other, "Press", "press")
    make_service("Một", field=one)
    make_service("Hai", field=other)
    assert soup(client.get("/dich-vu/linh-vuc/press/").content).h1.get_text() == "Báo chí"
    assert soup(client.get("/en/services/field/press/").content).h1.get_text() == "Press"


@pytest.mark.parametrize("address", ["/dich-vu/su-kien/khong-co/", "/en/services/field/nothing/"])
def test_a_slug_nobody_uses_is_not_found_in_plain_words(client, address):
    birth()
    answer = client.get(address)
    assert answer.status_code == 404
    assert faults(answer.content) == []


@pytest.mark.parametrize("address", ["/dich-vu/linh-vuc/", "/en/services/field/"])
def test_the_overview_counts_what_a_visitor_may_see(client, address):
    make_service("Khai sinh", field=make_field())
    hidden = make_service("Mật", department=make_department("Sở Mật"), field=make_field("Mật mã", "mat-ma"))
    PageViewRestriction.objects.create(page=hidden.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(address)
    assert faults(answer.content) == []
    topics = [item.get_text(" ", strip=True) for item in soup(answer.content).main.select(".portal-topics li")]
    assert topics == ["Hộ tịch (1)"]


def test_audiences_stand_in_two_groups_and_in_detail(client):
    make_service("Một", audiences=[make_audience(), make_audience("Doanh nghiệp", "doanh-nghiep", "business")])
    page = soup(client.get("/dich-vu/doi-tuong/").content)
    links = [link["href"] for link in page.main.select(".portal-topics a")]
    assert links == [
        "/dich-vu/doi-tuong/cong-dan/",
        "/dich-vu/doi-tuong/doanh-nghiep-va-to-chuc/",
        "/dich-vu/doi-tuong/cong-dan-viet-nam/",
        "/dich-vu/doi-tuong/doanh-nghiep/",
    ]


def test_a_service_leads_to_its_field_audience_and_life_event(client):
    birth()
    page = soup(client.get("/dich-vu/dang-ky-khai-sinh/").content)
    links = {link["href"] for link in page.main.select("a")}
    assert {
        "/dich-vu/linh-vuc/ho-tich/",
        "/dich-vu/doi-tuong/cong-dan-viet-nam/",
        "/dich-vu/su-kien/sinh-con/",
    } <= links


def test_the_pages_are_told_to_search_engines(client):
    event = birth()
    english_term(event, "Having a child", "having-a-child", position=0)
    text = client.get("/sitemap.xml").content.decode()
    for path in (
        "/dich-vu/linh-vuc/",
        "/dich-vu/su-kien/sinh-con/",
        "/en/services/event/having-a-child/",
        "/bieu-mau/",
    ):
        assert f"{path}</loc>" in text, path


@pytest.mark.once  # counts statements, which are the same anywhere
@pytest.mark.parametrize("address", ["/dich-vu/linh-vuc/ho-tich/", "/dich-vu/linh-vuc/", "/en/services/field/ho-tich/"])
def test_the_pages_cost_the_same_queries_whatever_is_in_them(client, address):
    vietnamese = Locale.objects.get(language_code="vi")
    make_complete_service("Một")
    before = cold_cost(client, address)
    for number in range(6):
        make_complete_service(f"Số {number}", department=make_department(f"Sở {number}"))
        Field.objects.create(name=f"Lĩnh vực {number}", slug=f"f-{number}", locale=vietnamese)
    assert cold_cost(client, address) == before


def test_no_service_may_take_the_address_of_a_list():
    make_service("Lĩnh vực đất đai")
    with pytest.raises(ValidationError, match="linh-vuc"):
        make_service("Lĩnh vực", slug="linh-vuc")
    assert make_service("Lĩnh vực").slug == "linh-vuc-2"
