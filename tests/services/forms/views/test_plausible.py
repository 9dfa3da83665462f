"""Filling in a whole form as people do: what cannot be true, what looks wrong, and what must come first."""

import pytest
from django.urls import reverse
from django.utils import translation

from services.forms.form_versions.versions import freeze
from services.forms.models import Submission
from tests.builders_forms import CASES, make_fileable_service, make_form_page
from tests.markup import words
from tests.services.forms.views.filing import Filer

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

LAND = {
    "key": "land",
    "heading": "Thửa đất",
    "questions": [
        {"kind": "measure", "key": "area", "label": "Diện tích", "unit": "m2", "least": "0.01"},
        {"kind": "date", "key": "issued", "label": "Ngày cấp", "when": "past"},
        {
            "kind": "text",
            "key": "plan",
            "label": "Tên quy hoạch",
            "shown_when": ["area", "at_least", "1000"],
            "required": False,
        },
        {"kind": "address", "key": "place", "label": "Nơi có đất"},
    ],
}
LOSS = {
    "key": "loss",
    "heading": "Giấy bị mất",
    "questions": [
        {"kind": "text", "key": "note", "label": "Ghi chú"},
        {"kind": "text", "key": "lost", "label": "Mất thế nào?", "shown_when": ["case", "is", "truong-hop-bi-mat"]},
    ],
}
OWNER = {
    "full_name": "Nguyễn Văn An",
    "date_of_birth_day": "",
    "date_of_birth_month": "",
    "date_of_birth_year": "1945",
    "identity_paper": "number",
    "identification_number": "038045000001",
    "phone": "0912345678",
    "address-province": "Thanh Hóa",
    "address-ward": "P. Hạc Thành",
    "address-street": "Số 1 Lê Lợi",
}


@pytest.fixture(autouse=True)
def _private_files(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path)


@pytest.fixture
def service():
    service = make_fileable_service(documents=CASES[1:])
    make_form_page(service, [LAND, LOSS])
    freeze(service)
    return service


@pytest.fixture
def filer():
    return Filer()


@pytest.fixture
def draft(filer, service):
    draft = filer.begin(service)
    filer.step(draft, "filer", on_behalf="own", owner_type="person")
    return draft


def now(draft) -> Submission:
    return Submission.objects.get(pk=draft.pk)


def page_of(filer, draft, step, language="vi"):
    with translation.override(language):
        return filer.client.get(reverse("submission_step", args=[draft.pk, step]))


def errors_of(response):
    return [str(error) for field in response.context["form"] for error in field.errors]


def test_year_of_birth_alone_and_ward_as_people_write_it_are_kept(filer, draft):
    assert filer.step(draft, "owner", **OWNER).status_code == 302
    answers = now(draft).answers
    assert answers["date_of_birth"] == "1945"
    assert answers["address"] == {"province": "Thanh Hóa", "ward": "Phường Hạc Thành", "street": "Số 1 Lê Lợi"}
    again = page_of(filer, draft, "owner").content.decode()
    assert 'name="date_of_birth_year" type="text" inputmode="numeric" maxlength="4" value="1945"' in again


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"full_name": "<b>An</b>"}, "Vui lòng ghi họ tên bằng chữ"),
        ({"full_name": "Nguyễn 𠮷 An"}, "Chữ “𠮷” không in được"),
        ({"address-street": "Ngõ 𠮷"}, "Chữ “𠮷” không in được"),
        ({"date_of_birth_year": "2030"}, "Ngày sinh không thể ở tương lai"),
        ({"date_of_birth_year": "1850"}, "Năm sinh phải từ 1900"),
        ({"date_of_birth_year": "1946"}, "sinh năm 1945"),
        ({"identification_number": "999145001234"}, "Ba chữ số đầu “999”"),
        ({"identification_number": "000045001234"}, "Ba chữ số đầu “000”"),
        ({"address-ward": "Phường Trên Trời"}, "không có “Phường Trên Trời”"),
    ],
)
def test_what_cannot_be_true_is_told_beside_its_field(filer, draft, typed, told):
    response = filer.step(draft, "owner", **{**OWNER, **typed})
    assert any(told in error for error in errors_of(response)), errors_of(response)
    assert "owner" not in now(draft).saved_steps


def test_number_in_doubt_is_confirmed_with_a_box(filer, draft):
    doubted = {**OWNER, "identification_number": "999045001234"}
    asked = filer.step(draft, "owner", **doubted).content.decode()
    assert 'name="identification_number-confirmed"' in asked
    assert 'value="999045001234"' in asked.split('name="identification_number-confirmed"')[1][:200]
    other = {**doubted, "identification_number": "999045001235", "identification_number-confirmed": "999045001234"}
    assert filer.step(draft, "owner", **other).status_code == 200
    ticked = {**doubted, "identification_number-confirmed": "999045001234"}
    assert "checked" in filer.step(draft, "owner", **{**ticked, "phone": "1"}).content.decode()
    assert filer.step(draft, "owner", **ticked).status_code == 302
    assert now(draft).answers["confirmed_numbers"] == ["999045001234"]
    assert filer.step(draft, "owner", **doubted).status_code == 302
    assert now(draft).answers["confirmed_numbers"] == ["999045001234"]


def test_wards_of_another_province_are_listed_without_judging(filer, draft):
    first = page_of(filer, draft, "owner").content.decode()
    assert '<datalist id="wards-thanh-hoa">' in first
    assert '<option value="Phường Hạc Thành">' in first
    assert len(first) < 100_000
    listed = filer.step(
        draft, "owner", **{**OWNER, "address-province": "Nghệ An", "full_name": "", "address-wards": "1"}
    )
    page = listed.content.decode()
    assert 'list="wards-nghe-an"' in page
    assert "Phường Thành Vinh" in page
    assert errors_of(listed) == []
    assert len(page) < 100_000
    assert 'value="P. Hạc Thành"' in page


@pytest.mark.parametrize("province", ["former", "abroad"])
def test_address_of_no_list_is_taken_as_it_is_written(filer, draft, province):
    written = {"address-province": province, "address-ward": "", "address-street": "Xã Đông Hương, TP Thanh Hoá"}
    assert filer.step(draft, "owner", **{**OWNER, **written}).status_code == 302
    assert now(draft).answers["address"]["province"] == province


@pytest.mark.parametrize(("typed", "kept"), [("1250,5", "1250.5"), ("1.250,5", "1250.5"), ("1250.5", "1250.5")])
def test_area_is_typed_as_vietnamese_write_it(filer, draft, typed, kept):
    place = {"place-province": "Thanh Hóa", "place-ward": "Xã Nga Sơn", "place-street": "Thôn 3"}
    issued = {"issued_day": "1", "issued_month": "2", "issued_year": "2020"}
    assert filer.step(draft, "land", area=typed, plan="Khu đô thị", **place, **issued).status_code == 302
    assert now(draft).answers["area"] == kept
    assert now(draft).answers["plan"] == "Khu đô thị"
    assert 'value="1250,5"' in page_of(filer, draft, "land").content.decode()
    assert 'value="1250.5"' in page_of(filer, draft, "land", "en").content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"area": "1.250"}, "1250 hoặc 1,2500"),
        ({"area": "0"}, "từ 0,01"),
        ({"area": "rộng"}, "1250,5"),
        ({"issued_year": "2199"}, "Ngày phải trong khoảng"),
    ],
)
def test_area_and_day_that_make_no_sense_are_told(filer, draft, typed, told):
    issued = {"issued_day": "1", "issued_month": "2", "issued_year": "2020"}
    response = filer.step(draft, "land", **{"area": "10", **issued, **typed})
    assert any(told in error for error in errors_of(response)), errors_of(response)


@pytest.mark.parametrize(
    ("language", "status", "first"),
    [("vi", "Chưa thể làm", "Trường hợp của bạn"), ("en", "Cannot be done yet", "Trường hợp của bạn")],
)
def test_papers_wait_for_the_case_and_are_never_done_before(filer, draft, language, status, first):
    with translation.override(language):
        overview, case = reverse("submission", args=[draft.pk]), reverse("submission_step", args=[draft.pk, "case"])
    page = page_of(filer, draft, "papers", language).content.decode()
    assert f'<a href="{case}">{first}</a>' in page
    assert "data-draft" not in page
    filer.step(draft, "papers")
    assert "papers" not in now(draft).saved_steps
    listed = filer.client.get(overview).content.decode()
    assert status in words(listed)
    assert f'href="{case}">{first}</a>' in listed


def test_papers_can_be_done_once_the_case_is_chosen(filer, draft):
    value = page_of(filer, draft, "case").context["form"].fields["case"].widget.choices[0][0]
    filer.step(draft, "case", case=value)
    assert page_of(filer, draft, "papers").context["wait"] is None


def test_step_that_waits_in_part_keeps_what_was_answered_and_is_not_done(filer, draft):
    assert filer.step(draft, "loss", note="Ghi chú").status_code == 302
    assert now(draft).answers["note"] == "Ghi chú"
    assert "loss" not in now(draft).saved_steps
    assert "Cần làm trước" in words(page_of(filer, draft, "loss").content.decode())
    filer.step(draft, "case", case="truong-hop-bi-mat")
    assert filer.step(draft, "loss", note="Ghi chú", lost="Khi chuyển nhà").status_code == 302
    assert "loss" in now(draft).saved_steps
