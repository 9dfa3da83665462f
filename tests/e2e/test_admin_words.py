"""The editors' admin says nothing in English and asks nobody outside, whoever works in it, in Chromium."""

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from tests.e2e.english import TEXTS, english_words, vocabulary
from tests.e2e.sessions import enter_admin

SCREENS = {
    "dashboard": "/quan-tri/",
    "manual": "/quan-tri/huong-dan/",
    "services": "/quan-tri/services/?locale=vi",
    "department": "/quan-tri/pages/{department}/",
    "service": "/quan-tri/pages/{service}/edit/",
    "history": "/quan-tri/pages/{service}/history/",
    "notice": "/quan-tri/pages/add/home/noticepage/{notices}/",
    "images": "/quan-tri/images/",
    "documents": "/quan-tri/documents/",
    "account": "/quan-tri/account/",
    "calendar": "/quan-tri/snippets/core/holiday/",
    "clock": "/quan-tri/clock-rules/",
    "users": "/quan-tri/users/",
    "log": "/quan-tri/reports/site-history/",
    "words of citizens": "/quan-tri/snippets/search/lexiconentry/?language=vi",
    "asked of the search": "/quan-tri/tim-kiem/",
    "reception place": "/quan-tri/snippets/departments/receptionplace/add/",
    "from a record": "/quan-tri/pages/{department}/lay-tu-cong-quoc-gia/",
}
ROLES = {
    "quantri@example.vn": tuple(SCREENS),
    "truyenthong@example.vn": ("dashboard", "service", "notice", "images", "calendar"),
    "bientap@example.vn": ("dashboard", "services", "department", "service", "documents"),
    "duyet@example.vn": ("dashboard", "service", "history"),
    "dich@example.vn": ("services", "account"),
}
"""Account of the demo → the screens it opens: what others see of the rest is a part of what these see."""

ALLOWED = {
    "english": "the name of a language, as that language writes it",
    "search": "a button of the dashboard for programs that read aloud; Wagtail writes it out",
    "save": "a button of the calendar that its library keeps hidden",
    "selected": "the same button",
    "tab": "a key, called so on every keyboard",
    "none": "a counter that stays hidden as long as there is nothing to count",
}


def first_id(site_url: str, question: str) -> int:
    with urlopen(f"{site_url}/api/v2/pages/?{question}&limit=1&fields=_,id") as answer:
        return json.load(answer)["items"][0]["id"]


@pytest.fixture(scope="module")
def pages(site_url) -> dict[str, int]:
    """Pages of the department that the demo's editor and approver belong to."""
    department = first_id(site_url, f"type=departments.DepartmentPage&search={quote('Sở Xây dựng')}")
    return {
        "department": department,
        "service": first_id(site_url, f"type=services.ServicePage&child_of={department}"),
        "notices": first_id(site_url, "type=home.NoticeIndexPage"),
    }


@pytest.mark.parametrize("account", ROLES)
def test_no_screen_of_the_admin_speaks_english(account, open_as, site_url, pages):
    page, known, found, asked = open_as(), vocabulary(), {}, []
    page.on("request", lambda request: asked.append(request.url))
    enter_admin(page, account)
    for name in ROLES[account]:
        address = SCREENS[name].format(**pages)
        assert page.goto(address).status == 200
        assert page.url == f"{site_url}{address}", f"{name} is open to {account}"
        page.locator("#wagtail-sidebar nav").first.wait_for()
        texts = page.evaluate(TEXTS)
        assert len(texts) > 50, f"{name} is read"
        assert {text for text in texts if "Wagtail" in text and not text.startswith("Wagtail v")} == set(), name
        for text in texts:
            found |= dict.fromkeys(english_words(text, known) - ALLOWED.keys(), (name, text))
    assert found == {}
    assert {url for url in asked if not url.startswith((site_url, "data:", "blob:"))} == set()


def test_english_is_found_where_it_stands():
    known = vocabulary()
    assert english_words("Save draft", known) == {"save", "draft"}
    assert english_words("Ngày is greater than", known) >= {"greater", "than"}
    assert english_words("Lưu nháp, gửi duyệt; save@example.vn, don-xin-save.docx", known) == set()
