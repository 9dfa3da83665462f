"""The admin proposes the address of a page while its title is typed, in Chromium: as core.text.slug makes it."""

import json
import unicodedata
from urllib.request import urlopen

import pytest

from core.text import slug

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
    page.goto("/quan-tri/")
    page.locator("input[name=login]").fill("quantri@example.vn")
    page.locator("input[name=password]").fill("thanh-hoa-demo")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/quan-tri/")
    return page


def first_of(site_url: str, kind: str) -> int:
    with urlopen(f"{site_url}/api/v2/pages/?type={kind}&limit=1&fields=_,id") as answer:
        return json.load(answer)["items"][0]["id"]


def type_title(page, title: str, box: str = "#id_title") -> str:
    page.locator(box).click()
    page.locator(box).fill(title)
    page.locator(box).press("End")
    page.locator(box).press("Tab")
    return page.locator("#id_slug").input_value()


def test_the_proposed_address_is_that_of_the_server_for_every_letter(admin, site_url):
    admin.goto(f"/quan-tri/pages/add/home/noticepage/{first_of(site_url, 'home.NoticeIndexPage')}/")
    typed = [unicodedata.normalize(form, title) for title in TITLES for form in ("NFC", "NFD")]
    assert [type_title(admin, title) for title in typed] == [slug(title) for title in typed]


def test_an_address_typed_by_hand_stays(admin, site_url):
    admin.goto(f"/quan-tri/pages/add/home/noticepage/{first_of(site_url, 'home.NoticeIndexPage')}/")
    type_title(admin, "Lịch tiếp công dân")
    admin.get_by_role("tab", name="SEO").click()
    admin.locator("#id_slug").fill("Tự gõ đấy")
    admin.locator("#id_slug").press("Tab")
    assert admin.locator("#id_slug").input_value() == "tu-go-day"
    admin.get_by_role("tab").first.click()
    assert type_title(admin, "Lịch tiếp công dân tháng Chạp") == "tu-go-day"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_proposes_it(admin, site_url, kind):
    admin.goto(f"/quan-tri/pages/add/{kind}/{first_of(site_url, KINDS[kind])}/")
    assert type_title(admin, TITLES[0]) == "lich-tiep-cong-dan-dinh-ky-thang-chap"


def test_a_term_of_a_vocabulary_proposes_it(admin):
    admin.goto("/quan-tri/snippets/core/field/add/")
    assert type_title(admin, "Đất đai, nhà ở", "#id_name") == "dat-dai-nha-o"
