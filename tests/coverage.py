"""What the tests run of our code, lines and branches: `-p tests.coverage`. Less than the least share fails the run.

SlipCover measures by marks in the code that are taken out once they were reached, so what is run a thousand times is
measured once. It has to be there before anything of ours is imported, in every worker. Settings: pyproject.toml.
"""

import json
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from slipcover import FileMatcher, ImportManager, Slipcover, merge_coverage, print_coverage
from xdist.workermanage import WorkerController

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["slipcover"]
SOURCES = [str(ROOT / name) for name in SETTINGS["source"]]
IN_WORKER = "PYTEST_XDIST_WORKER" in os.environ
HAS_WORKERS = not IN_WORKER and any(argument.startswith("-n") and argument != "-n0" for argument in sys.argv)


class Measure:
    """What was run in this process, or, of a run with workers, in all of them."""

    def __init__(self, *, is_worker: bool = False) -> None:
        self.is_worker = is_worker
        self.found: dict[str, Any] = {}
        self.slipcover: Slipcover | None = None

    def start(self) -> None:
        """Mark everything of ours that is imported from now on."""
        omit = SETTINGS["omit"]
        self.slipcover = Slipcover(
            branch=True, immediate=True, source=SOURCES, omit=omit, exclude_also=SETTINGS["exclude-also"]
        )
        ImportManager(self.slipcover, FileMatcher(sources=SOURCES, omit=omit)).__enter__()

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand over what a worker measured; judge it where all came together."""
        if self.slipcover:
            self.found = self.slipcover.get_coverage()
        if self.is_worker:
            session.config.workeroutput["coverage"] = json.dumps(self.found)  # type: ignore[attr-defined]
        elif self.found and self.share < SETTINGS["fail-under"] and not session.exitstatus:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: WorkerController) -> None:
        """Add what a worker measured; one that was killed has nothing to say."""
        measured = json.loads(getattr(node, "workeroutput", {}).get("coverage", "{}"))
        if measured and self.found:
            merge_coverage(self.found, measured)
        self.found = self.found or measured

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Show the files of which something was not run, and the share of all."""
        if not self.found or self.is_worker:
            return
        print_coverage(self.found, outfile=sys.stdout, skip_covered=True, missing_width=60)
        least = SETTINGS["fail-under"]
        terminalreporter.write_line(f"Coverage {self.share:.1f} %, lines and branches; at least {least} % is asked for")

    @property
    def share(self) -> float:
        """Per cent of lines and branches."""
        return self.found["summary"]["percent_covered"]


MEASURE = Measure(is_worker=IN_WORKER)
if not HAS_WORKERS:
    MEASURE.start()


def pytest_configure(config: pytest.Config) -> None:
    """Take part in the run."""
    config.pluginmanager.register(MEASURE)
