"""A fee goes from an editor to the approver of the own department and back, in Chromium; another sees none of it."""

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.e2e.answers import answers_of
from tests.e2e.presses import keeps_to_its_presses
from tests.e2e.staff import Staff

pytestmark = pytest.mark.walk

TITLE = "Điều chỉnh nội dung chứng chỉ hành nghề dược"
FEE, NEW_FEE = "500.000", "345.000"
WORD = "Tóm tắt còn thiếu: ghi rõ ai được giảm phí."
AGREED = "Xin sửa nội dung ghi trong chứng chỉ; người khuyết tật được giảm phí thẩm định."
OF_OTHERS = (
    "",
    "services/?locale=vi",
    "services/?q=chung+chi+hanh+nghe+duoc",
    "pages/search/?q=chung+chi+hanh+nghe+duoc",
    "pages/{department}/",
    "reports/workflow/",
    "reports/workflow_tasks/",
    "reports/site-history/",
    "reports/aging-pages/",
    "reports/locked/",
    "reports/page-types-usage/",
    "pages/{service}/edit/",
    "pages/{service}/history/",
    "pages/{service}/workflow_history/",
    "pages/{service}/revisions/{revision}/view/",
    "pages/{service}/revisions/compare/live...latest/",
    "pages/{service}/edit/preview/",
    "pages/{service}/view_draft/",
    "pages/{service}/lien-quan/",
    "pages/{service}/kiem-tra/",
    "pages/{service}/rows/fees/",
)
"""Where somebody else could come across the change: lists, searches, reports, and its own addresses."""


def answer_of(site_url: str, query: str) -> dict:
    with urlopen(f"{site_url}/api/v2/{query}") as answer:
        found: dict = json.load(answer)
    return found


def body_of(site_url: str, path: str) -> str:
    with urlopen(site_url + path) as answer:
        text: str = answer.read().decode()
    return text


@pytest.fixture
def service(site_url) -> int:
    found = answer_of(site_url, f"pages/?type=services.ServicePage&search={quote(TITLE)}&fields=_,id,title")
    number: int = next(item["id"] for item in found["items"] if item["title"] == TITLE)
    return number


def changes_the_fee(editor: Staff) -> None:
    """From the dashboard to what was submitted."""
    editor.begins()
    editor.finds("dieu chinh chung chi duoc", TITLE)
    editor.turns_to("Hồ sơ và phí")
    editor.page.locator("#inline_child_fees-0 .th-row__toggle").click()
    expect(editor.page.locator("#id_fees-0-amount")).to_be_visible()
    editor.page.locator("#id_fees-0-amount").fill(NEW_FEE)
    editor.takes_a_picture("editor-fee")
    editor.sends("button[name=action-submit]")


def is_asked_and_sends_back(approver: Staff) -> None:
    approver.begins()
    waiting = approver.page.locator("section[aria-labelledby=my-work-waiting]")
    approver.takes_a_picture("approver-desk")
    approver.meets_no_barrier()
    approver.leads_on(waiting.get_by_role("link", name=TITLE).click)
    approver.returns(WORD)
    approver.takes_a_picture("approver-send-back")
    approver.meets_no_barrier()
    approver.leads_on(approver.page.locator(".modal form [type=submit]").click)


def mends_it(editor: Staff) -> None:
    """The word of the approver stands on the dashboard and on the page."""
    editor.begins()
    returned = editor.page.locator("section[aria-labelledby=my-work-returned]")
    expect(returned).to_contain_text(WORD)
    editor.takes_a_picture("editor-returned")
    editor.leads_on(returned.get_by_role("link", name=TITLE).click)
    expect(editor.page.get_by_text(WORD).first).to_be_attached()
    editor.page.locator("#id_summary").fill(AGREED)
    editor.sends("button[name=action-restart-workflow]")


def sees_nothing(stranger: Staff, service: int, department: int, revision: int) -> None:
    """Nothing of the draft, nor of what was said about it; in their own work not even its name."""
    stranger.begins()
    assert TITLE not in stranger.page.locator("main").inner_text()
    for address in OF_OTHERS:
        path = f"/quan-tri/{address.format(service=service, department=department, revision=revision)}"
        told = stranger.page.request.get(path).text()
        assert [words for words in (AGREED, WORD, NEW_FEE) if words in told] == [], path
        assert "reports/workflow" not in path or TITLE not in told, path


def test_a_fee_is_sent_back_and_approved_and_another_department_sees_nothing(staff, site_url, service):
    editor, approver = staff("bientap.yte@example.vn"), staff("duyet.yte@example.vn")
    before = answer_of(site_url, f"services/{service}/")
    changes_the_fee(editor)
    keeps_to_its_presses(editor, "a fee is changed")
    is_asked_and_sends_back(approver)
    mends_it(editor)
    path = before["meta"]["html_url"].removeprefix(site_url)
    assert FEE in body_of(site_url, path)
    assert NEW_FEE not in body_of(site_url, path), "nothing is public before it is approved"
    draft = editor.page.request.get(f"/quan-tri/pages/{service}/history/").text()
    revision = int(draft.partition("/revisions/")[2].partition("/")[0])
    sees_nothing(staff("duyet@example.vn"), service, before["meta"]["parent"]["id"], revision)

    approver.opens(f"/quan-tri/pages/{service}/edit/")
    approver.unfolds("[data-workflow-action-name=approve]")
    approver.takes_a_picture("approver-page")
    approver.meets_no_barrier()
    approver.sends("[data-workflow-action-name=approve]")
    after = answer_of(site_url, f"services/{service}/")
    assert [fee["amount"] for fee in after["fees"]] == [345_000]
    assert NEW_FEE in body_of(site_url, path)
    assert AGREED in answers_of(body_of(site_url, f"/tim-kiem/?q={quote(TITLE)}"))
