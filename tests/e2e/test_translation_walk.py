"""A translation goes from a translator to the approver and back, in Chromium, and is public when it was approved."""

import json
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import HTTPRedirectHandler, build_opener, urlopen

import pytest
from playwright.sync_api import expect

from tests.e2e.running import RunningSite
from tests.e2e.staff import Staff
from tests.e2e.stored import stored

pytestmark = pytest.mark.walk

TITLE = "Thông báo hoạt động bán lẻ thuốc lưu động"
SLUG = "thong-bao-hoat-dong-ban-le-thuoc-luu-dong"
DRAFT, AGREED = "Notice of mobile sale of drugs", "Notice of mobile retail sale of medicines"
WORD = "“Drugs” đọc như ma túy: dùng “medicines”."


class _Nowhere(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def status_of(address: str) -> int:
    """What an address answers, without being led on."""
    try:
        with build_opener(_Nowhere).open(address) as answer:
            status: int = answer.status
    except HTTPError as error:
        error.close()
        status = error.code
    return status


def read(address: str) -> str:
    with urlopen(address) as answer:
        text: str = answer.read().decode()
    return text


def a_quarter_of_an_hour_passes(site: RunningSite) -> None:
    """The sitemap is kept that long: what is kept is forgotten."""
    stored(site, "DELETE FROM django_cache")


def is_public(site_url: str, words: str) -> dict[str, bool]:
    """Where outsiders meet the English page."""
    listed = json.loads(read(f"{site_url}/api/v2/services/?locale=en&search={quote(words)}&fields=_,title"))
    return {
        "page": status_of(f"{site_url}/en/services/{SLUG}/") == 200,
        "api": [item["title"] for item in listed["items"]] == [words],
        "sitemap": f"/en/services/{SLUG}/" in read(f"{site_url}/sitemap.xml"),
        "search": f"/en/services/{SLUG}/" in read(f"{site_url}/en/search/?q={quote(words)}"),
    }


def translates(translator: Staff, number: int, words: str) -> None:
    """Type the translation of a text, the first of the page being its title."""
    expect(translator.page.get_by_text("Từ Tiếng Việt sang English").first).to_be_visible()
    text = translator.page.locator("li.incomplete, li.complete").nth(number)
    text.get_by_role("button", name="Sửa" if text.get_by_role("button", name="Sửa").count() else "Dịch").click()
    text.locator("textarea").fill(words)
    text.get_by_role("button", name="Lưu").click()
    expect(text.locator("textarea")).to_have_count(0)
    expect(text).to_contain_text(words)


def submits(translator: Staff) -> None:
    translator.leads_on(translator.page.get_by_role("button", name="Gửi duyệt bản dịch").click)
    expect(translator.page.get_by_text("Bản dịch này đang chờ duyệt.")).to_be_visible()


def work(person: Staff, block: str, title: str) -> None:
    """Open what waits on the dashboard."""
    person.begins()
    lines = person.page.locator(f"section[aria-labelledby=my-work-{block}]")
    person.leads_on(lines.get_by_role("link", name=title).first.click)


def test_a_translation_is_sent_back_and_approved_and_then_public(staff, running_site, site_url):
    translator, approver = staff("dich@example.vn"), staff("duyet.yte@example.vn")
    found = json.loads(read(f"{site_url}/api/v2/services/?search={quote(TITLE)}&fields=_,id,title"))
    service = next(item["id"] for item in found["items"] if item["title"] == TITLE)
    nowhere = dict.fromkeys(is_public(site_url, DRAFT), False)
    assert status_of(f"{site_url}/en/services/{SLUG}/") == 302

    translator.opens("/quan-tri/dich/")
    translator.takes_a_picture("translator-list")
    translator.opens(f"/quan-tri/localize/submit/page/{service}/")
    translator.page.locator("[name=locales]").check()
    translator.leads_on(translator.page.get_by_role("button", name="Gửi dịch").click)
    translates(translator, 0, DRAFT)
    translator.takes_a_picture("translator-editor")
    translator.meets_no_barrier()
    submits(translator)
    a_quarter_of_an_hour_passes(running_site)
    assert is_public(site_url, DRAFT) == nowhere
    assert status_of(f"{site_url}/en/services/{SLUG}/") == 302

    work(approver, "waiting", DRAFT)
    approver.page.locator("#translation-comment").fill(WORD)
    approver.leads_on(approver.page.get_by_role("button", name="Trả lại kèm ý kiến").click)
    work(translator, "returned", DRAFT)
    expect(translator.page.get_by_text(WORD).first).to_be_visible()
    translates(translator, 0, AGREED)
    submits(translator)
    work(approver, "waiting", AGREED)
    approver.leads_on(approver.page.get_by_role("button", name="Duyệt", exact=True).click)
    a_quarter_of_an_hour_passes(running_site)
    assert is_public(site_url, AGREED) == dict.fromkeys(nowhere, True)
    assert AGREED in read(f"{site_url}/en/services/{SLUG}/")
