"""A change goes from an editor to the approver of the own department and back, in Chromium; another sees none of it."""

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.sessions import enter

TITLE = "Điều chỉnh nội dung chứng chỉ hành nghề dược"
SUMMARY = "Xin sửa những gì ghi sai, ghi thiếu trong chứng chỉ hành nghề dược."
WORD = "Bỏ chữ “thiếu”: luật chỉ nói ghi sai."
AGREED = "Xin sửa những gì ghi sai trong chứng chỉ hành nghề dược."


@pytest.fixture
def person(open_as):
    """`person("duyet@example.vn")` is the page of somebody who is logged in."""

    def logged_in(account: str) -> Page:
        page = open_as()

        def log_in() -> None:
            page.goto("/quan-tri/")
            page.locator("input[name=login]").fill(account)
            page.locator("input[name=password]").fill("thanh-hoa-demo")
            page.locator("input[name=password]").press("Enter")
            page.wait_for_url("**/quan-tri/")

        enter(page, account, log_in)
        return page

    return logged_in


def answer_of(site_url: str, query: str) -> dict:
    with urlopen(f"{site_url}/api/v2/{query}") as answer:
        found: dict = json.load(answer)
    return found


def press(page: Page, button: str) -> None:
    """Press a button that stands behind the first one at the foot of the page."""
    page.locator("footer [data-controller~='w-dropdown'] button").first.click()
    page.locator(button).click()


def write(page: Page, summary: str) -> None:
    page.locator("#id_summary").fill(summary)
    page.locator("#id_summary").press("Tab")


def test_a_change_is_sent_back_and_approved_and_another_department_sees_nothing(person, site_url):
    found = answer_of(site_url, f"pages/?type=services.ServicePage&search={quote(TITLE)}&fields=_,id,title")
    number = next(item["id"] for item in found["items"] if item["title"] == TITLE)
    edit = f"/quan-tri/pages/{number}/edit/"
    editor, approver = person("bientap.yte@example.vn"), person("duyet.yte@example.vn")
    editor.goto(edit)
    write(editor, SUMMARY)
    press(editor, "button[name=action-submit]")
    editor.wait_for_url("**/quan-tri/pages/*/")

    approver.goto("/quan-tri/")
    expect(approver.get_by_role("link", name=TITLE)).to_be_visible()
    approver.goto(edit)
    press(approver, "[data-workflow-action-name=reject]")
    approver.locator("textarea[name=comment]").fill(WORD)
    approver.wait_for_timeout(1000)  # until the window that opened sends its form by itself
    approver.locator(".modal form [type=submit]").click()
    approver.wait_for_url("**/quan-tri/pages/*/")

    editor.goto(edit)
    expect(editor.get_by_text(WORD).first).to_be_attached()
    write(editor, AGREED)
    press(editor, "button[name=action-restart-workflow]")
    editor.wait_for_url("**/quan-tri/pages/*/")
    stranger = person("duyet@example.vn")
    stranger.goto("/quan-tri/")
    assert TITLE not in stranger.content()
    stranger.goto(edit)
    assert AGREED not in stranger.content()

    approver.goto(edit)
    press(approver, "[data-workflow-action-name=approve] >> nth=0")
    approver.wait_for_url("**/quan-tri/pages/*/")
    assert answer_of(site_url, f"pages/{number}/")["summary"] == AGREED
