"""Runs the tests on a real PostgreSQL of their own: `python -m pytest -p tests.postgres`.

It is named with -p because the server must stand before Django reads its settings, earlier than any conftest.py.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases import few_cases
from tests.left_out import leave_out

APT_LINE = "apt-get install postgresql"
EVERY_CASE = (
    "tests/api/test_filters.py",
    "tests/api/test_malformed.py",
    "tests/api/test_order.py",
    "tests/outbox/",
    "tests/search/",
    "tests/security/test_malformed.py",
    "tests/services/forms/actions/",
    "tests/services/forms/audit/",
    "tests/services/forms/statistics/",
)
"""Tests whose cases a database may answer otherwise: words and signs, orders, sums, locks, triggers."""
UNPRIVILEGED = ("postgres", "nobody")
"""PostgreSQL refuses to run as root; these accounts stand in, the first that exists."""


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Start the server and point DATABASE_URL at it, before pytest-django loads the settings."""
    programs = find_programs()
    if programs is None:
        end_without()
    else:
        server = Server(programs)
        early_config.add_cleanup(server.stop)
        server.start()
        os.environ["DATABASE_URL"] = server.url
    return (yield)


def pytest_report_header() -> str:
    """Say which database this run is on."""
    return f"database: {os.environ['DATABASE_URL']}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what ends as it ended on SQLite: what asks no database (pytest-django forbids it one), what says so,
    and of a test with many cases all but one, because they ask the same in other words.
    """
    leave_out(config, items, filter(asks_database, items), "asks no database")
    again = [item for item in items if not item.get_closest_marker("once")]
    leave_out(config, items, again, "asks the database nothing new (marked `once`)")
    leave_out(config, items, few_cases(items, most=1, every=EVERY_CASE), "a further case, the same statements")


def asks_database(item: pytest.Item) -> bool:
    """Whether the test, or a fixture it uses, may ask the database."""
    fixtures = {"db", "transactional_db", "django_db_setup"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


def find_programs() -> Path | None:
    """The folder with initdb and pg_ctl: Debian keeps it off the PATH; the newest version wins."""
    if on_path := shutil.which("pg_ctl"):
        return Path(on_path).resolve().parent
    installed = Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")
    return max((path.parent for path in installed), key=lambda folder: float(folder.parent.name), default=None)


def end_without() -> None:
    """Without PostgreSQL: a failure on CI, a loud end without failure elsewhere."""
    if os.environ.get("CI"):
        raise pytest.UsageError(f"PostgreSQL is missing and CI leaves nothing out: {APT_LINE}")
    sys.stderr.write(
        f"{'!' * 100}\n"
        f"! BỎ QUA: chưa kiểm thử trên PostgreSQL, máy này chưa cài. Để chạy đủ: {APT_LINE}\n"
        f"! LEFT OUT: nothing was tested on PostgreSQL, it is not installed. To have it: {APT_LINE}\n"
        f"{'!' * 100}\n"
    )
    raise SystemExit(0)


def unprivileged_account() -> str:
    """An account PostgreSQL may run as when the tests run as root."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


class Server:
    """A PostgreSQL in a temporary folder, reached through a socket there; it writes nothing twice and goes with us."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="portal-", dir="/tmp"))  # a socket's path has at most 107 bytes
        self.account = unprivileged_account() if os.geteuid() == 0 else None
        if self.account:
            shutil.chown(self.folder, self.account, pwd.getpwnam(self.account).pw_gid)

    @property
    def url(self) -> str:
        """The address in the form of DATABASE_URL."""
        return f"postgres://portal@/portal?host={self.folder}"

    def start(self) -> None:
        """Make an empty cluster (UTF-8, the C order of letters) and start it."""
        self.call("initdb", "--username=portal", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start_again()

    def start_again(self) -> None:
        """Start what stands there, without waiting for the disk."""
        options = f"-F -c listen_addresses='' -c full_page_writes=off -c synchronous_commit=off -k {self.folder}"
        self.call("pg_ctl", "--wait", "--silent", f"--log={self.folder / 'log'}", f"--options={options}", "start")

    def stop(self) -> None:
        """Stop the server, if it ever started, and remove its folder."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self.call("pg_ctl", "--wait", "--silent", "--mode=immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs on our data folder, as somebody who is not root."""
        command = [self.programs / program, f"--pgdata={self.folder / 'data'}", *arguments]
        account = {}
        if self.account:
            account = {"user": self.account, "group": pwd.getpwnam(self.account).pw_gid, "extra_groups": []}
        result = subprocess.run(
            command, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, **account
        )
        if result.returncode:
            raise pytest.UsageError(f"{program} failed: {result.stderr or result.stdout}")
