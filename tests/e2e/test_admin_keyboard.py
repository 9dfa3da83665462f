"""An editor without a mouse changes a fee and submits it: every step is seen, and windows keep and return the focus."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.walk

TITLE = "Công bố đủ điều kiện mua bán trang thiết bị y tế loại B, C, D"
IS_THERE = "([selector]) => document.activeElement.matches(selector)"
SEEN = """() => {
    const at = document.activeElement
    if (at === document.body || at.tagName === 'IFRAME') return ''
    const lines = [at, at.parentElement].map(element => getComputedStyle(element))
    const isMarked = lines.some(({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none')
    const { width, height } = at.getBoundingClientRect()
    return isMarked && width > 0 && height > 0 ? '' : at.outerHTML.slice(0, 200)
}"""
"""What has the focus and does not show it."""


def goes_to(page: Page, selector: str, key: str = "Tab", most: int = 150) -> None:
    """Press a key until the focus is there; wherever it stops on the way it can be seen."""
    for _step in range(most):
        page.keyboard.press(key)
        assert page.evaluate(SEEN) == ""
        if page.evaluate(IS_THERE, [selector]):
            return
    raise AssertionError(f"{selector} is not reached by {most} times {key}")


def opens_and_closes_a_window(page: Page) -> None:
    """The window keeps the focus, and gives it back when it is closed."""
    goes_to(page, "[data-paste-open]", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] [data-paste-text]")).to_be_focused()
    for _step in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.evaluate(IS_THERE, ["[data-paste-open]"])


def test_a_fee_is_changed_and_submitted_without_a_mouse(staff):
    editor = staff("bientap.yte@example.vn")
    editor.begins()
    page = editor.page
    goes_to(page, "#my-work-search")
    page.keyboard.type("mua ban trang thiet bi y te")
    editor.leads_on(lambda: page.keyboard.press("Enter"))
    page.get_by_role("link", name=TITLE, exact=True).last.evaluate("link => link.setAttribute('data-wanted', '')")
    goes_to(page, "[data-wanted]")
    editor.leads_on(lambda: page.keyboard.press("Enter"))
    goes_to(page, "[role=tab]")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Hồ sơ và phí")).to_have_attribute("aria-selected", "true")
    goes_to(page, "#inline_child_fees-0 .th-row__toggle")
    for key, is_open in (("Enter", "true"), ("Space", "false"), ("Enter", "true")):
        page.keyboard.press(key)
        expect(page.locator("#inline_child_fees-0 .th-row__toggle")).to_have_attribute("aria-expanded", is_open)
    opens_and_closes_a_window(page)
    goes_to(page, "#id_fees-0-amount")
    page.keyboard.press("Control+a")
    page.keyboard.type("1.450.000")
    goes_to(page, "footer button")
    if not page.evaluate(IS_THERE, ["[name=action-submit]"]):
        goes_to(page, "footer .w-dropdown__toggle")
        page.keyboard.press("Enter")
        goes_to(page, "[name=action-submit]")
    editor.leads_on(lambda: page.keyboard.press("Enter"))
    editor.begins()
    expect(page.locator("section[aria-labelledby=my-work-sent]").get_by_role("link", name=TITLE)).to_be_visible()
