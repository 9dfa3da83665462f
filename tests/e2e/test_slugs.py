"""The admin proposes the address of a page while its title is typed, in Chromium: as core.text.slug makes it."""

import json
import unicodedata
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from core.text import slug
from tests.e2e.sessions import enter_admin

LETTERS = "aàảãáạ ăằẳẵắặ âầẩẫấậ bcdđ eèẻẽéẹ êềểễếệ ghiìỉĩíị klmn oòỏõóọ ôồổỗốộ ơờởỡớợ pqrst uùủũúụ ưừửữứự vxyỳỷỹýỵ"
TITLES = [
    "Lịch tiếp công dân định kỳ tháng Chạp",
    "Đăng ký đất đai: Quyết định số 12/QĐ-UBND",
    LETTERS,
    LETTERS.upper(),
    "Cấp, đổi giấy phép lái xe (GPLX) – 100 m²",
    "Sở Văn hoá, thể thao & du lịch",
    "Đăng ký " * 20,
]
KINDS = {
    "home/noticepage": "home.NoticeIndexPage",
    "home/guidancepage": "home.GuidanceIndexPage",
    "departments/departmentpage": "departments.DepartmentIndexPage",
    "services/servicepage": "departments.DepartmentPage",
}


@pytest.fixture
def admin(open_as):
    page = open_as()
    enter_admin(page, "quantri@example.vn")
    return page


def first_of(site_url: str, kind: str) -> int:
    with urlopen(f"{site_url}/api/v2/pages/?type={kind}&limit=1&fields=_,id") as answer:
        return json.load(answer)["items"][0]["id"]


def proposes(page, title: str, expected: str, box: str = "#id_title") -> None:
    """Type a title; the address follows a moment later."""
    page.locator(box).click()
    page.locator(box).fill(title)
    page.locator(box).press("End")
    page.locator(box).press("Tab")
    expect(page.locator("#id_slug")).to_have_value(expected)


def test_the_proposed_address_is_that_of_the_server_for_every_letter(admin, site_url):
    admin.goto(f"/quan-tri/pages/add/home/noticepage/{first_of(site_url, 'home.NoticeIndexPage')}/")
    for title in TITLES:
        for form in ("NFC", "NFD"):
            proposes(admin, "Trống", "trong")
            proposes(admin, unicodedata.normalize(form, title), slug(title))


def test_an_address_typed_by_hand_stays(admin, site_url):
    admin.goto(f"/quan-tri/pages/add/home/noticepage/{first_of(site_url, 'home.NoticeIndexPage')}/")
    proposes(admin, "Lịch tiếp công dân", "lich-tiep-cong-dan")
    admin.get_by_role("tab").nth(1).click()
    admin.locator("#id_slug").fill("Tự gõ đấy")
    admin.locator("#id_slug").press("Tab")
    expect(admin.locator("#id_slug")).to_have_value("tu-go-day")
    admin.get_by_role("tab").first.click()
    admin.locator("#id_title").press_sequentially(" tháng Chạp")
    admin.locator("#id_title").press("Tab")
    admin.wait_for_timeout(1000)
    assert admin.locator("#id_slug").input_value() == "tu-go-day"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_proposes_it(admin, site_url, kind):
    admin.goto(f"/quan-tri/pages/add/{kind}/{first_of(site_url, KINDS[kind])}/")
    proposes(admin, TITLES[0], "lich-tiep-cong-dan-dinh-ky-thang-chap")


def test_a_term_of_a_vocabulary_proposes_it(admin):
    admin.goto("/quan-tri/snippets/core/field/add/")
    proposes(admin, "Đất đai, nhà ở", "dat-dai-nha-o", "#id_name")
