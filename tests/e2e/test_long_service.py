"""An editor opens a long service, changes one fee and pastes three papers, in Chromium; nothing else is changed."""

import json
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.e2e.running import DATABASE
from tests.e2e.sessions import enter_admin

CODE = "1.013236"
"""A service of the demo with 33 papers."""
PASTED = """Tên giấy tờ\tBản chính\tBản sao\tKý duyệt
Giấy ủy quyền\t1\t0\tphòng Một cửa
Ảnh 4×6\t2\t\t
Căn cước\t\t1\t
"""


@pytest.fixture
def admin(open_as):
    page = open_as(viewport={"width": 1280, "height": 900})
    enter_admin(page, "quantri@example.vn")
    return page


@pytest.fixture
def latest(running_site):
    """The newest version of the service, as it is stored, and the number of its page."""
    file = running_site.environment["DATABASE_URL"].removeprefix("sqlite:///")
    assert file.endswith(DATABASE)

    def read() -> tuple[int, dict]:
        with closing(sqlite3.connect(file)) as database:
            page, content = database.execute(
                "SELECT p.id, r.content FROM wagtailcore_page p"
                " JOIN wagtailcore_revision r ON r.id = p.latest_revision_id"
                " JOIN services_servicepage s ON s.page_ptr_id = p.id JOIN wagtailcore_locale l ON l.id = p.locale_id"
                " WHERE s.procedure_code = ? AND l.language_code = 'vi'",
                [CODE],
            ).fetchone()
        return page, json.loads(content)

    return read


def rows_of(version: dict) -> dict[str, list[dict]]:
    return {kind: rows for kind, rows in version.items() if isinstance(rows, list)}


def paste(papers) -> None:
    papers.locator("[data-paste-open]").click()
    papers.locator("[data-paste-text]").fill(PASTED)
    papers.locator("[data-paste-read]").click()
    expect(papers.locator("[data-paste-preview]")).to_contain_text("chưa hiểu: giữ nguyên trong ô “Ghi chú”")
    papers.locator("[data-paste-add]").click()
    expect(papers.locator(".th-row")).to_have_count(36)


def find(papers, words: str) -> int:
    """The rows that are left when one looks for words."""
    papers.locator("[data-rows-filter]").fill(words)
    left = papers.locator(".th-row:visible").count()
    papers.locator("[data-rows-filter]").fill("")
    return left


def test_one_fee_is_changed_and_three_papers_are_pasted(admin, latest):
    number, before = latest()
    saved = []
    admin.on("request", lambda request: request.method == "POST" and saved.append(request.url))
    admin.goto(f"/quan-tri/pages/{number}/edit/#tab-ho_so_va_phi_le_phi")
    papers = admin.locator("[data-rows]", has=admin.locator("#id_documents-FORMS"))
    expect(papers.locator(".th-row")).to_have_count(33)
    assert 0 < find(papers, "hiep dinh") < 33

    admin.locator("#inline_child_fees-0 .th-row__toggle").press("Enter")
    expect(admin.locator("#id_fees-0-amount")).to_be_visible()
    admin.wait_for_timeout(3_500)  # Wagtail begins to look for changes after two seconds, twice a second
    assert not [address for address in saved if address.endswith("/edit/")], "looking at a row makes no draft"
    admin.locator("#id_fees-0-status").select_option("amount")
    admin.locator("#id_fees-0-amount").fill("1.500.000")
    paste(papers)
    with admin.expect_navigation():
        admin.keyboard.press("Control+s")

    after = rows_of(latest()[1])
    changed, unchanged = after["fees"][0], before["fees"][0]
    assert (changed["status"], changed["amount"]) == ("amount", 1_500_000)
    after["fees"][0] = changed | {name: unchanged[name] for name in ("status", "amount")}
    pasted = [(row["name"], row["originals"], row["copies"], row["note"]) for row in after["documents"][33:]]
    assert pasted == [
        ("Giấy ủy quyền", 1, 0, "Ký duyệt: phòng Một cửa"),
        ("Ảnh 4×6", 2, None, ""),
        ("Căn cước", None, 1, ""),
    ]
    del after["documents"][33:]
    assert after == rows_of(before)
