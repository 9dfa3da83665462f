"""Whoever designs a form chooses the question and the answer of a condition, also those not saved yet, in Chromium."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.sessions import enter_admin

FORM = "Biểu mẫu: tách thửa hoặc hợp thửa đất"
FIRST = "steps-0-value-questions"
CONDITION = "steps-1-value-questions-1-value-shown_when-tests-0-value"
QUESTION, ANSWER = "Trên đất có nhà không?", "Có nhà"


@pytest.fixture
def editor(open_as):
    page = open_as()
    enter_admin(page, "quantri@example.vn")
    return page


def named(name: str) -> str:
    return f'[name="{name}"]'


def box(page: Page, part: str) -> str:
    """The list that stands in the place of a part of the condition."""
    return f"#{page.locator(named(f'{CONDITION}-{part}')).get_attribute('id')}-chosen"


def add_first(page: Page, stream: str) -> None:
    page.locator(f"{named(f'{stream}-count')} ~ div button[class*=add]").first.click()


def test_a_condition_speaks_of_a_question_that_is_not_saved_yet(editor):
    editor.goto("/quan-tri/pages/search/?q=tach thua hoac hop")
    editor.locator("td.title a", has_text=FORM).first.click()
    editor.wait_for_url("**/edit/")
    address = editor.url
    expect(editor.locator(f"{box(editor, 'question')} option:checked")).to_have_text("Bạn đề nghị gì?")
    expect(editor.locator(f"{box(editor, 'value')} option:checked")).to_have_text("Tách một thửa thành nhiều thửa")

    count = int(editor.locator(named(f"{FIRST}-count")).input_value())
    add_first(editor, FIRST)
    editor.get_by_role("option", name="Chọn một", exact=True).click()
    new = f"{FIRST}-{count}-value"
    editor.locator(named(f"{new}-label")).fill(QUESTION)
    add_first(editor, f"{new}-choices")
    editor.locator(named(f"{new}-choices-0-value-label")).fill(ANSWER)
    editor.locator(box(editor, "question")).focus()
    editor.locator(box(editor, "question")).select_option(label=QUESTION)
    editor.locator(box(editor, "value")).select_option(label=ANSWER)
    with editor.expect_navigation():
        editor.keyboard.press("Control+s")

    editor.goto(address)
    expect(editor.locator(f"{box(editor, 'question')} option:checked")).to_have_text(QUESTION)
    expect(editor.locator(f"{box(editor, 'value')} option:checked")).to_have_text(ANSWER)
    assert editor.locator(named(f"{CONDITION}-question")).input_value() == "tren_dat_co_nha_khong"
