"""Somebody in front of a browser who notices what is wrong with a page."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

AXE = Axe()
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
PHONE = 400
"""Narrower than this is a phone."""


class Visitor:
    """Opens pages, remembers every complaint of the browser, judges what stands there."""

    def __init__(self, page: Page, pictures: Path | None = None) -> None:
        self.page = page
        self.pictures = pictures
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("requestfailed", lambda request: self.complaints.append(f"not loaded: {request.url}"))
        page.on("response", self._see_answer)

    def opens(self, path: str) -> int:
        """Go to an address of the site; the HTTP status."""
        response = self.page.goto(path)
        assert response is not None
        return response.status

    def faults(self) -> list[str]:
        """Everything wrong with the page that is open: console, headings, width, accessibility."""
        headings = self.page.locator("h1").count()
        overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults = list(self.complaints)
        faults += [f"{headings} h1 instead of one"] if headings != 1 else []
        faults += [f"scrolls sideways by {overflow} px"] if overflow > 0 else []
        results = AXE.run(self.page, options=AXE_OPTIONS)
        faults += [results.generate_report()] if results.violations_count else []
        return faults

    def takes_a_picture(self, name: str) -> None:
        """Write docs/screenshots/<name>.png (with -phone when narrow), if pictures were asked for."""
        if self.pictures:
            width = self.page.viewport_size["width"] if self.page.viewport_size else 0
            self.page.screenshot(path=self.pictures / f"{name}{'-phone' if width < PHONE else ''}.png")

    def _hear(self, message) -> None:
        """Errors and warnings, but the one that repeats an HTTP status: answers are judged by themselves."""
        if message.type in {"error", "warning"} and "status of 4" not in message.text:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _see_answer(self, response: Response) -> None:
        """A broken image, style or script; the page's own status is the test's business."""
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")
