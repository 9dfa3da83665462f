"""A running site with the demo content, and a Chromium to look at it."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.citizen import Citizen
from tests.e2e.office import OfficeWorker
from tests.e2e.running import ROOT, RunningSite, demo_site
from tests.e2e.staff import Offices, Staff
from tests.e2e.visitor import Visitor

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Programs to look for; the first draws the same pages in three quarters of the time, having no windows to keep."""
APT_LINE = "apt-get install chromium-headless-shell"
CHROMIUM_FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-quic"),
    "--font-render-hinting=slight",  # letters as wide as in a window: pictures are the same to the pixel
]
PATIENCE = 10_000
"""Milliseconds a page may take; a demo on a busy machine is slow, not broken."""
HOUSEHOLDS = itertools.count(1)


def new_household() -> dict[str, str]:
    """The header that tells of a network address of its own."""
    return {"X-Forwarded-For": f"2001:db8:0:{next(HOUSEHOLDS):x}::1"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder is an e2e test."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("e2e")


@pytest.fixture(scope="session")
def mail_folder(tmp_path_factory) -> Path:
    """Where the site keeps the mails it would send; they are also read at /hop-thu-thu/."""
    return tmp_path_factory.mktemp("mail")


@pytest.fixture(scope="session")
def running_site(tmp_path_factory, mail_folder) -> Iterator[RunningSite]:
    """A site of its own, with the demo content: flushing a shared one would take Wagtail's root page."""
    run = tmp_path_factory.getbasetemp()
    shared = run.parent if os.environ.get("PYTEST_XDIST_WORKER") else run
    with demo_site(tmp_path_factory.mktemp("site"), mail_folder, made_in=shared / "demo") as site:
        yield site


@pytest.fixture(scope="session")
def site_url(running_site) -> str:
    return running_site.address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, for this folder alone: while Playwright runs, Django refuses this thread its database."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None and os.environ.get("CI"):
        pytest.fail(f"Chromium is missing and CI leaves nothing out: {APT_LINE}")
    if executable is None:
        pytest.skip(f"LEFT OUT / BỎ QUA: no page was opened in a browser. To have it: {APT_LINE}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_as(browser, site_url) -> Iterator[Callable[..., Page]]:
    """Open an empty page in a context (cookies, cache, network address) of its own with the given abilities."""
    contexts = []

    def opened(**abilities) -> Page:
        sender = new_household()
        contexts.append(browser.new_context(base_url=site_url, locale="vi-VN", extra_http_headers=sender, **abilities))
        contexts[-1].set_default_timeout(PATIENCE)
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def pictures(request) -> Path | None:
    """Where the README's pictures lie; None unless they were asked for."""
    return ROOT / "docs" / "screenshots" if request.config.getoption("--screenshots") else None


@pytest.fixture(scope="package")
def lent_page(browser, site_url) -> Iterator[Page]:
    """A page that one visitor after the other looks through: a context for each takes longer than most pages do."""
    context = browser.new_context(base_url=site_url, locale="vi-VN")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def visitor(lent_page, pictures) -> Iterator[Visitor]:
    """Somebody new who looks at the site, at a desk until told otherwise."""
    lent_page.context.clear_cookies()
    lent_page.context.set_extra_http_headers(new_household())
    somebody = Visitor(lent_page, pictures=pictures)
    yield somebody
    somebody.leaves()


@pytest.fixture
def come(open_as, mail_folder, pictures) -> Callable[..., Citizen]:
    """A citizen, or somebody with an account at the desk."""

    def comes(account: str = "") -> Citizen:
        visitor = Visitor(open_as(), pictures=pictures)
        if account:
            return OfficeWorker(visitor, mail_folder, account=account, looks=["wide", "narrow"])
        return Citizen(visitor, mail_folder, language="vi", looks=["wide", "narrow"])

    return comes


@pytest.fixture(scope="package")
def offices(browser, site_url) -> Iterator[Offices]:
    """The browsers of the people of the editors' area."""
    kept = Offices(browser, site_url)
    yield kept
    kept.close()


@pytest.fixture
def staff(offices, pictures) -> Iterator[Callable[[str], Staff]]:
    """`staff("duyet@example.vn")` is somebody of the editors' area, in a tab of their own."""
    pages = []

    def comes(account: str) -> Staff:
        pages.append(offices.page_of(account))
        return Staff(pages[-1], pictures)

    yield comes
    for page in pages:
        page.close()
