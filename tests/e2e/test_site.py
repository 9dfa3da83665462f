"""The public pages, opened in Chromium at a desk and on a phone: nothing in the console, no barrier, one heading."""

import pytest

PAGES = {
    "home": "/",
    "home-en": "/en/",
    "services": "/dich-vu/",
    "levels": "/muc-do/",
    "departments": "/co-quan/",
    "department": "/co-quan/so-y-te/",
    "former-department": "/co-quan/so-thong-tin-va-truyen-thong/",
    "guidance": "/huong-dan/",
    "notices": "/thong-bao/",
    "search": "/tim-kiem/?q=giay+phep+xay+dung",
    "life-events": "/dich-vu/su-kien/",
    "field": "/dich-vu/linh-vuc/dat-dai/",
    "forms": "/bieu-mau/",
    "contact": "/lien-he/",
    "accessibility": "/kha-nang-tiep-can/",
    "privacy": "/du-lieu-ca-nhan/",
    "open-data": "/du-lieu-mo/",
    "sitemap": "/so-do-trang/",
    "feedback": "/gop-y/",
}
PICTURED = {"home", "services", "department", "levels", "departments", "search"}
"""Pages the README shows; the service is pictured by its own test."""


@pytest.mark.parametrize("name", PAGES)
def test_public_page_opens_without_a_fault(visitor, name):
    assert visitor.opens(PAGES[name]) == 200
    assert visitor.faults() == []
    if name in PICTURED:
        visitor.takes_a_picture(name)


def test_service_opens_from_the_list_without_a_fault(visitor):
    visitor.opens("/dich-vu/")
    link = visitor.page.locator("main article h3 a").first
    title = link.inner_text().strip()
    link.click()
    assert title in visitor.page.locator("h1").inner_text()
    assert visitor.faults() == []
    visitor.takes_a_picture("service")


def test_search_without_tone_marks_finds_the_building_permit(visitor):
    visitor.opens(PAGES["search"])
    assert "giấy phép xây dựng" in visitor.page.locator("main").inner_text().lower()


def test_missing_page_is_told_without_a_fault(visitor):
    assert visitor.opens("/khong-co-trang-nay/") == 404
    assert visitor.faults() == []


def test_language_of_the_page_is_marked(visitor):
    languages = {}
    for path in ("/", "/en/"):
        visitor.opens(path)
        languages[path] = visitor.page.locator("html").get_attribute("lang")
    assert languages == {"/": "vi", "/en/": "en"}
