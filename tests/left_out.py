"""What a run leaves out, why, and how long it took: collected where tests are chosen, printed by `make test`."""

import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

LEFT_OUT = pytest.StashKey[Counter[str]]()
SENT = "left_out"
"""How a worker's answer names it."""


def leave_out(config: pytest.Config, items: list[pytest.Item], kept: Iterable[pytest.Item], reason: str) -> None:
    """Keep these tests of a run only, in their order, and remember for which reason the others are missing."""
    keep = set(kept)
    gone = [item for item in items if item not in keep]
    if gone:
        config.stash.setdefault(LEFT_OUT, Counter())[reason] += len(gone)
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if item in keep]


class Summary:
    """Writes what a run did to the file its option names; with workers, in the process that has none to serve."""

    def __init__(self, path: Path) -> None:
        self.path, self.began = path, time.monotonic()
        self.outcomes: Counter[str] = Counter()
        self.skipped: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test once; with its reason where it was skipped."""
        if report.when == "call" or report.outcome != "passed":
            self.outcomes[report.outcome] += 1
        if report.skipped and isinstance(report.longrepr, tuple):
            self.skipped[str(report.longrepr[2]).removeprefix("Skipped: ")] += 1

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node, error: object) -> None:
        """Every worker leaves out the same."""
        self.left_out = Counter(getattr(node, "workeroutput", {}).get(SENT, {}))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write it down."""
        told = {
            "outcomes": self.outcomes,
            "left_out": (self.left_out or session.config.stash.get(LEFT_OUT, Counter())) + self.skipped,
            "seconds": time.monotonic() - self.began,
        }
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(told), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Write a summary where one is asked for."""
    path = config.getoption("--summary")
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Summary(Path(path)))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """From a worker, send what it left out."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput[SENT] = dict(session.config.stash.get(LEFT_OUT, Counter()))
