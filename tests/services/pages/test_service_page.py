"""The page of one service: what a citizen reads there, and what it costs the database."""

from datetime import timedelta

import pytest
from django.utils import timezone

from departments.models import DepartmentPage
from tests.builders import (
    make_complete_service,
    make_department,
    make_guide,
    make_service,
    publish,
    translate,
)
from tests.cost import cold_cost
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db


def read(client, service) -> str:
    answer = client.get(service.get_url())
    assert answer.status_code == 200
    return answer.content.decode()


def amount(day_from=None, day_to=None, **fields) -> dict:
    return {
        "name": "Lệ phí",
        "status": "amount",
        "amount": 50_000,
        "valid_from": day_from,
        "valid_to": day_to,
        **fields,
    }


def test_a_citizen_reads_every_part_of_a_service(client):
    page = read(client, make_complete_service())
    assert faults(page) == []
    text = words(page)
    for part in (
        "Sở Tư pháp",
        "Mức độ 3",
        "Một phần",
        "8.000 đồng",
        "Giấy chứng sinh",
        "1 bản chính",
        "Người khác nộp thay",
    ):
        assert part in text, part
    for part in (
        "3 ngày làm việc",
        "Xã miền núi",
        "Giấy khai sinh",
        "60/2014/QH13",
        "1872/QĐ-BTP",
        "4/9/2020",
        "18/7/2026",
    ):
        assert part in text, part


def test_the_button_says_where_it_leads(client):
    page = soup(read(client, make_complete_service()))
    [button] = page.select("a.govuk-button")
    assert button["href"] == "https://dichvucong.gov.vn/x"
    assert "Cổng Dịch vụ công quốc gia" in button.get_text()


def test_a_service_on_paper_has_no_button_but_a_place(client):
    agency = {"agency_name": "UBND xã", "apply_mode": "paper", "address": "Số 1 phố Mới"}
    page = read(client, make_service(handling_agencies=[agency]))
    assert not soup(page).select("a.govuk-button")
    assert "Số 1 phố Mới" in page


@pytest.mark.clock
def test_filing_that_has_not_opened_or_is_over_has_no_button(client):
    today = timezone.localdate()
    agency = {"agency_name": "Sở A", "apply_mode": "external", "external_url": "https://dichvucong.gov.vn/x"}
    later = make_service("Sau này", handling_agencies=[{**agency, "opens_on": today + timedelta(days=3)}])
    over = make_service("Đã hết", handling_agencies=[{**agency, "closes_on": today - timedelta(days=3)}])
    assert not soup(read(client, later)).select("a.govuk-button")
    assert not soup(read(client, over)).select("a.govuk-button")


def test_nothing_known_is_said_as_unknown_and_never_as_free(client):
    text = words(read(client, make_service()))
    assert text.count("Cơ quan chưa công bố; hỏi nơi tiếp nhận hồ sơ") >= 5
    assert "Chưa rõ" not in text
    assert "Miễn phí" not in text
    assert "Mức độ 1" not in text


def test_what_is_not_published_names_the_place_to_ask_with_its_telephone(client):
    department = make_department("Sở Tư pháp", phone="0237 3852 246")
    text = words(read(client, make_service(department=department)))
    assert text.count("nơi tiếp nhận hồ sơ (Sở Tư pháp, điện thoại 0237 3852 246)") >= 5
    assert "Cơ quan chưa công bố; hỏi nơi tiếp nhận hồ sơ (Sở Tư pháp" in text


def test_where_several_places_receive_applications_none_of_them_is_named(client):
    agencies = [{"agency_name": "Sở A"}, {"agency_name": "Sở B"}]
    text = words(read(client, make_service(handling_agencies=agencies)))
    assert "Cơ quan chưa công bố; hỏi nơi tiếp nhận hồ sơ" in text
    assert "nơi tiếp nhận hồ sơ (" not in text


def test_a_place_without_a_known_telephone_is_named_alone(client):
    text = words(read(client, make_service(handling_agencies=[{"agency_name": "Sở A"}])))
    assert "hỏi nơi tiếp nhận hồ sơ (Sở A)" in text


@pytest.mark.clock
def test_fees_stand_apart_by_what_holds_today(client):
    today = timezone.localdate()
    fees = [
        amount(day_to=today - timedelta(days=1), amount=10_000, case="Cũ"),
        amount(day_from=today, amount=20_000, case="Nay"),
        amount(day_from=today + timedelta(days=1), amount=30_000, case="Mai"),
    ]
    tables = soup(read(client, make_service(fees=fees))).select("section[aria-labelledby=fees] table")
    assert [table.get_text(" ").count("000 đồng") for table in tables] == [1, 1, 1]
    assert ["20.000" in table.get_text() for table in tables] == [True, False, False]
    assert "30.000" in tables[1].get_text()
    assert "10.000" in tables[2].get_text()


@pytest.mark.clock
def test_a_table_without_a_row_in_force_warns(client):
    ended = amount(day_to=timezone.localdate() - timedelta(days=1))
    page = soup(read(client, make_service(fees=[ended])))
    assert page.select("section[aria-labelledby=fees] .portal-callout--warning")
    assert "chưa công bố; hỏi" in page.select_one("section[aria-labelledby=key-facts]").get_text()


def test_an_abridged_name_and_a_sample_form_are_marked(client):
    service = make_complete_service()
    paper = service.documents.exclude(template=None).get()
    paper.is_abridged = True
    paper.template.is_sample = True
    paper.template.save()
    service.documents.add(paper)
    publish(service)
    text = words(read(client, service))
    assert "(rút gọn)" in text
    assert "mẫu minh họa" in text
    assert "DOCX" in text


def test_a_former_department_is_named_and_linked(client):
    former = make_department("Sở Thông tin và Truyền thông", is_former=True)
    page = read(client, make_service(former_department=former))
    assert "(trước đây: Sở Thông tin và Truyền thông )" in words(page).replace(" )", " )")
    assert f'href="{former.get_url()}"' in page


def test_only_published_related_pages_are_linked(client):
    shown, hidden = make_service("Đăng ký kết hôn"), make_service("Đăng ký khai tử")
    service = make_service()
    for other in (shown, hidden):
        service.related_services.create(service=other)
    publish(service)
    make_guide("Hướng dẫn công khai", services=[service])
    make_guide("Hướng dẫn nháp", services=[service]).unpublish()
    hidden.unpublish()
    text = words(read(client, service))
    assert "Đăng ký kết hôn" in text
    assert "Đăng ký khai tử" not in text
    assert "Hướng dẫn công khai" in text
    assert "Hướng dẫn nháp" not in text


def test_an_abolished_service_says_so_and_names_its_successor(client):
    successor = make_service("Thủ tục mới")
    text = words(read(client, make_service("Thủ tục cũ", status="abolished", replaced_by=successor)))
    assert "Đã bãi bỏ" in text or "Bãi bỏ" in text
    assert "Thủ tục mới" in text


def test_the_english_page_marks_what_stays_vietnamese(client):
    service = make_complete_service()
    english = translate(service, {"Đăng ký khai sinh": "Birth registration", "dang-ky-khai-sinh": "birth-registration"})
    page = soup(read(client, english))
    assert page.html["lang"] == "en"
    assert page.select_one("dl.portal-names dd")["lang"] == "vi"
    assert not faults(str(page))
    links = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
    assert links["vi"].endswith(service.get_url())
    assert links["en"].endswith(english.get_url())
    switch = page.select_one(".portal-languages a")
    assert switch["href"] == service.get_url()


def test_an_untranslated_page_offers_no_alternate_and_the_other_home_page(client):
    page = soup(read(client, make_service()))
    assert page.select("link[rel=alternate][hreflang]") == []
    assert page.select_one(".portal-languages a")["href"] == "/en/"


def grown(times: int):
    """A service with everything, its rows `times` over."""
    service = make_complete_service(
        f"Dịch vụ {times}",
        fees=[amount(case=f"Trường hợp {n}") for n in range(times)],
        documents=[{"name": f"Giấy {n}", "originals": 1} for n in range(times)],
        handling_agencies=[{"department": make_department(f"Sở {n}"), "apply_mode": "paper"} for n in range(times)],
    )
    for n in range(times):
        service.related_services.create(service=make_service(f"Liên quan {times} {n}"))
        make_guide(f"Hướng dẫn {times} {n}", services=[service])
    return publish(service)


@pytest.mark.once  # counts statements, which are the same anywhere
def test_a_service_page_costs_few_queries_whatever_its_size(client):
    assert cold_cost(client, grown(2).get_url()) == cold_cost(client, grown(9).get_url())


@pytest.mark.once  # counts statements, which are the same anywhere
def test_an_english_service_page_costs_few_queries_too(client):
    service = grown(3)
    translate(DepartmentPage.objects.get(path=service.get_parent().path), {"Sở Tư pháp": "Department of Justice"})
    english = translate(service, {"Dịch vụ 3": "Service 3", "dich-vu-3": "service-3"})
    cold_cost(client, english.get_url())


def test_the_short_facts_say_where_to_file(client):
    facts = soup(read(client, make_complete_service())).select_one("section[aria-labelledby=key-facts]")
    where = facts.find("dt", string="Nơi nộp hồ sơ").find_next_sibling("dd")
    assert words(where.get_text()) == "Sở Tư pháp"
