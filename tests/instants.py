"""The hours at which tests of dates run besides now: where the province's day, the office's and the computer's part.

Tests of dates that do not say what day it is are marked `clock`. Each then runs now, and at each of INSTANTS, on SQLite
alone: what the clock says is no matter to a database. `--at` runs any tests at one time of your choice.
"""

from datetime import datetime

import pytest
import time_machine

from tests.left_out import leave_out

INSTANTS = {
    "00:30": "2026-12-01T00:30",  # of a Tuesday; in UTC it is Monday
    "16:59": "2026-12-01T16:59",  # the last minute of the office
    "17:30": "2026-12-01T17:30",  # after it
    "31-12": "2026-12-31T23:30",  # half an hour later it is another year
}
OFFSET = "+07:00"


def at(text: str) -> time_machine.travel:
    """The computer's clock, going on from that time in Việt Nam."""
    return time_machine.travel(datetime.fromisoformat(f"{text}{OFFSET}"), tick=True)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have marked tests run once more at each of INSTANTS."""
    if "clock" in {mark.name for mark in metafunc.definition.iter_markers()}:
        metafunc.parametrize("_clock", [None, *INSTANTS.values()], ids=["now", *INSTANTS], indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, now is enough; at another hour the first case is: it reads the clock as all others do."""
    if config.pluginmanager.hasplugin("tests.postgres"):
        leave_out(config, items, [item for item in items if instant_of(item) is None], "at another hour")
        return
    first, seen = [], set()
    for item in items:
        place = (item.nodeid.split("[")[0], instant_of(item))
        if place[1] is None or place not in seen:
            first.append(item)
        seen.add(place)
    leave_out(config, items, first, "a further case, at another hour")


def instant_of(item: pytest.Item) -> str | None:
    """The instant at which it runs; None for now."""
    callspec = getattr(item, "callspec", None)
    return callspec and callspec.params.get("_clock")
