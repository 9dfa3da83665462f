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
    "search-forms": "/tim-kiem/?q=giay+phep+xay+dung&type=form",
    "search-nothing": "/tim-kiem/?q=zzzqqq",
    "services-narrowed": "/dich-vu/?level=3&apply_mode=external&sort=changed",
    "fields": "/dich-vu/linh-vuc/",
    "field-en": "/en/services/field/construction/",
    "audiences": "/dich-vu/doi-tuong/",
    "audience": "/dich-vu/doi-tuong/cong-dan/",
    "life-events": "/dich-vu/su-kien/",
    "life-event": "/dich-vu/su-kien/sinh-con/",
    "service-with-cases": "/dich-vu/dang-ky-thuong-tru/",
    "service-with-a-wrong-case": "/dich-vu/dang-ky-thuong-tru/?truong-hop=khong-co",
    "department-searched": "/co-quan/so-xay-dung/?q=giay+phep",
    "forms": "/bieu-mau/",
    "forms-en": "/en/forms/",
    "contact": "/lien-he/",
    "accessibility": "/kha-nang-tiep-can/",
    "personal-data": "/du-lieu-ca-nhan/",
    "open-data": "/du-lieu-mo/",
    "open-data-en": "/en/open-data/",
    "sitemap": "/so-do-trang/",
    "feedback": "/gop-y/",
    "mailbox": "/hop-thu-thu/",
    "mailbox-en": "/en/mailbox/",
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


def test_a_citizen_without_script_sees_only_the_papers_of_their_case(visitor):
    visitor.opens(PAGES["service-with-cases"])
    papers = visitor.page.locator("section[aria-labelledby=papers] table")
    before = papers.count()
    if not visitor.page.locator("input[type=radio]").first.is_visible():
        visitor.page.locator(".portal-choice summary").click()
    visitor.page.locator("input[type=radio]").first.check(force=True)
    visitor.page.locator(".portal-choice button").click()
    assert "truong-hop=" in visitor.page.url
    assert papers.count() < before
    assert visitor.faults() == []
