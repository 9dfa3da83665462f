"""A quick run, for whoever is writing code: `make test-fast`. It leaves out what takes long and says so."""

import pytest

from tests.cases import few_cases
from tests.left_out import leave_out

SLOW = {
    "tests/e2e/": "opens a browser",
    "tests/home/demo/": "loads the demo",
    "tests/outbox/test_concurrency.py": "starts processes that wait for each other",
    "tests/services/forms/actions/test_at_once.py": "starts processes that wait for each other",
    "tests/services/forms/desk/test_races.py": "starts processes that wait for each other",
    "tests/services/forms/actions/test_any_order.py": "tries transitions in hundreds of orders",
}
"""Folders and files by what takes long in them."""
WALKS = ("tests/journeys/", "tests/security/")
"""Folders of walks through everything; other walks are marked `walk`."""


def choose(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep one case of each test, none of those that are slow by themselves and none of the long walks."""
    for begin, reason in SLOW.items():
        leave_out(config, items, [item for item in items if not item.nodeid.startswith(begin)], reason)
    short = [item for item in items if not item.get_closest_marker("walk") and not item.nodeid.startswith(WALKS)]
    leave_out(config, items, short, "walks through everything there is")
    leave_out(config, items, few_cases(items, most=1), "a further case of a test")
