"""The list of services: filters, order, pages, and what readers of English see of untranslated services."""

import pytest

from core.models import LifeEvent
from tests.builders import (
    make_audience,
    make_complete_service,
    make_department,
    make_field,
    make_service,
    publish,
    translate,
    trunk,
)
from tests.cost import cold_cost
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db

LIST = "/dich-vu/"


def titles(client, address=LIST, **chosen) -> list[str]:
    answer = client.get(address, chosen)
    assert answer.status_code == 200
    return [card.get_text(strip=True) for card in soup(answer.content).select(".portal-card h3")]


def test_services_stand_in_vietnamese_order(client):
    for title in ("Đăng ký", "Da dày", "Ảnh", "Ân xá", "Ba", "Ăn uống"):
        make_service(title)
    assert titles(client) == ["Ảnh", "Ăn uống", "Ân xá", "Ba", "Da dày", "Đăng ký"]


def test_each_filter_narrows_the_list(client):
    department = make_department("Sở Y tế")
    doctor = make_service("Khám bệnh", department=department, level=3, field=make_field("Dược", "duoc"))
    event = LifeEvent.objects.create(name="Sinh con", slug="sinh-con", locale=doctor.locale)
    business = make_audience("Doanh nghiệp", "doanh-nghiep", "business")
    birth = make_service(
        "Khai sinh", level=2, field=make_field(), audiences=[make_audience(), make_audience("Người khác", "khac")]
    )
    birth.life_events = [event]
    publish(birth)
    make_service("Đầu tư", audiences=[business])

    assert titles(client, department="so-y-te") == ["Khám bệnh"]
    assert titles(client, level="3") == ["Khám bệnh"]
    assert titles(client, field="ho-tich") == ["Khai sinh"]
    assert titles(client, audience="citizen") == ["Khai sinh"]
    assert titles(client, audience="business") == ["Đầu tư"]
    assert titles(client, life_event="sinh-con") == ["Khai sinh"]
    assert titles(client, level="3", field="ho-tich") == []


def counts(client, name, **chosen) -> dict[str, str]:
    """The options of one filter: value → text with its number."""
    page = soup(client.get(LIST, chosen).content)
    return {option["value"]: option.get_text() for option in page.select(f"#filter-{name} option") if option["value"]}


def test_every_value_says_how_many_services_it_leaves(client):
    external = {"agency_name": "Sở A", "apply_mode": "external", "external_url": "https://dichvucong.gov.vn/x"}
    paper = {"agency_name": "Sở A", "apply_mode": "paper"}
    make_service("Một", level=3, field=make_field(), handling_agencies=[external, paper])
    make_service("Hai", level=2, field=make_field(), handling_agencies=[paper])
    make_service("Ba", level=2, field=make_field("Dược", "duoc"), audiences=[make_audience()])
    make_service("Nháp", level=2, field=make_field(), live=False)
    assert counts(client, "level") == {"2": "Mức độ 2 (2)", "3": "Mức độ 3 (1)"}
    assert counts(client, "field", level="2") == {"duoc": "Dược (1)", "ho-tich": "Hộ tịch (1)"}
    assert counts(client, "level", level="2") == {"2": "Mức độ 2 (2)", "3": "Mức độ 3 (1)"}
    assert counts(client, "level", field="duoc") == {"2": "Mức độ 2 (1)"}
    assert list(counts(client, "apply_mode")) == ["external", "paper"]
    assert counts(client, "audience")["citizen"] == "Công dân (1)"


def test_a_chosen_value_without_services_stays_to_be_seen(client):
    make_service("Một", level=3, field=make_field())
    make_service("Hai", level=2, field=make_field("Dược", "duoc"))
    assert counts(client, "level", level="3", field="duoc") == {"2": "Mức độ 2 (1)", "3": "Mức độ 3 (0)"}


def test_the_way_of_filing_narrows_the_list(client):
    paper = {"agency_name": "UBND xã", "apply_mode": "paper"}
    external = {"agency_name": "Sở A", "apply_mode": "external", "external_url": "https://dichvucong.gov.vn/x"}
    make_service("Trên giấy", handling_agencies=[paper])
    make_service("Trực tuyến", handling_agencies=[external, paper])
    assert titles(client, apply_mode="external") == ["Trực tuyến"]
    assert titles(client, apply_mode="paper") == ["Trên giấy", "Trực tuyến"]


def test_the_most_recently_changed_service_comes_first_when_asked(client):
    first, second = make_service("Ảnh"), make_service("Bản đồ")
    assert titles(client, sort="changed") == ["Bản đồ", "Ảnh"]
    first.summary = "Đã sửa"
    publish(first)
    assert titles(client, sort="changed") == ["Ảnh", "Bản đồ"]
    assert titles(client) == ["Ảnh", "Bản đồ"]
    page = soup(client.get(LIST, {"sort": "changed", "level": ""}).content)
    assert page.select_one("#filter-sort option[selected]")["value"] == "changed"
    assert second.title in page.main.get_text()


def test_the_order_stays_while_filters_change(client):
    make_service(level=3)
    page = soup(client.get(LIST, {"level": "3", "sort": "changed"}).content)
    assert [link["href"] for link in page.select(".portal-chips a")] == ["?sort=changed"]


def test_a_chosen_filter_can_be_taken_back(client):
    make_service(level=3, field=make_field())
    page = soup(client.get(LIST, {"level": "3", "field": "ho-tich"}).content)
    assert {link["href"] for link in page.select(".portal-chips a")} == {"?level=3", "?field=ho-tich"}
    assert page.select_one("#filter-level option[selected]")["value"] == "3"


def test_unknown_parameters_are_tolerated(client):
    make_service()
    assert titles(client, utm_source="zalo", level="") == ["Đăng ký khai sinh"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": "9"},
        {"level": "ba"},
        {"department": "so-ma"},
        {"field": "x"},
        {"audience": "all"},
        {"life_event": "'"},
        {"apply_mode": "phone"},
        {"sort": "price"},
        {"page": "0"},
        {"page": "2"},
        {"page": "x"},
    ],
)
def test_a_value_that_does_not_exist_is_not_found_in_plain_words(client, wrong):
    make_service()
    answer = client.get(LIST, wrong)
    assert answer.status_code == 404
    page = soup(answer.content)
    assert faults(answer.content) == []
    assert page.main.form, "a search box helps on"
    if "page" not in wrong:
        assert next(iter(wrong.values())) in page.main.get_text()


def test_twenty_services_fill_a_page(client):
    for number in range(21):
        make_service(f"Dịch vụ {number:02}", level=3)
    first = soup(client.get(LIST, {"level": "3"}).content)
    assert len(first.select(".portal-card")) == 20
    assert first.select_one("a[rel=next]")["href"] == "?level=3&page=2"
    second = client.get(LIST, {"level": "3", "page": "2"})
    assert len(soup(second.content).select(".portal-card")) == 1
    assert soup(second.content).select_one("a[rel=prev]")["href"] == "?level=3"
    assert soup(second.content).select_one("link[rel=canonical]")["href"].endswith("/dich-vu/?level=3&page=2")


def test_no_match_is_said_and_drafts_are_not_listed(client):
    make_service("Nháp", live=False)
    answer = client.get(LIST)
    assert titles(client) == []
    assert faults(answer.content) == []


def test_a_card_says_who_how_long_and_how_much(client):
    make_complete_service()
    text = words(client.get(LIST).content)
    for part in ("Sở Tư pháp", "Mức độ 3", "3–13 ngày làm việc", "0 đồng – 8.000 đồng"):
        assert part in text, part


def test_a_reader_of_english_finds_untranslated_services_in_vietnamese(client):
    translate(trunk().home, {})
    translate(trunk().services, {"Dịch vụ công": "Public services", "dich-vu": "services"})
    department = make_department()
    birth = make_service("Đăng ký khai sinh", department=department)
    death = make_service("Đăng ký khai tử", department=department)
    translate(department, {"Sở Tư pháp": "Department of Justice", "so-tu-phap": "department-of-justice"})
    english = translate(birth, {"Đăng ký khai sinh": "Birth registration", "dang-ky-khai-sinh": "birth-registration"})

    page = soup(client.get("/en/services/").content)
    first, second = page.select(".portal-card h3 a")
    assert (first.get_text(), first["href"], first.get("lang")) == ("Birth registration", english.get_url(), None)
    assert (second.get_text(), second["href"], second["lang"]) == ("Đăng ký khai tử", death.get_url(), "vi")
    assert "Department of Justice" in page.select_one(".portal-card .portal-card__owner").get_text()
    assert faults(str(page)) == []


@pytest.mark.once  # counts statements, which are the same anywhere
def test_the_list_costs_the_same_queries_whatever_is_in_it(client):
    translate(trunk().home, {})
    translate(trunk().services, {"Dịch vụ công": "Public services", "dich-vu": "services"})
    make_complete_service("Một", department=make_department("Sở Một"))
    before = cold_cost(client, LIST), cold_cost(client, "/en/services/")
    for number in range(12):
        fees = [
            {"name": "Phí", "status": "amount", "amount": 1000 * n, "case": f"Ca {n}"} for n in range(1, number + 2)
        ]
        make_complete_service(f"Số {number}", department=make_department(f"Sở {number}"), fees=fees)
    assert (cold_cost(client, LIST), cold_cost(client, "/en/services/")) == before
