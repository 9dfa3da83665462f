"""How the workers of a run share the tests: one by one, but what is dear to set up stays together."""

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
LONGEST_FIRST = (
    "tests/security/test_malformed.py",
    "tests/e2e/test_submission.py",
    "tests/e2e/test_filing.py",
)
"""Begun before the others, so that no worker is left alone with one of them at the end."""


def longest_first(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """The same tests, those of LONGEST_FIRST in front."""
    return sorted(items, key=lambda item: not item.nodeid.startswith(LONGEST_FIRST))


class SharedScheduling(LoadScopeScheduling):
    """Hand out those of TOGETHER first, each group to one worker, then the others one by one."""

    def _split_scope(self, nodeid: str) -> str:
        return next((group for group in TOGETHER if nodeid.startswith(group)), nodeid)

    def mark_test_complete(self, node: WorkerController, item_index: int, duration: float = 0) -> None:
        """Forget what is done: after every test the scheduler counts all that a worker was ever given."""
        super().mark_test_complete(node, item_index, duration)
        scope = self._split_scope(self.registered_collections[node][item_index])
        if all(self.assigned_work[node][scope].values()):
            del self.assigned_work[node][scope]
