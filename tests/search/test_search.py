"""Citizens find pages however they type; they find nothing that is not public."""

import unicodedata

import pytest
from wagtail.models import PageViewRestriction

from core.models import PortalSettings
from tests.builders import (
    make_complete_service,
    make_department,
    make_guide,
    make_service,
    make_template,
    translate,
    trunk,
)
from tests.markup import faults, soup
from tests.markup import words as words_of

pytestmark = pytest.mark.django_db

TITLE = "Cấp giấy phép xây dựng nhà ở"


def found(client, words, address="/tim-kiem/"):
    answer = client.get(address, {"q": words})
    assert answer.status_code == 200
    return [hit.title for hit in answer.context["answer"].hits]


@pytest.mark.parametrize(
    "words",
    [
        "giấy phép xây dựng",
        "giay phep xay dung",
        "GIAY PHEP XAY DUNG",
        unicodedata.normalize("NFD", "giấy phép xây dựng"),
        "phép xây dựng giấy",
        "1.013236",
        "làm nhà",
        "đăng ký giấy phép xây dựng vũ trụ",
    ],
)
def test_a_service_is_found_however_it_is_typed(client, words):
    make_service(TITLE, procedure_code="1.013236", alt_names="xin phép làm nhà")
    make_service("Đăng ký khai tử")
    assert found(client, words)[0] == TITLE


@pytest.mark.parametrize(
    "words", ["", "   ", '"', "'; drop table", "%_", "\\", "*", "AND OR NOT", "(", "a" * 5000, "🙂"]
)
def test_odd_questions_are_answered_plainly(client, words):
    make_service(TITLE)
    assert found(client, words) == []


def test_departments_and_guidance_are_found_too(client):
    make_department("Sở Y tế", old_name="Sở Y tế", functions="<p>Quản lý khám bệnh</p>")
    make_guide("Nộp hồ sơ trực tuyến", body=[("text", "<p>Chuẩn bị bản chụp giấy tờ</p>")])
    assert found(client, "kham benh") == ["Sở Y tế"]
    assert found(client, "ban chup") == ["Nộp hồ sơ trực tuyến"]


def test_drafts_and_restricted_pages_are_not_found(client):
    make_service("Bí mật một", live=False)
    secret = make_service("Bí mật hai", department=make_department("Sở Nội vụ"))
    assert found(client, "bi mat") == ["Bí mật hai"]
    PageViewRestriction.objects.create(page=secret.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert found(client, "bi mat") == []


def test_each_language_finds_its_own_pages(client):
    service = make_service(TITLE)
    assert found(client, "giay phep", "/en/search/") == [], "an alias of an untranslated page is not found"
    translate(service, {TITLE: "House building permit", "cap-giay-phep-xay-dung-nha-o": "house-building-permit"})
    assert found(client, "building permit", "/en/search/") == ["House building permit"]
    assert found(client, "giay phep") == [TITLE]


def test_a_published_change_is_found_at_once(client):
    service = make_service(TITLE)
    service.title = "Cấp phép sửa nhà"
    service.save_revision().publish()
    assert found(client, "sua nha") == ["Cấp phép sửa nhà"]


@pytest.mark.parametrize("page", ["0", "-1", "2", "abc", "9" * 30])
def test_a_page_that_does_not_exist_is_a_404(client, page):
    make_service(TITLE)
    assert client.get("/tim-kiem/", {"q": "giay phep", "page": page}).status_code == 404


def test_results_come_twenty_a_page(client):
    department = make_department()
    for number in range(25):
        make_service(f"Dịch vụ số {number}", department=department)
    assert len(found(client, "dich vu so")) == 20


def tabs(client, words, **chosen):
    page = soup(client.get("/tim-kiem/", {"q": words, **chosen}).content)
    return [" ".join(tab.get_text().split()) for tab in page.select(".portal-tabs li")]


def mixed():
    department = make_department("Sở Xây dựng")
    make_service(TITLE, department=department, documents=[{"name": "Đơn", "template": make_template("Đơn xây dựng")}])
    make_service("Sửa nhà", department=department, alt_names="xây dựng lại")
    make_guide("Xây dựng nhà cần gì")


def test_answers_are_counted_by_kind(client):
    mixed()
    assert tabs(client, "xay dung") == [
        "Tất cả các trang (4)",
        "Dịch vụ công (2)",
        "Hướng dẫn và thông báo (1)",
        "Sở, ban, ngành (1)",
        "Biểu mẫu (1)",
    ]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("service", {TITLE, "Sửa nhà"}), ("guidance", {"Xây dựng nhà cần gì"}), ("department", {"Sở Xây dựng"})],
)
def test_a_kind_shows_only_its_own(client, kind, shown):
    mixed()
    answer = client.get("/tim-kiem/", {"q": "xay dung", "type": kind})
    assert faults(answer.content) == []
    assert {hit.title for hit in answer.context["answer"].hits} == shown
    assert soup(answer.content).select_one(".portal-tabs [aria-current]")["href"].endswith(f"type={kind}")


def test_forms_are_found_with_their_services(client):
    mixed()
    answer = client.get("/tim-kiem/", {"q": "xay dung", "type": "form"})
    assert faults(answer.content) == []
    assert soup(answer.content).select_one("tbody th a").get_text() == "Đơn xây dựng"


def test_a_kind_without_answers_leads_nowhere(client):
    make_guide("Xây dựng nhà cần gì")
    page = soup(client.get("/tim-kiem/", {"q": "xay dung", "type": "department"}).content)
    assert [link.get_text(strip=True)[:4] for link in page.select(".portal-tabs a")] == ["Tất ", "Hướn"]
    assert "loại này" in page.main.get_text()


def test_a_kind_that_does_not_exist_is_not_found(client):
    assert client.get("/tim-kiem/", {"q": "x", "type": "video"}).status_code == 404


def test_a_found_service_says_who_what_level_how_long_and_how_much(client):
    make_complete_service()
    text = words_of(client.get("/tim-kiem/", {"q": "khai sinh"}).content)
    for part in ("Sở Tư pháp", "Mức độ 3", "3–13 ngày làm việc", "0 đồng – 8.000 đồng"):
        assert part in text, part


def test_an_english_answer_has_the_english_department(client):
    service = make_complete_service()
    translate(service.get_parent().specific, {"Sở Tư pháp": "Department of Justice"})
    translate(service, {"Đăng ký khai sinh": "Register a birth", "dang-ky-khai-sinh": "register-a-birth"})
    answer = client.get("/en/search/", {"q": "register birth"})
    assert faults(answer.content) == []
    [hit] = answer.context["answer"].hits
    assert (hit.title, hit.card.department.text) == ("Register a birth", "Department of Justice")


def test_nothing_found_leads_on(client):
    trunk()
    settings = PortalSettings.load()
    settings.hotline = "02373 900 900"
    settings.save()
    answer = client.get("/tim-kiem/", {"q": "zzzqqq"})
    page = soup(answer.content)
    assert faults(answer.content) == []
    assert page.main.select_one("a[href='tel:02373900900']")
    assert page.main.select_one("a[href='/dich-vu/su-kien/']")
    assert page.main.select_one("a[href='/bieu-mau/']")
