"""Somebody in front of a browser who notices what is wrong with a page."""

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page, Request, Response

LOOKS = {"wide": (1280, "light"), "narrow": (360, "light"), "dark": (1280, "dark")}
"""How a page is looked at: width in CSS pixels, and the colours the visitor prefers."""
HEIGHT = 800
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
RUN_AXE = """async ([options, look]) => {
    const all = [...document.querySelectorAll("body *")];
    const shown = element => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    };
    const judge = async (where, more) => (await axe.run(where, { ...options, ...more })).violations;
    const colours = { runOnly: ["color-contrast", "link-in-text-block"] };
    const others = { rules: { "color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } } };
    const before = window.shownWhenWide;
    if (look === "wide") window.shownWhenWide = new Set(all.filter(shown));
    if (look === "dark" && before) return { violations: await judge(document, colours) };
    if (look !== "narrow" || !before) return { violations: await judge(document, {}) };
    const fresh = all.filter(element => shown(element) && !before.has(element));
    return { violations: [...await judge(document, others), ...fresh.length ? await judge(fresh, colours) : []] };
}"""
"""What axe finds. Measuring contrasts takes three quarters of its time, so that a page judged wide is judged again for
what can differ: dark by its colours alone; narrow by all but those, and by the colours of what shows only there."""
PICTURES = {"wide": "{}.png", "narrow": "{}-phone.png"}
"""Looks that pictures are taken of, with the names of the files."""


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
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("requestfailed", self._miss)
        page.on("response", self._see_answer)
        self.looks("wide")

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
        """What axe finds; it is asked for its violations alone, since all it has to say takes longer to carry over."""
        page = self.page if self.scripts else self._twin()
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        results = AxeResults(page.evaluate(RUN_AXE, [AXE_OPTIONS, self.look]))
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
