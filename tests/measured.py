"""What coverage measures: the first case of each test, while it runs. Measuring takes as long as the test itself.

Further cases run the same lines with other words; what a test begins with is made by builders, out of what has tests of
its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.cases import few_cases

MEASURED_FIXTURES = {"demo"}
"""What no test calls by itself: loading the demo is measured where it happens."""
WALKS = (
    "tests/home/demo/test_",
    "tests/home/test_deeds.py",
    "tests/journeys/",
    "tests/security/",
    "tests/services/forms/slips/test_layout.py",
)
"""Walks through pages that have tests of their own: many steps, hardly a line that nothing else runs."""
PLUGINS: list[Any] = []
"""That of coverage, where it is on."""


def pytest_configure(config: pytest.Config) -> None:
    """Find out whether anything is measured."""
    PLUGINS[:] = filter(None, [config.pluginmanager.getplugin("_cov")])


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave further cases unmeasured, walks, and tests marked `once`, which look at what others run too."""
    measured = set(few_cases(items, most=1))
    for item in items:
        if item not in measured or item.nodeid.startswith(WALKS) or item.get_closest_marker("once"):
            item.add_marker("no_cover")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Measure nothing of what a test begins with."""
    if MEASURED_FIXTURES.isdisjoint(getattr(item, "fixturenames", ())):
        with unmeasured():
            return (yield)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Measure nothing of what is taken away after it."""
    with unmeasured():
        return (yield)


@contextmanager
def unmeasured() -> Iterator[None]:
    """Coverage is off inside, where it was on."""
    on = [plugin.cov_controller for plugin in PLUGINS if getattr(plugin.cov_controller, "started", False)]
    for controller in on:
        controller.pause()
    try:
        yield
    finally:
        for controller in on:
            controller.resume()
