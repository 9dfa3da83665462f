"""The head of every page: a description, a picture for sharing, the languages, the feeds."""

import pytest

from core.description import LONGEST, description_of
from tests.builders import (
    make_complete_service,
    make_department,
    make_guide,
    make_notice,
    make_service,
    publish,
    translate,
    trunk,
)
from tests.markup import soup

ADDRESSES = [
    "/",
    "/dich-vu/",
    "/co-quan/",
    "/huong-dan/",
    "/thong-bao/",
    "/muc-do/",
    "/en/levels/",
    "/tim-kiem/",
    "/dich-vu/dang-ky-khai-sinh/",
    "/co-quan/so-tu-phap/",
    "/huong-dan/chung/",
    "/thong-bao/nghi-le/",
]


def fill() -> None:
    make_service()
    make_guide("Chung")
    make_notice("Nghỉ lễ")


def named(page, name: str) -> str:
    """The content of the one meta element of that name."""
    [element] = page.select(f'meta[name="{name}"], meta[property="{name}"]')
    return element["content"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_describes_itself_to_search_engines_and_to_those_who_share_it(client, address):
    fill()
    page = soup(client.get(address).content)
    canonical = page.select_one("link[rel=canonical]")["href"]
    assert 20 <= len(named(page, "description")) <= LONGEST
    assert named(page, "og:description") == named(page, "description")
    assert named(page, "og:title") in page.title.get_text()
    assert named(page, "og:url") == canonical
    assert canonical.endswith(address)
    assert named(page, "og:image").endswith(".png")
    assert named(page, "og:locale") == ("en_GB" if address.startswith("/en/") else "vi_VN")
    assert [link["href"].rsplit("/", 1)[1] for link in page.select("link[type='application/atom+xml']")] == [
        "services.atom",
        "notices.atom",
    ]


@pytest.mark.django_db
def test_descriptions_tell_pages_apart(client):
    fill()
    make_department("Sở Y tế")
    addresses = [address for address in ADDRESSES if not address.startswith("/en/")] + ["/co-quan/so-y-te/"]
    descriptions = [named(soup(client.get(address).content), "description") for address in addresses]
    assert len(set(descriptions)) == len(descriptions)


@pytest.mark.django_db
def test_a_translated_page_names_its_languages_and_the_one_for_everybody_else(client):
    guide = make_guide("Chung")
    english = translate(guide, {"Chung": "In general", "chung": "general"})
    page = soup(client.get(english.get_url()).content)
    links = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
    assert set(links) == {"vi", "en", "x-default"}
    assert links["x-default"] == links["vi"]
    assert links["vi"].endswith(guide.get_url())
    assert named(page, "og:locale:alternate") == "vi_VN"
    assert named(page, "og:type") == "article"


@pytest.mark.django_db
def test_an_untranslated_page_names_no_other_language(client):
    page = soup(client.get(make_guide("Chung").get_url()).content)
    assert page.select("link[hreflang], meta[property='og:locale:alternate']") == []


@pytest.mark.django_db
def test_an_editor_s_own_description_wins_over_the_summary():
    guide = make_guide("Chung", summary="Tóm tắt", search_description="Mô tả riêng")
    assert description_of(guide, guide.title) == "Mô tả riêng"


@pytest.mark.django_db
def test_a_description_is_plain_text_cut_at_a_word():
    services = trunk().services
    services.introduction = "<p>Chọn &amp; tìm<b>nhanh</b></p><ul><li>một</li><li>hai</li></ul>" + "<p>từ </p>" * 99
    publish(services)
    text = description_of(services, services.title)
    assert text.startswith("Chọn & tìm nhanh một hai từ từ")
    assert len(text) <= LONGEST
    assert text.endswith("từ …")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "trail"),
    [
        ("/dich-vu/", ["Trang chủ", "Dịch vụ công"]),
        ("/muc-do/", ["Trang chủ", "Bốn mức độ của dịch vụ công trực tuyến"]),
        ("/dich-vu/dang-ky-khai-sinh/", ["Trang chủ", "Dịch vụ công", "Đăng ký khai sinh"]),
        ("/dich-vu/linh-vuc/ho-tich/", ["Trang chủ", "Dịch vụ công", "Lĩnh vực", "Hộ tịch"]),
        ("/tim-kiem/", ["Trang chủ", "Tìm kiếm"]),
    ],
)
def test_the_trail_ends_with_the_page_itself(client, address, trail):
    make_complete_service()
    crumbs = soup(client.get(address).content).select(".portal-breadcrumbs li")
    assert [crumb.get_text(strip=True) for crumb in crumbs] == trail
    assert [crumb.get("aria-current") for crumb in crumbs] == [None] * (len(trail) - 1) + ["page"]
