"""An editor puts an act into an article in Chromium: what is selected becomes the article that is cited."""

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

TITLE = "Bốn mức độ dịch vụ công và hai mức hiện hành"
ACT = "Nghị định 118/2025/NĐ-CP, Điều 19.5"


@pytest.fixture
def editor(open_as):
    page = open_as()
    page.goto("/quan-tri/")
    page.locator("input[name=login]").fill("quantri@example.vn")
    page.locator("input[name=password]").fill("thanh-hoa-demo")
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/quan-tri/")
    return page


def id_of(site_url: str, title: str) -> int:
    with urlopen(f"{site_url}/api/v2/pages/?type=home.GuidancePage&search={quote(title)}&fields=_,id,title") as answer:
        return next(item["id"] for item in json.load(answer)["items"] if item["title"] == title)


def test_an_editor_cites_an_act_by_choosing_it(editor, site_url):
    address = f"/quan-tri/pages/{id_of(site_url, TITLE)}/edit/"
    editor.goto(address)
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
    editor.keyboard.press("Control+s")
    editor.wait_for_load_state()
    editor.goto(address)
    expect(editor.locator(".public-DraftEditor-content").first).to_contain_text(f"{ACT}Thông tư")
