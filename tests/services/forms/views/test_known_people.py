"""Known people type little: details are kept by a tick, fill the next form in, and can be removed."""

from datetime import date

import pytest

from accounts.models import Profile
from services.forms.definition.addresses import address_of_line, line_of_address
from services.forms.models import AuditEntry, Submission
from tests.builders_submissions import make_open_service
from tests.markup import soup
from tests.services.forms.views.filing import Filer

pytestmark = [pytest.mark.django_db, pytest.mark.once]

OWNER = {
    "full_name": "Lê Thị Ngọc Hân",
    "identity_paper": "number",
    "identification_number": "038199012345",
    "date_of_birth_day": "5",
    "date_of_birth_month": "9",
    "date_of_birth_year": "1999",
    "phone": "0912 345 678",
    "address-province": "Thanh Hóa",
    "address-ward": "Phường Hạc Thành",
    "address-street": "12 Lê Lợi, tổ 5",
}
KEPT = {
    "full_name": "Lê Thị Ngọc Hân",
    "identification_number": "038199012345",
    "date_of_birth": date(1999, 9, 5),
    "phone": "0912345678",
    "address": "12 Lê Lợi, tổ 5, Phường Hạc Thành, Thanh Hóa",
}


@pytest.fixture
def filer() -> Filer:
    return Filer()


@pytest.fixture
def service():
    return make_open_service(documents=[])


def ready(filer: Filer, service, **filer_step) -> Submission:
    """A draft that can be sent."""
    draft = filer.begin(service)
    filer.step(draft, "filer", **{"on_behalf": "own", **filer_step})
    if filer_step:
        told = {"name": "Trần Văn Nộp", "number": "038090000001", "phone": "0987654321", "basis": "authorised"}
        filer.step(draft, "representative", **{f"representative_{key}": value for key, value in told.items()})
    filer.step(draft, "owner", **OWNER)
    if filer_step:
        filer.step(draft, "papers")
    filer.step(draft, "delivery", delivery="in_person")
    return draft


def profile(filer: Filer) -> Profile:
    return Profile.objects.of(filer.user)


def owner_page(filer: Filer, draft: Submission):
    return soup(filer.client.get(f"/ho-so/{draft.pk}/buoc/owner/").content.decode())


def test_tick_keeps_what_the_next_form_asks_and_says_what_it_keeps(filer, service):
    draft = ready(filer, service)
    page = soup(filer.client.get(f"/ho-so/{draft.pk}/kiem-tra/").content.decode())
    hint = page.select_one("#id_keep_helptext, #id_keep-hint, [id*=keep][class*=hint]").get_text()
    assert "Khi bạn đồng ý" in hint
    assert all(word in hint for word in ("Họ và tên", "Ngày sinh", "Số điện thoại", "Địa chỉ"))
    filer.send(draft, keep="on")
    known = profile(filer)
    assert {name: getattr(known, name) for name in KEPT} == KEPT
    assert known.details_kept_at is not None
    line = AuditEntry.objects.get(action="account.keep_details")
    assert line.detail == {"columns": sorted(KEPT)}


def test_without_the_tick_nothing_is_kept(filer, service):
    filer.send(ready(filer, service))
    assert not profile(filer).has_details
    assert profile(filer).details_kept_at is None


def test_next_form_comes_filled_in_and_says_where_from(filer, service):
    filer.send(ready(filer, service), keep="on")
    page = owner_page(filer, filer.begin(service))
    values = {name: page.select_one(f"[name='{name}']").get("value") for name in OWNER if "province" not in name}
    assert values["full_name"] == "Lê Thị Ngọc Hân"
    assert (values["date_of_birth_day"], values["date_of_birth_year"]) == ("05", "1999")
    assert (values["address-ward"], values["address-street"]) == ("Phường Hạc Thành", "12 Lê Lợi, tổ 5")
    assert page.select_one("[name='address-province'] option[selected]")["value"] == "Thanh Hóa"
    assert page.select_one("[name=identity_paper][checked]")["value"] == "number"
    assert page.get_text().count("Lấy từ tài khoản của bạn") == 7
    assert page.select_one("main a[href='/tai-khoan/ho-so-ca-nhan/']") is not None


def test_what_is_known_already_is_not_asked_for_again(filer, service):
    filer.send(ready(filer, service), keep="on")
    again = ready(filer, service)
    page = soup(filer.client.get(f"/ho-so/{again.pk}/kiem-tra/").content.decode())
    assert page.select_one("[name=declared]") is not None
    assert page.select_one("[name=keep]") is None


def test_what_takes_the_place_of_something_else_says_so(filer, service):
    Profile.objects.create(user=filer.user, full_name="Lê Thị Ngọc Hân", phone="0999999999")
    draft = ready(filer, service)
    page = filer.client.get(f"/ho-so/{draft.pk}/kiem-tra/").content.decode()
    assert "Số điện thoại (thay cho thông tin đang lưu)" in page


def test_of_a_dossier_of_somebody_else_only_the_one_who_files_is_kept(filer, service):
    filer.send(ready(filer, service, on_behalf="other"), keep="on")
    known = profile(filer)
    assert (known.full_name, known.identification_number) == ("Trần Văn Nộp", "038090000001")
    assert known.phone == "0987654321"
    assert (known.address, known.date_of_birth) == ("", None)


def test_kept_details_can_be_seen_and_removed(filer, service):
    filer.send(ready(filer, service), keep="on")
    page = filer.client.get("/tai-khoan/ho-so-ca-nhan/").content.decode()
    assert "theo sự đồng ý của bạn" in page
    assert KEPT["address"] in page
    filer.client.post("/tai-khoan/ho-so-ca-nhan/", {"forget": "1"})
    known = profile(filer)
    assert (known.full_name, known.has_details, known.details_kept_at) == (KEPT["full_name"], False, None)
    assert owner_page(filer, filer.begin(service)).select_one("[name=phone]").get("value") is None


LINES = (
    ("12 Lê Lợi, Phường Hạc Thành, Thanh Hóa", ("12 Lê Lợi", "Phường Hạc Thành")),
    ("12 Lê Lợi, tổ 5, phuong hac thanh, tỉnh Thanh Hóa.", ("12 Lê Lợi, tổ 5", "Phường Hạc Thành")),
    ("Phường Hạc Thành, Thanh Hóa", None),
    ("12 Lê Lợi, thành phố Thanh Hóa, tỉnh Thanh Hóa", None),
    ("12 Lê Lợi, Phường Hạc Thành, Hà Nội", None),
    ("12 Lê Lợi", None),
    ("", None),
)


@pytest.mark.parametrize(("line", "parts"), LINES)
def test_address_on_one_line_is_taken_apart_where_it_is_beyond_doubt(line, parts):
    found = address_of_line(line)
    assert found == (parts and {"province": "Thanh Hóa", "ward": parts[1], "street": parts[0]})


@pytest.mark.parametrize("province", ["former", "abroad"])
def test_address_no_list_is_for_is_not_kept(province):
    assert line_of_address({"province": province, "ward": "x", "street": "1"}) == ""
