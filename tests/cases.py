"""Tests with many cases: which of them are enough where only the way matters, not the words."""

from collections.abc import Iterable

import pytest


def few_cases(items: Iterable[pytest.Item], *, every: tuple[str, ...] = ()) -> list[pytest.Item]:
    """Three cases of each test, the first, the second and the last; all of them where the test begins with `every`."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        cases.setdefault(item.nodeid.split("[")[0], []).append(item)
    chosen: list[pytest.Item] = []
    for test, own in cases.items():
        chosen += own if test.startswith(every) else dict.fromkeys([*own[:2], own[-1]])
    return chosen
