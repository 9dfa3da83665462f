"""What axe finds on the screens of a Wagtail as it is installed: writes tests/e2e/stock_barriers.json.

Usage: PYTHONPATH=.:site python -m tests.stock.barriers
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.e2e.barriers import OF_WAGTAIL
from tests.e2e.running import ROOT, free_port, running, wait_for
from tests.e2e.visitor import AXE_OPTIONS, load_axe

PROGRAMS, FLAGS = ("chromium-headless-shell", "chromium"), ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
SETTLED = 1_000
"""Milliseconds until what fades in is there."""
PACKAGES = ("wagtail", "wagtail-localize")
WRITTEN = Path(__file__).parents[1] / "e2e" / "stock_barriers.json"
SCREENS = {
    "dashboard": "",
    "list of pages": "pages/{home}/",
    "editor": "pages/{page}/edit/",
    "form builder": "pages/{form}/edit/",
    "history": "pages/{page}/history/",
    "moderation": "reports/workflow/",
    "old pages": "reports/aging-pages/",
    "log": "reports/site-history/",
    "translation": "pages/{translated}/edit/",
    "groups": "groups/",
    "account": "account/",
}
FOUND = """async ([options, known]) => {
    const { violations } = await axe.run(document, options)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ element, html }) => [
        id, (known[id] ?? []).find(selector => element.matches(selector)) ?? '', html.slice(0, 160)]))
}"""


def measured() -> tuple[dict[str, set[str]], set[str]]:
    """Return by rule the selectors of our list that axe finds on stock screens, and what else it finds there."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.stock.settings", "STOCK_FOLDER": folder}
        made = subprocess.run(
            [sys.executable, "-m", "tests.stock.content"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True
        )
        pages = json.loads(made.stdout)
        server = [sys.executable, "-m", "django", "runserver", "--noreload", f"127.0.0.1:{port}"]
        log = Path(folder) / "log"
        with running(server, environment, log) as process, sync_playwright() as playwright:
            wait_for(f"{address}/admin/login/", process, log)
            executable = next(filter(None, map(shutil.which, PROGRAMS)))
            browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
            found = [one for page in opened(browser.new_context(base_url=address), pages) for one in judged(page)]
            browser.close()
    known = {rule: {selector for one, selector, _html in found if one == rule and selector} for rule in OF_WAGTAIL}
    return known, {f"{rule}: {html}" for rule, selector, html in found if not selector}


def opened(context: BrowserContext, pages: dict[str, int]) -> Any:
    """Yield each screen as it stands; the last is the window that asks for a comment, while somebody else looks on."""
    first = log_in(context.new_page(), "first")
    for address in SCREENS.values():
        first.goto(f"/admin/{address.format(**pages)}")
        yield first
    browser = context.browser
    assert browser is not None
    second = log_in(browser.new_context(base_url=first.url.partition("/admin")[0]).new_page(), "second")
    for page in (second, first):
        page.goto(f"/admin/pages/{pages['waiting']}/edit/")
        page.wait_for_timeout(1_500)
    yield first
    reject = first.locator("[data-workflow-action-name=reject]").first
    if not reject.is_visible():
        first.locator("footer [data-controller~='w-dropdown'] > button, footer .w-dropdown__toggle").first.click()
    reject.click()
    first.locator(".modal textarea[name=comment]").wait_for()
    yield first


def log_in(page: Page, name: str) -> Page:
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(name)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/admin/")
    return page


def judged(page: Page) -> list[list[str]]:
    page.wait_for_timeout(SETTLED)
    load_axe(page)
    found: list[list[str]] = page.evaluate(FOUND, [AXE_OPTIONS, OF_WAGTAIL])
    return found


def main() -> None:
    known, others = measured()
    told = {
        "versions": {package: version(package) for package in PACKAGES},
        "found": {rule: sorted(selectors) for rule, selectors in sorted(known.items()) if selectors},
    }
    WRITTEN.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join([WRITTEN.read_text(encoding="utf-8"), *sorted(others), ""]))


if __name__ == "__main__":
    main()
