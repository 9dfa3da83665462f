"""Runs the tests on a real PostgreSQL of their own: `python -m pytest -p tests.postgres`.

It is named with -p because the server must stand before Django reads its settings, earlier than any conftest.py.
"""

import os
import sys
from collections.abc import Iterator

import pytest

from tests import migrated_database
from tests.cases import few_cases
from tests.left_out import leave_out
from tests.postgres_server import Server, find_programs

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


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Start the server and point DATABASE_URL at it, before pytest-django loads the settings."""
    programs = find_programs()
    if programs is None:
        end_without()
    else:
        migrated_database.make_cluster(programs)
        server = Server(programs)
        early_config.add_cleanup(server.stop)
        server.start(migrated_database.cluster())
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
