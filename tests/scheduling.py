"""How the workers of a run share the tests: file by file, since tests of one file begin with the same rows."""

from collections import Counter
from collections.abc import Iterable

import pytest
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

TOGETHER = (
    "tests/home/demo/",
    "tests/e2e/test_filing_design.py",
    "tests/e2e/test_stopped_database.py",
)
"""Tests that share what takes long to make: the loaded demo, filed dossiers, a PostgreSQL that is stopped."""
ONE_BY_ONE = (
    "tests/e2e/",
    "tests/home/test_deeds.py",
    "tests/security/test_malformed.py",
    "tests/services/forms/slips/test_layout.py",
)
"""Tests that take long each and share nothing."""
LONGEST_FIRST = (
    "tests/home/demo/",
    "tests/security/test_malformed.py",
    "tests/home/test_deeds.py",
    "tests/services/forms/slips/test_layout.py",
    "tests/e2e/test_stopped_database.py",  # needs no demo, which the other worker makes meanwhile
    "tests/e2e/test_submission.py",
    "tests/e2e/test_filing.py",
)
"""Begun before the others, so that no worker is left alone with one of them at the end."""


def longest_first(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """Return the same tests, those of LONGEST_FIRST in front, then those of the files with most tests."""
    items = list(items)
    in_file = Counter(item.nodeid.split("::")[0] for item in items)
    return sorted(
        items, key=lambda item: (not item.nodeid.startswith(LONGEST_FIRST), -in_file[item.nodeid.split("::")[0]])
    )


class SharedScheduling(LoadScopeScheduling):
    """Hand out groups of TOGETHER and files, each to one worker, in the order of the tests; ONE_BY_ONE one by one."""

    def _split_scope(self, nodeid: str) -> str:
        group = next((group for group in TOGETHER if nodeid.startswith(group)), None)
        return group or (nodeid if nodeid.startswith(ONE_BY_ONE) else nodeid.split("::", maxsplit=1)[0])

    def schedule(self) -> None:
        """Keep the order of the tests: by themselves, those of a scope with few tests would come last."""
        self.config.option.loadscopereorder = False
        super().schedule()

    def mark_test_complete(self, node: WorkerController, item_index: int, duration: float = 0) -> None:
        """Forget what is done: after every test the scheduler counts all that a worker was ever given."""
        super().mark_test_complete(node, item_index, duration)
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(self.assigned_work[node][scope].values()):
            del self.assigned_work[node][scope]
