"""Citizens find pages however they type; they find nothing that is not public."""

import unicodedata

import pytest
from wagtail.models import PageViewRestriction

from tests.builders import make_department, make_guide, make_service, translate

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


def test_results_come_twenty_a_page_with_few_queries(client, django_assert_max_num_queries):
    department = make_department()
    for number in range(25):
        make_service(f"Dịch vụ số {number}", department=department)
    with django_assert_max_num_queries(25):
        assert len(found(client, "dich vu so")) == 20
