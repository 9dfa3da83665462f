"""The portal is cared for without a developer, in Chromium: home page, menu, a letter, an account."""

import json
import os
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.running import RunningSite, demo_site

pytestmark = pytest.mark.walk


@pytest.fixture(scope="module")
def own_site(tmp_path_factory) -> Iterator[RunningSite]:
    """A site that nobody else looks at: the home page and the menu of the other is in pictures and counts."""
    run = tmp_path_factory.getbasetemp()
    shared = run.parent if os.environ.get("PYTEST_XDIST_WORKER") else run
    with demo_site(tmp_path_factory.mktemp("care"), made_in=shared / "demo") as site:
        yield site


@pytest.fixture(scope="module")
def site_url(own_site: RunningSite) -> str:
    return own_site.address


def enter(page: Page, account: str) -> None:
    page.goto("/quan-tri/")
    page.locator("input[name=login]").fill(account)
    page.locator("input[name=password]").fill("thanh-hoa-demo")
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/quan-tri/")


def bands(page: Page) -> list[str]:
    page.goto("/")
    return [band.get_attribute("aria-labelledby") or "" for band in page.locator("section.portal-band").all()]


def order_the_home_page(editor: Page, site_url: str) -> None:
    """Switch the third block off, put the second before the first and call it something else; publish."""
    with urlopen(f"{site_url}/api/v2/pages/?type=home.HomePage") as answer:
        number = json.load(answer)["items"][0]["id"]
    editor.goto(f"/quan-tri/pages/{number}/edit/")
    editor.locator("[name=sections-2-is_shown]").uncheck()
    editor.locator("#inline_child_sections-1 [data-inline-panel-child-move-up]").click()
    editor.locator("[name=sections-1-heading]").fill("Bạn đang gặp việc gì?")
    editor.locator("[name=sections-1-heading]").press("Tab")
    editor.locator("footer [data-controller~='w-dropdown'] button").first.click()
    editor.locator("button[name=action-publish]").click()
    editor.wait_for_url("**/quan-tri/pages/*/")


def add_to_the_menu(editor: Page) -> None:
    editor.goto("/quan-tri/settings/core/portalsettings/")
    editor.get_by_role("tab", name="Menu và chân trang").click()
    editor.locator("[data-contentpath=main_menu] .c-sf-add-button").last.click()
    editor.locator("[name=main_menu-6-value-part]").select_option("statistics")
    editor.locator("[name=main_menu-6-value-label]").fill("Con số")
    editor.get_by_role("button", name="Lưu").click()
    expect(editor.locator("[name=main_menu-6-value-label]")).to_have_value("Con số")


def change_a_letter(editor: Page) -> None:
    editor.goto("/quan-tri/noi-dung-thu/vi/account/invitation/")
    for subject, told in (
        ("Mời bạn vào làm việc {sai}", "Thư này không có {sai}"),
        ("Mời bạn vào làm việc", "Đã lưu thư."),
    ):
        editor.locator("[name=subject]").fill(subject)
        editor.locator("button[name=save]").click()
        expect(editor.get_by_text(told)).to_be_visible()


def invite(administrator: Page) -> None:
    administrator.goto("/quan-tri/tai-khoan-vai-tro/")
    administrator.get_by_role("link", name="Mời người mới").click()
    administrator.locator("[name=email]").fill("nguoi.moi@example.vn")
    administrator.locator("[name=name]").fill("Người Mới")
    administrator.get_by_label("Sở Y tế: biên tập").check()
    administrator.get_by_role("button", name="Tạo tài khoản và gửi thư mời").click()
    expect(administrator.get_by_text("Đã mời, chưa chọn mật khẩu")).to_be_visible()


def is_mailed(page: Page, subject: str) -> bool:
    """Look into the mailbox of the demonstration until the worker has sent it."""
    for _look in range(30):
        page.goto("/hop-thu-thu/")
        if page.get_by_role("link", name=subject).count():
            return True
        page.wait_for_timeout(500)
    return False


def test_the_home_page_the_menu_a_letter_and_an_account_are_changed_and_readers_see_it(open_as, site_url):
    editor, administrator = open_as(), open_as()
    before = bands(open_as())
    enter(editor, "truyenthong@example.vn")
    order_the_home_page(editor, site_url)
    add_to_the_menu(editor)
    reader = open_as()  # a browser remembers a public page for a minute
    assert bands(reader) == [before[1], before[0], *before[3:]]
    expect(reader.get_by_role("heading", name="Bạn đang gặp việc gì?")).to_be_visible()
    expect(reader.locator(".portal-menu a").last).to_have_text("Con số")
    assert reader.context.cookies() == []
    change_a_letter(editor)
    enter(administrator, "quantri@example.vn")
    invite(administrator)
    assert is_mailed(reader, "Mời bạn vào làm việc")
