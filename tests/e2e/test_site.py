"""The public pages, opened in Chromium at a desk and on a phone: nothing in the console, no barrier, one heading."""

import re

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
}
SERVICE_ADDRESS = re.compile(r"^(?:https?://[^/]+)?/dich-vu/[a-z0-9-]+/$")


@pytest.mark.parametrize("name", PAGES)
def test_public_page_opens_without_a_fault(visitor, name):
    assert visitor.opens(PAGES[name]) == 200
    assert visitor.faults() == []
    visitor.takes_a_picture(name)


def test_service_opens_from_the_list_without_a_fault(visitor):
    visitor.opens("/dich-vu/")
    link = first_service(visitor.page)
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


def first_service(page):
    """The first link of the list that leads to one service."""
    links = [link for link in page.locator("main a").all() if SERVICE_ADDRESS.match(link.get_attribute("href") or "")]
    assert links, "the list of services leads to no service"
    return links[0]
