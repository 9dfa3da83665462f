"""An editor puts an act into an article in Chromium: what is selected becomes the article that is cited."""

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.e2e.sessions import enter_admin

TITLE = "Bốn mức độ dịch vụ công và hai mức hiện hành"
ACT = "Nghị định 118/2025/NĐ-CP, Điều 19.5"

TAKEN = """input[type=hidden][value*='"article":"Điều 19.5"']"""
"""The editor hands its text to the form a moment after a change."""


@pytest.fixture
def editor(open_as):
    page = open_as()
    enter_admin(page, "quantri@example.vn")
    return page


def id_of(site_url: str, title: str) -> int:
    with urlopen(f"{site_url}/api/v2/pages/?type=home.GuidancePage&search={quote(title)}&fields=_,id,title") as answer:
        return next(item["id"] for item in json.load(answer)["items"] if item["title"] == title)


def test_an_editor_cites_an_act_by_choosing_it(editor, site_url):
    editor.goto(f"/quan-tri/pages/{id_of(site_url, TITLE)}/edit/")
    text = editor.locator(".public-DraftEditor-content").first
    expect(text).to_contain_text("Thông tư 26/2009/TT-BTTTT (hết hiệu lực từ 1/6/2018)")
    text.click()
    editor.keyboard.press("Control+Home")
    editor.keyboard.type("Điều 19.5")
    for _letter in "Điều 19.5":
        editor.keyboard.press("Shift+ArrowLeft")
    editor.locator("button[name=LAW]:visible").first.dispatch_event("mousedown")
    editor.locator(".modal input[name=q]").fill("118/2025")
    editor.locator(".modal a[data-chooser-modal-choice]", has_text="118/2025/NĐ-CP – ").click()
    expect(text).to_contain_text("118/2025/NĐ-CP, Điều 19.5")
    expect(editor.locator(TAKEN)).to_have_count(1)
    with editor.expect_navigation():
        editor.keyboard.press("Control+s")
    expect(editor.locator(".public-DraftEditor-content").first).to_contain_text(f"{ACT}Thông tư")
