"""Somebody in front of a browser who notices what is wrong with a page."""

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page, Request, Response

LOOKS = {"wide": (1280, "light"), "narrow": (360, "light"), "dark": (1280, "dark")}
"""How a page is looked at: width in CSS pixels, and the colours the visitor prefers."""
HEIGHT = 800
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations", "passes"],
    "elementRef": True,
    "preload": {"assets": ["media"]},
}
JUDGE = (Path(__file__).parent / "judge.js").read_text(encoding="utf-8")
PASSED: set[str] = set()
"""Looks of texts and links that passed in this process: what stands in the same colours is not measured again."""
PICTURES = {"wide": "{}.png", "narrow": "{}-phone.png"}
"""Looks that pictures are taken of, with the names of the files."""


def load_axe(page: Page) -> None:
    """Bring axe to the page that is open, once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)


class Visitor:
    """Opens pages, remembers every complaint of the browser, judges what stands there."""

    def __init__(self, page: Page, pictures: Path | None = None, *, scripts: bool = True) -> None:
        """`scripts`: whether the browser runs those of the pages."""
        self.page = page
        self.scripts = scripts
        self.twin: Page | None = None
        self.pictures = pictures
        self.complaints: list[str] = []
        self.look = ""
        self._ears = {
            "console": self._hear,
            "pageerror": lambda error: self.complaints.append(f"script: {error}"),
            "requestfailed": self._miss,
            "response": self._see_answer,
        }
        for event, ear in self._ears.items():
            page.on(event, ear)
        self.looks("wide")

    def leaves(self) -> None:
        """Leave an empty page to whoever comes next."""
        for event, ear in self._ears.items():
            self.page.remove_listener(event, ear)
        self.page.unroute_all()
        self.page.goto("about:blank")

    def looks(self, look: str) -> None:
        """Look at the page that is open, and at those to come, in one of LOOKS."""
        width, colours = LOOKS[look]
        self.look = look
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.emulate_media(color_scheme=colours)

    def opens(self, path: str) -> int:
        """Go to an address of the site; the HTTP status."""
        response = self.page.goto(path)
        assert response is not None
        return response.status

    def faults(self) -> list[str]:
        """Everything wrong with the page that is open: console, headings, width, accessibility."""
        self.page.wait_for_load_state()  # a press may have led on, and the next page has no content yet
        headings = self.page.locator("h1").count()
        overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults = list(self.complaints)
        faults += [f"{headings} h1 instead of one"] if headings != 1 else []
        faults += [f"scrolls sideways by {overflow} px"] if overflow > 0 else []
        return [*faults, *self._barriers()]

    def ground(self) -> str:
        """The colour behind the page, as `rgb(…)`."""
        return self.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    def takes_a_picture(self, name: str, *, is_whole: bool = False) -> None:
        """Write docs/screenshots/<name>.png (with -phone when narrow), if pictures were asked for.

        `is_whole`: what the page is about from its first line to its last, without what frames it.
        """
        if self.pictures and self.look in PICTURES:
            shown = self.page.locator("main") if is_whole else self.page
            shown.screenshot(path=self.pictures / PICTURES[self.look].format(name))

    def _barriers(self) -> list[str]:
        """What axe finds, of colours only what did not pass yet; all it has to say would take longer to carry over."""
        page = self.page if self.scripts else self._twin()
        load_axe(page)
        found = page.evaluate(JUDGE, [AXE_OPTIONS, self.look, "\n".join(PASSED)])
        PASSED.update(found["passed"])
        results = AxeResults(found)
        return [results.generate_report()] if results.violations_count else []

    def _twin(self) -> Page:
        """The page as it stands, without its scripts, in a browser that runs some: axe is one."""
        address, body = self.page.url, self.page.content()
        if self.twin is None:
            browser = self.page.context.browser
            assert browser is not None
            self.twin = browser.new_page()
            self.twin.route("**/*.js", lambda route: route.abort())
        width, colours = LOOKS[self.look]
        self.twin.set_viewport_size({"width": width, "height": HEIGHT})
        self.twin.emulate_media(color_scheme=colours)
        page = {"body": body, "content_type": "text/html"}
        self.twin.route(lambda url: url == address, lambda route: route.fulfill(**page), times=1)
        self.twin.goto(address)
        return self.twin

    def _miss(self, request: Request) -> None:
        """What did not load; what was cut off by a download or because the visitor went on is no miss."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"not loaded: {request.url}")

    def _hear(self, message) -> None:
        """Errors and warnings, but the one that repeats an HTTP status: answers are judged by themselves."""
        if message.type in {"error", "warning"} and "with a status of" not in message.text:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _see_answer(self, response: Response) -> None:
        """A broken image, style or script; the page's own status is the test's business."""
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")
