"""Tests with many cases: which of them are enough where only the way matters, not the words."""

from collections.abc import Iterable

import pytest


def few_cases(items: Iterable[pytest.Item], *, most: int = 3, every: tuple[str, ...] = ()) -> list[pytest.Item]:
    """So many cases of each test, the first ones and the last; all of them where the test begins with `every`."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        cases.setdefault(item.nodeid.split("[")[0], []).append(item)
    chosen: list[pytest.Item] = []
    for test, own in cases.items():
        last = own[-1:] if most > 1 else []
        chosen += own if test.startswith(every) else dict.fromkeys([*own[: max(most - 1, 1)], *last])
    return chosen
