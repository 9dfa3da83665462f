"""A running site of its own with the demo content: for the e2e tests and for `make lighthouse`."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import migrated_database

ROOT = Path(__file__).resolve().parents[2]
WEB = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "site" / "config" / "gunicorn.py")]
WORKER = [sys.executable, "manage.py", "worker"]
DATABASE = "demo.sqlite3"
START_SECONDS = 60
COLLECTED = ROOT / "var" / "collected-for"
"""Names the run whose files lie in var/static."""


class SiteError(Exception):
    """The site could not be made, did not come up, or had faults while it ran; the text is what it said itself."""


@dataclass(frozen=True)
class RunningSite:
    """Where the site answers, and the environment in which its commands see the same data."""

    address: str
    environment: dict[str, str]

    def manage(self, *command: str) -> None:
        """Run a command of manage.py on this site; SiteError with what it wrote when it fails."""
        run = [sys.executable, "manage.py", *command]
        result = subprocess.run(run, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            raise SiteError(f"manage.py {' '.join(command)}: {result.stdout[-2000:]}{result.stderr[-4000:]}")


def make_demo(folder: Path) -> None:
    """Make the database and the files of the demo in this folder; where another worker of the run does, wait for it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            begun = folder.with_suffix(".begun")
            begun.mkdir()
            site = RunningSite(*surroundings(begun, begun / "mail"))
            if migrated_database.path().exists():
                shutil.copy(migrated_database.path(), begun / DATABASE)
            else:
                site.manage("migrate", "--no-input")
            for command in ("createcachetable", "demo"):
                site.manage(command)
            begun.rename(folder)


@contextmanager
def demo_site(folder: Path, mail_folder: Path | None = None, *, made_in: Path | None = None) -> Iterator[RunningSite]:
    """A site with its database, files and logs in this folder, until the block ends; the demo is made in `made_in`."""
    source = made_in or folder / "made"
    make_demo(source)
    shutil.copytree(source, folder, dirs_exist_ok=True)
    site = RunningSite(*surroundings(folder, mail_folder or folder / "mail"))
    collect_files(site)
    logs = web_log, worker_log = folder / "gunicorn.log", folder / "worker.log"
    with running(WEB, site.environment, web_log) as server, running(WORKER, site.environment, worker_log) as worker:
        wait_for(site.address, server, web_log)
        yield site
        if worker.poll() is not None:
            raise SiteError(f"The worker ended by itself:\n{worker_log.read_text()[-6000:]}")
    for log in logs:
        if "Traceback" in log.read_text():
            raise SiteError(f"The site had faults of its own:\n{log.read_text()[-6000:]}")


def surroundings(folder: Path, mail_folder: Path) -> tuple[str, dict[str, str]]:
    """The address on a free port, and the environment variables of a site whose data lie in this folder."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    return address, os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.demo",
        "DATABASE_URL": f"sqlite:///{folder / DATABASE}",
        "CACHE_URL": "dbcache://django_cache",
        "MEDIA_ROOT": str(folder / "media"),
        "PRIVATE_ROOT": str(folder / "private"),
        "MAIL_FOLDER": str(mail_folder),
        "MESSAGE_FOLDER": str(mail_folder / "messages"),
        "ALLOWED_HOSTS": "127.0.0.1",
        "TRUSTED_PROXIES": "127.0.0.1",
        "BASE_URL": address,
        "BIND": f"127.0.0.1:{port}",
        "GUNICORN_CMD_ARGS": "--preload",  # both processes from one start
    }


def collect_files(site: RunningSite) -> None:
    """Collect stylesheets and scripts, once for all the sites of one run: they share the folder."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
    COLLECTED.parent.mkdir(exist_ok=True)
    with COLLECTED.open("a+", encoding="ascii") as collected:
        fcntl.flock(collected, fcntl.LOCK_EX)
        collected.seek(0)
        if not run or collected.read() != run:
            site.manage("collectstatic", "--no-input")
            collected.truncate(0)
            collected.write(run)


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
    """Return when the site answers at all; SiteError with its log when it does not come up."""
    for _ in range(START_SECONDS * 4):
        try:
            urllib.request.urlopen(address, timeout=20).close()
        except urllib.error.HTTPError as error:
            error.close()
            return
        except OSError:
            if server.poll() is not None:
                raise SiteError(f"The site ended at once:\n{log.read_text()}") from None
            time.sleep(0.25)
        else:
            return
    raise SiteError(f"The site did not answer within {START_SECONDS} s: {log.read_text()}")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
