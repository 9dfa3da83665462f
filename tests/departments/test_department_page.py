"""The page of one department: contact and hours, services, what became of it, what it took over."""

from datetime import time

import pytest

from core.models import PortalSettings
from departments.department_page import open_now, opening_hours
from departments.models import OpeningHours, Succession
from departments.opening import Opening
from tests.builders import (
    make_complete_service,
    make_department,
    make_guide,
    make_service,
    make_template,
    publish,
    translate,
)
from tests.cost import cold_cost
from tests.markup import faults, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

MORNING, AFTERNOON = (time(7, 30), time(11, 30)), (time(13, 30), time(17))


def test_contact_is_shown_and_what_is_missing_is_unknown(client):
    department = make_department("Sở Y tế", phone="02373 900 900", email="syt@example.vn", address="101 Nguyễn Trãi")
    answer = client.get(department.get_url())
    assert faults(answer.content) == []
    contact = soup(answer.content).select_one("section[aria-labelledby=contact]")
    assert contact.select_one("a[href='tel:02373900900']")
    assert contact.select_one("a[href='mailto:syt@example.vn']")
    assert contact.get_text().count("chưa công bố; hỏi") == 2, "website and opening hours"
    assert {link["href"] for link in contact.select(".portal-unknown a")} == {"#filing"}


def test_days_with_the_same_hours_share_a_line():
    week = [
        OpeningHours(weekday=day, opens=opens, closes=closes)
        for day in range(1, 6)
        for opens, closes in (MORNING, AFTERNOON)
    ]
    saturday = OpeningHours(weekday=6, opens=MORNING[0], closes=MORNING[1])
    shown = opening_hours([saturday, *week])
    assert [(hours.days, hours.spans) for hours in shown] == [
        ("Thứ Hai – Thứ Sáu", [MORNING, AFTERNOON]),
        ("Thứ Bảy", [MORNING]),
    ]


def test_a_day_off_in_between_splits_the_line():
    shown = opening_hours(OpeningHours(weekday=day, opens=MORNING[0], closes=MORNING[1]) for day in (1, 2, 4))
    assert [hours.days for hours in shown] == ["Thứ Hai – Thứ Ba", "Thứ Năm"]


def test_a_department_lists_its_services_page_by_page(client):
    department = make_department("Sở Y tế")
    for number in range(21):
        make_service(f"Dịch vụ {number:02}", department=department)
    make_service("Của sở khác")
    page = soup(client.get(department.get_url()).content)
    assert page.select_one("#services").get_text() == "21 dịch vụ công"
    assert len(page.select(".portal-card")) == 20
    assert "Của sở khác" not in page.main.get_text()
    assert client.get(department.get_url(), {"page": "3"}).status_code == 404


def test_a_former_department_says_what_became_of_it(client):
    former = make_department("Sở Thông tin và Truyền thông", is_former=True)
    culture, science = make_department("Sở Văn hóa"), make_department("Sở Khoa học")
    for successor, work, sure in ((culture, "báo chí", True), (science, "bưu chính", False)):
        former.successions.add(Succession(successor=successor, work=work, is_confirmed=sure, locale=former.locale))
    publish(former)
    make_service("Cấp giấy phép báo chí", department=culture, former_department=former)

    text = words(client.get(former.get_url()).content)
    for part in ("không còn", "báo chí", "Sở Văn hóa", "Cấp giấy phép báo chí"):
        assert part in text, part
    taken = soup(client.get(culture.get_url()).content).select_one("section[aria-labelledby=came-from]")
    assert "Báo chí" in taken.get_text()
    assert taken.select_one("td a")["href"] == former.get_url()
    assert soup(client.get(science.get_url()).content).select_one("section[aria-labelledby=came-from] .portal-tag")


def test_the_english_page_shows_the_services_of_the_vietnamese_one(client):
    department = make_department("Sở Y tế", address="101 Nguyễn Trãi")
    make_service("Khám bệnh", department=department)
    english = translate(department, {"Sở Y tế": "Department of Health", "so-y-te": "department-of-health"})
    answer = client.get(english.get_url())
    page = soup(answer.content)
    assert faults(answer.content) == []
    assert [(link.get_text(), link["lang"]) for link in page.select(".portal-card h3 a")] == [("Khám bệnh", "vi")]
    assert page.select_one("section[aria-labelledby=contact] dd span")["lang"] == "vi"


@pytest.mark.once  # counts statements, which are the same anywhere
def test_the_page_costs_the_same_queries_for_any_number_of_services(client):
    department = make_department()
    address = department.get_url()
    make_complete_service("Một")
    before = cold_cost(client, address)
    for number in range(6):
        make_complete_service(f"Số {number}")
    assert cold_cost(client, address) == before


def test_a_visitor_searches_among_the_services_of_a_department(client):
    department = make_department("Sở Y tế")
    make_service("Cấp giấy phép khám bệnh", department=department, alt_names="mở phòng khám")
    make_service("Kê khai giá thuốc", department=department)
    page = soup(client.get(department.get_url(), {"q": "mo phong kham"}).content)
    assert faults(str(page)) == []
    assert [card.get_text(strip=True) for card in page.select(".portal-card h3")] == ["Cấp giấy phép khám bệnh"]
    assert page.select_one("#services").get_text() == "2 dịch vụ công"
    assert "1 trong 2" in page.select_one("p[role=status]").get_text()
    nothing = soup(client.get(department.get_url(), {"q": "xây nhà"}).content)
    assert not nothing.select(".portal-card")
    assert nothing.select_one("#words-within")["value"] == "xây nhà"


def test_words_go_along_through_the_pages(client):
    department = make_department("Sở Y tế")
    for number in range(21):
        make_service(f"Dịch vụ {number:02}", department=department)
    make_service("Khác", department=department)
    page = soup(client.get(department.get_url(), {"q": "dich vu"}).content)
    assert page.select_one("a[rel=next]")["href"] == "?q=dich+vu&page=2"


def test_a_department_says_where_to_file_what_to_read_and_which_forms(client):
    department = make_department("Sở Y tế")
    agency = {"department": department, "apply_mode": "paper", "address": "Quầy số 5, 28 Đại lộ Lê Lợi"}
    service = make_service(
        "Khám bệnh",
        department=department,
        handling_agencies=[agency],
        documents=[{"name": "Đơn", "template": make_template("Đơn đề nghị")}],
    )
    make_guide("Mở phòng khám", services=[service])
    make_guide("Nháp", services=[service]).unpublish()
    make_service("Xây nhà", documents=[{"name": "Đơn", "template": make_template("Đơn khác")}])
    answer = client.get(department.get_url())
    page = soup(answer.content)
    assert faults(answer.content) == []
    assert page.select_one("section[aria-labelledby=filing] li").get_text() == "Quầy số 5, 28 Đại lộ Lê Lợi"
    assert [link.get_text() for link in page.select("section[aria-labelledby=guidance] a")] == ["Mở phòng khám"]
    forms = [link.get_text() for link in page.select("section[aria-labelledby=forms] li a")]
    assert forms == ["Đơn đề nghị"]
    assert page.select_one("a[href='/bieu-mau/?department=so-y-te']")


def test_a_department_without_services_has_no_forms_but_says_where_to_ask(client):
    PortalSettings.objects.update(reception_rule="Trung tâm Phục vụ hành chính công", hotline="02373 900 900")
    page = soup(client.get(make_department("Sở Mới").get_url()).content)
    assert not page.select("section[aria-labelledby=forms], #words-within")
    place = page.select_one("section[aria-labelledby=filing]").get_text(" ", strip=True)
    assert "Trung tâm Phục vụ hành chính công" in place
    assert "02373 900 900" in place


def test_a_department_counts_the_forms_that_lie_elsewhere_as_the_library_does(client):
    department = make_department("Sở Y tế")
    elsewhere = {"template_url": "https://dichvucong.gov.vn/x", "template_files": "Mẫu 1.docx\nMẫu 2.docx"}
    make_service(department=department, documents=[{"name": "Đơn", **elsewhere}, {"name": "Tờ khai", **elsewhere}])
    page = soup(client.get(department.get_url()).content)
    assert "2 biểu mẫu" in page.select_one("section[aria-labelledby=forms] p").get_text()
    library = soup(client.get(page.select_one("section[aria-labelledby=forms] p a")["href"]).content)
    assert len(library.select("tbody tr")) == 2


def open_from(page, opens, closes):
    for day in range(1, 8):
        page.opening_hours.add(OpeningHours(weekday=day, opens=opens, closes=closes, locale=page.locale))
    return publish(page)


def test_open_hours_say_whether_the_counter_is_open_now(client):
    always = open_from(make_department("Sở Y tế"), time(0), time(23, 59, 59, 999999))
    answer = client.get(always.get_url())
    assert "Đang mở cửa" in words(answer.content)
    assert "Chưa tính ngày nghỉ lễ" in words(answer.content)
    assert "max-age=60" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (Opening(True, time(17), 1, 0), "Đang mở cửa, đến 17:00."),
        (Opening(False, time(13, 30), 1, 0), "Đang đóng cửa, mở lúc 13:30 hôm nay."),
        (Opening(False, time(7, 30), 6, 1), "Đang đóng cửa, mở lúc 07:30 Thứ Bảy."),
        (None, ""),
    ],
)
def test_the_state_of_a_counter_in_words(known, text):
    assert open_now(known) == text


def test_a_department_does_not_name_itself_on_each_of_its_cards(client):
    department, former = make_department("Sở Y tế"), make_department("Sở cũ", is_former=True)
    make_service("Khám bệnh", department=department, former_department=former)
    assert not soup(client.get(department.get_url()).content).select(".portal-card__owner")
    assert soup(client.get(former.get_url()).content).select_one(".portal-card__owner").get_text() == "Sở Y tế"
