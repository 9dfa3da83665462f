"""A running site with the demo content, and a Chromium to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-quic"),
]
WEB = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "site" / "config" / "gunicorn.py")]
WORKER = [sys.executable, "manage.py", "worker"]
WIDE, NARROW = 1280, 360
START_SECONDS = 60
PATIENCE = 10_000
"""Milliseconds a page may take; a demo on a busy machine is slow, not broken."""


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
def site_url(tmp_path_factory, mail_folder) -> Iterator[str]:
    """The address of a site of its own, with the demo content: flushing a shared one would take Wagtail's root page."""
    folder = tmp_path_factory.mktemp("site")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite3'}",
        "CACHE_URL": "dbcache://django_cache",
        "MEDIA_ROOT": str(folder / "media"),
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": address,
        "BIND": f"127.0.0.1:{port}",
        "MAIL_FOLDER": str(mail_folder),
    }
    for command in ("migrate --no-input", "createcachetable", "demo", "collectstatic --no-input"):
        run = [sys.executable, "manage.py", *command.split()]
        result = subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert result.returncode == 0, f"manage.py {command}: {result.stdout[-2000:]}{result.stderr[-4000:]}"
    logs = web_log, worker_log = folder / "gunicorn.log", folder / "worker.log"
    with running(WEB, environment, web_log) as server, running(WORKER, environment, worker_log) as worker:
        wait_for(address, server, web_log)
        yield address
        assert worker.poll() is None, f"The worker ended by itself:\n{worker_log.read_text()[-6000:]}"
    for log in logs:
        assert "Traceback" not in log.read_text(), f"The site had faults of its own:\n{log.read_text()[-6000:]}"


@contextmanager
def running(command: list[str], environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen]:
    """A part of the site as `make run` starts it, ended by its own process number."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    """Return when the site answers at all; fail with its log when it does not come up."""
    for _ in range(START_SECONDS * 4):
        try:
            urllib.request.urlopen(address, timeout=20).close()
        except urllib.error.HTTPError as error:
            error.close()
            return
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.25)
        else:
            return
    pytest.fail(f"The site did not answer within {START_SECONDS} s: {log.read_text()}")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. One per file: while Playwright's loop runs, Django refuses this thread its database."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None and os.environ.get("CI"):
        pytest.fail("Chromium is missing and CI leaves nothing out: apt-get install chromium")
    if executable is None:
        pytest.skip("LEFT OUT / BỎ QUA: no page was opened in a browser. To have it: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, site_url) -> Iterator[Callable[[int], Page]]:
    """Open an empty page of the given width in a context (cookies, cache) of its own."""
    contexts = []

    def opened(width: int) -> Page:
        contexts.append(
            browser.new_context(base_url=site_url, viewport={"width": width, "height": 800}, locale="vi-VN")
        )
        contexts[-1].set_default_timeout(PATIENCE)
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def visitor(request, open_page) -> Visitor:
    """Somebody who looks at the site, once at a desk (1280 px) and once on a phone (360 px)."""
    return Visitor(
        open_page(request.param), pictures=ROOT / "docs" / "screenshots" if wants_pictures(request) else None
    )


def wants_pictures(request: pytest.FixtureRequest) -> bool:
    """Whether the README's pictures are to be taken anew."""
    return request.config.getoption("--screenshots")
