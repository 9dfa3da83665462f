"""An editor writes a service in the admin, publishes it, and sees it on the site, in search and in the API."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from accounts.models import User
from services.models import ServicePage
from tests.builders import make_audience, make_department, make_field
from tests.markup import soup

pytestmark = pytest.mark.django_db

CHILDREN = (
    "handling_agencies",
    "steps",
    "channels",
    "durations",
    "documents",
    "fees",
    "results",
    "legal_bases",
    "related_services",
    "cases",
)


def form(**changes) -> dict:
    """What the edit form posts for a small but complete service; rows are given as lists."""
    rows = {name: inline_formset(changes.pop(name, [])) for name in CHILDREN}
    text = {name: rich_text("") for name in ("conditions", "silence", "appeal")}
    data = {
        "title": "Đăng ký khai sinh",
        "slug": "dang-ky-khai-sinh",
        "official_name": "Thủ tục đăng ký khai sinh",
        "procedure_code": "1.001193",
        "summary": "Xin giấy khai sinh cho con mới sinh.",
        "level": "1",
        "status": "public",
        "field": make_field().pk,
        "comments": inline_formset([]),
        **text,
        **rows,
        **changes,
    }
    posted = nested_form_data({name: value for name, value in data.items() if value is not None})
    return {**posted, "audiences": [make_audience().pk]}


FEE = {
    "kind": "le_phi",
    "name": "Lệ phí hộ tịch",
    "status": "amount",
    "amount": "8000",
    "channel": "",
    "sort_order": "1",
}
PAPER = {"name": "Giấy chứng sinh", "kind": "submit", "is_required": "on", "electronic_ok": "unknown"}
LIMIT = {"value": "3", "unit": "working_day", "channel": "", "counted_from": "acceptance"}
STEP = {"text": "Người yêu cầu nộp hồ sơ."}
AGENCY = {"agency_name": "Ủy ban nhân dân cấp xã", "role": "competent", "apply_mode": "paper"}
WHOLE = {
    "fees": [FEE],
    "documents": [PAPER],
    "durations": [LIMIT],
    "channels": [{"kind": "in_person"}],
    "steps": [STEP],
    "results": [{"name": "Giấy khai sinh"}],
    "handling_agencies": [AGENCY],
}
"""Everything that level 1 promises."""


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bientap@example.vn", "x"))
    return client


def test_an_editor_publishes_a_service_and_everybody_finds_it(editor, client):
    department = make_department("Sở Tư pháp")
    address = f"/quan-tri/pages/add/services/servicepage/{department.pk}/"
    assert "Thông tin chính" in editor.get(address).content.decode(), "the form speaks Vietnamese"

    posted = form(**WHOLE)
    answer = editor.post(address, {**posted, "action-publish": "action-publish"})
    assert answer.status_code == 302

    service = ServicePage.objects.get(slug="dang-ky-khai-sinh", locale__language_code="vi")
    assert service.live
    client.logout()
    page = client.get("/dich-vu/dang-ky-khai-sinh/").content.decode()
    for word in ("Đăng ký khai sinh", "8.000", "Giấy chứng sinh", "3 ngày làm việc", "Sở Tư pháp"):
        assert word in page
    answers = soup(client.get("/tim-kiem/", {"q": "dang ky khai sinh"}).content)
    assert " ".join(answers.select_one(".portal-results a").get_text().split()) == "Đăng ký khai sinh"
    data = client.get("/api/v2/services/", {"code": "1.001193"}).json()
    assert [item["title"] for item in data["items"]] == ["Đăng ký khai sinh"]


def test_a_draft_is_kept_and_shown_to_nobody(editor, client):
    department = make_department()
    answer = editor.post(f"/quan-tri/pages/add/services/servicepage/{department.pk}/", form())
    assert answer.status_code == 302
    draft = ServicePage.objects.get(slug="dang-ky-khai-sinh", locale__language_code="vi")
    assert not draft.live
    assert client.get("/dich-vu/dang-ky-khai-sinh/").status_code == 404
    assert client.get("/api/v2/services/").json()["meta"]["total_count"] == 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"procedure_code": "abc"}, "1.004222"),
        ({"title": "x" * 121}, "120"),
        ({"fees": [{**FEE, "amount": ""}]}, "phải kèm số tiền"),
        ({"durations": [{**LIMIT, "value": ""}]}, "số"),
        ({"handling_agencies": [{"role": "competent", "apply_mode": "paper", "address": "Tầng 2"}]}, "tên cơ quan"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_the_draft_is_kept(editor, wrong, message):
    department = make_department()
    posted = {**form(**wrong), "action-publish": "action-publish"}
    answer = editor.post(f"/quan-tri/pages/add/services/servicepage/{department.pk}/", posted, follow=True)
    page = answer.content.decode()
    assert "Đã lưu bản nháp" in page
    assert page.count(message) >= 2, "in the list on top and beside the field"
    assert "Thủ tục đăng ký khai sinh" in page, "the typed text is still there"
    assert not ServicePage.objects.get(locale__language_code="vi").live


def test_two_services_cannot_share_an_address_or_a_code(editor):
    first, second = make_department("Sở Tư pháp"), make_department("Sở Nội vụ")
    publish = {"action-publish": "action-publish"}
    assert (
        editor.post(f"/quan-tri/pages/add/services/servicepage/{first.pk}/", {**form(**WHOLE), **publish}).status_code
        == 302
    )
    again = editor.post(f"/quan-tri/pages/add/services/servicepage/{second.pk}/", {**form(**WHOLE), **publish})
    assert "dang-ky-khai-sinh" in again.content.decode()
    other_slug = {**form(slug="khai-sinh-hai", **WHOLE), **publish}
    again = editor.post(f"/quan-tri/pages/add/services/servicepage/{second.pk}/", other_slug, follow=True)
    assert "Đã có dịch vụ công khác được xuất bản với mã này: 1.001193" in again.content.decode()
    assert ServicePage.objects.filter(locale__language_code="vi", live=True).count() == 1
