"""An editor names cases, chooses one in an unsaved paper, renames it and publishes; citizens choose it, in Chromium."""

import json
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.sessions import enter_admin

SLUG = "cap-giay-phep-hoat-dong-in-xuat-ban-pham"
"""A service of the demo without cases."""


@pytest.fixture
def admin(open_as: Any) -> Page:
    page: Page = open_as(viewport={"width": 1280, "height": 900})
    enter_admin(page, "quantri@example.vn")
    return page


def found(site_url: str) -> dict:
    with urlopen(f"{site_url}/api/v2/services/find/?html_path=/dich-vu/{SLUG}/") as answer:
        service: dict = json.load(answer)
    return service


def add(page: Page, relation: str, name: str) -> int:
    page.locator(f"#id_{relation}-ADD").click()
    number = page.locator(f"#id_{relation}-FORMS > .th-row").count() - 1
    rename(page, relation, number, name)
    return number


def rename(page: Page, relation: str, number: int, name: str) -> None:
    page.locator(f"#id_{relation}-{number}-name").fill(name)
    page.locator(f"#id_{relation}-{number}-name").press("Tab")


def paste(page: Page, text: str) -> None:
    papers = page.locator("[data-rows]", has=page.locator("#id_documents-FORMS"))
    papers.locator("[data-paste-open]").click()
    papers.locator("[data-paste-text]").fill(text)
    papers.locator("[data-paste-read]").click()
    expect(papers.locator("[data-paste-preview]")).to_contain_text("Sẽ thêm trường hợp mới: Cấp đổi")
    papers.locator("[data-paste-add]").click()


def test_a_case_is_typed_chosen_renamed_and_published(admin, site_url):
    admin.goto(f"/quan-tri/pages/{found(site_url)['id']}/edit/#tab-ho_so_va_phi_le_phi")
    first, _second, third = (add(admin, "cases", name) for name in ("Cấp mới", "Cấp lại", "Bỏ đi"))
    admin.locator("#inline_child_documents-0 .th-row__toggle").press("Enter")
    choice = admin.locator("#id_documents-0-case_key")
    choice.select_option(label="Cấp mới")
    paper = add(admin, "documents", "Giấy phép đã cấp")
    admin.locator(f"#id_documents-{paper}-case_key").select_option(label="Cấp lại")

    rename(admin, "cases", first, "Cấp lần đầu")
    expect(choice.locator("option:checked")).to_have_text("Cấp lần đầu")
    expect(admin.locator("#inline_child_documents-0 .th-row__fact").first).to_have_text("Cấp lần đầu")

    gone = admin.locator("[data-cases-gone]")
    admin.locator("#id_documents-0-case_key").select_option(label="Bỏ đi")
    admin.locator(f"#id_cases-{third}-DELETE-button").click()
    expect(gone).to_contain_text("(Bỏ đi)")
    choice.select_option(label="Cấp lần đầu")
    expect(gone).to_be_hidden()

    paste(admin, "Tên giấy tờ\tTrường hợp\nẢnh\tCấp đổi\nĐơn\tcấp lần đầu\n")
    admin.locator("footer [data-controller~='w-dropdown'] button").first.click()
    admin.locator("button[name=action-publish]").click()
    admin.wait_for_url("**/quan-tri/pages/*/")
    papers = {row["name"]: (row["case_key"], row["case"]) for row in found(site_url)["documents"]}
    assert papers["Giấy phép đã cấp"] == ("cap-lai", "Cấp lại")
    assert ("cap-moi", "Cấp lần đầu") in papers.values()
    assert (papers["Ảnh"], papers["Đơn"]) == (("cap-doi", "Cấp đổi"), ("cap-moi", "Cấp lần đầu"))

    admin.goto(f"/dich-vu/{SLUG}/")
    admin.get_by_label("Cấp lần đầu").check()
    admin.get_by_role("button", name="Xem trường hợp của tôi").click()
    assert admin.url.endswith("?truong-hop=cap-moi#papers")
    expect(admin.locator("main")).not_to_contain_text("Giấy phép đã cấp")
