"""People of the editors' area in a browser: what they open, press and type, and how often they press."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.barriers import barriers
from tests.e2e.sessions import enter_admin

ADMIN = "/quan-tri/"
PASSWORD = "thanh-hoa-demo"
COUNTER = """(() => {
    const kinds = ['checkbox', 'radio', 'submit', 'button', 'file']
    const isTyped = `textarea, [contenteditable=true], input:not(${kinds.map(kind => `[type=${kind}]`).join()})`
    const count = () => sessionStorage.setItem('presses', Number(sessionStorage.getItem('presses')) + 1)
    const isPressed = ({ key, target, isTrusted, repeat }) => isTrusted && !repeat
        && ((['Enter', ' '].includes(key) && !target.closest?.(isTyped))
        || (key === 'Enter' && target.matches?.('[type=search], [name=q]')))
    addEventListener('pointerdown', event => event.isTrusted && !event.target.closest?.(isTyped) && count(), true)
    addEventListener('keydown', event => isPressed(event) && count(), true)
})()"""
"""Counts in the tab, from page to page, what a person presses: with the mouse, Enter and Space. Typing is not counted,
nor the step into a field to type in; Enter that sends a search is.
"""
MORE = "footer [data-controller~='w-dropdown'] > button, footer .w-dropdown__toggle"
DESK = {"width": 1280, "height": 800}


class Offices:
    """Browsers of the people of the editors' area: each keeps theirs for the whole run, with what it has loaded."""

    def __init__(self, browser: Browser, site_url: str) -> None:
        self._browser, self._site_url = browser, site_url
        self._contexts: dict[str, BrowserContext] = {}

    def page_of(self, account: str) -> Page:
        """Return a new page of somebody who is logged in."""
        if account not in self._contexts:
            context = self._browser.new_context(base_url=self._site_url, locale="vi-VN", viewport=DESK)
            context.set_default_timeout(10_000)
            context.add_init_script(COUNTER)
            self._contexts[account] = context
            page = context.new_page()
            enter_admin(page, account)
            return page
        return self._contexts[account].new_page()

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()


class Staff:
    """Somebody in the editors' area: begins at the dashboard, opens, presses, types."""

    def __init__(self, page: Page, pictures: Path | None = None) -> None:
        self.page, self.pictures = page, pictures

    def begins(self) -> None:
        """Stand on the dashboard; presses are counted from here."""
        self.opens(ADMIN)
        self.page.evaluate("sessionStorage.removeItem('presses')")

    @property
    def pressed(self) -> int:
        """How often they pressed since they began."""
        return int(self.page.evaluate("sessionStorage.getItem('presses')") or 0)

    def opens(self, path: str) -> int:
        answer = self.page.goto(path)
        assert answer is not None
        return answer.status

    def finds(self, words: str, title: str) -> None:
        """Look for a page on the dashboard and open it in its editor."""
        self.page.locator("#my-work-search").fill(words)
        self.page.locator("#my-work-search").press("Enter")
        found = self.page.locator("tr", has_text="Tiếng Việt").get_by_role("link", name=title, exact=True)
        self.leads_on(found.first.click)

    def leads_on(self, act: Callable[[], object]) -> None:
        """Do what leads to another page, and wait for it."""
        with self.page.expect_navigation():
            act()

    def turns_to(self, tab: str) -> None:
        self.page.get_by_role("tab", name=tab).click()

    def picks(self, field: Locator, label: str) -> None:
        """Choose in a list: one press, which the browser does not tell as one."""
        field.select_option(label=label)
        self.page.evaluate("sessionStorage.setItem('presses', Number(sessionStorage.getItem('presses')) + 1)")

    def unfolds(self, button: str) -> Locator:
        """Have a button of the foot of the editor in sight, which may stand behind the first one."""
        found = self.page.locator(button).first
        if not found.is_visible():
            self.page.locator(MORE).first.click()
        return found

    def sends(self, button: str) -> None:
        """Press a button at the foot of the editor and be led on."""
        self.leads_on(self.unfolds(button).click)

    def returns(self, word: str) -> None:
        """Have the window open that sends back what is open, with a word."""
        self.unfolds("[data-workflow-action-name=reject]").click()
        self.page.locator("textarea[name=comment]").fill(word)
        expect(self.page.locator(".modal")).to_have_css(
            "opacity", "1"
        )  # until then it does not send its form by itself

    def takes_a_picture(self, name: str, shown: Locator | None = None) -> None:
        """Write docs/screenshots/<name>.png, if pictures were asked for."""
        if self.pictures:
            (shown or self.page).screenshot(path=self.pictures / f"{name}.png")

    def meets_no_barrier(self) -> None:
        """Axe finds nothing on what is open but what Wagtail brings along."""
        found = barriers(self.page)
        assert found == [], f"{self.page.url}: {found}"
