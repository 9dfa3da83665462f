"""Where papers are handed in: the record's words, the department's, the portal's general sentence, in that order."""

import pytest
from django.utils import translation

from core.models import PortalSettings
from tests.builders import make_department, make_service, translate, trunk
from tests.reception import reception_place

pytestmark = pytest.mark.django_db

RULE = "Trung tâm Phục vụ hành chính công tỉnh hoặc cấp xã"


@pytest.fixture(autouse=True)
def _portal():
    trunk()
    PortalSettings.objects.update(organisation="Trung tâm", hotline="02373 900 900", hotline_note="số cũ")


def agency(**values):
    service = make_service(handling_agencies=[{"department": make_department("Sở Xây dựng"), **values}])
    return service.handling_agencies.get()


def settle(**values):
    PortalSettings.objects.update(**values)


def test_the_words_of_the_procedure_come_first():
    department = make_department("Sở Xây dựng", address="Số 1 phố Hai")
    settle(reception_rule=RULE)
    place = reception_place(department, agency(address="Quầy 12, Trung tâm"))
    assert place.lines() == ["Sở Xây dựng", "Quầy 12, Trung tâm", "Điện thoại: 02373 900 900 (số cũ)"]
    assert not place.rule


def test_a_department_with_its_own_address_and_phone_is_asked_there():
    department = make_department("Sở Xây dựng", address="Số 1 phố Hai", phone="0237 111 222", email="sxd@example.vn")
    place = reception_place(department)
    assert place.lines() == [
        "Sở Xây dựng",
        "Số 1 phố Hai",
        "Điện thoại: 0237 111 222",
        "Thư điện tử: sxd@example.vn",
    ]
    assert place.phone_note == ""


def test_where_nobody_names_a_place_the_general_sentence_of_the_portal_is_said():
    settle(reception_rule=RULE)
    place = reception_place(make_department("Sở Xây dựng"))
    assert (place.address, place.rule) == ("", RULE)
    assert RULE in place.lines()


def test_an_empty_portal_says_that_nothing_is_published_and_who_can_tell():
    settle(organisation="", hotline="", hotline_note="")
    lines = reception_place(None).lines()
    assert len(lines) == 1
    assert "chưa công bố" in lines[0]
    assert "Bộ phận Một cửa" in lines[0]


def test_an_agency_without_a_page_gives_its_name():
    service = make_service(handling_agencies=[{"agency_name": "Văn phòng đăng ký đất đai"}])
    assert reception_place(None, service.handling_agencies.get()).name == "Văn phòng đăng ký đất đai"


def test_english_readers_get_english_words_and_vietnamese_ones_where_there_are_none():
    department = make_department("Sở Xây dựng")
    translate(department, {"Sở Xây dựng": "Department of Construction"})
    settle(reception_rule=RULE, reception_rule_en="A one-stop centre", hotline_note_en="")
    with translation.override("en"):
        lines = reception_place(department).lines()
    assert lines == ["Department of Construction", "A one-stop centre", "Phone: 02373 900 900 (số cũ)"]


def test_a_row_alone_speaks_for_its_department():
    assert reception_place(None, agency()).name == "Sở Xây dựng"
