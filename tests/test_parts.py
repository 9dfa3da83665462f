"""What is left out of a part of the tests is chosen by rule, and told."""

import importlib.util
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from django.utils import timezone

from tests import quick
from tests.cases import few_cases
from tests.instants import INSTANTS, at
from tests.left_out import LEFT_OUT

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Item:
    nodeid: str
    marks: tuple[str, ...] = ()

    def get_closest_marker(self, name):
        return name if name in self.marks else None


class Config:
    """As much of pytest as choosing needs."""

    def __init__(self):
        self.stash, self.gone, self.hook = pytest.Stash(), [], self

    def pytest_deselected(self, items):
        self.gone += items


@pytest.fixture(scope="module")
def parts():
    spec = importlib.util.spec_from_file_location("parts_of_the_tests", ROOT / ".ci" / "tests.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("most", "kept"), [(1, "1"), (2, "15"), (3, "125")])
def test_of_many_cases_the_first_ones_and_the_last_are_kept(most, kept):
    items = [Item(f"test_a[{number}]") for number in "12345"]
    assert [item.nodeid for item in few_cases(items, most=most)] == [f"test_a[{number}]" for number in kept]
    assert few_cases(items, most=most, every=("test_a",)) == items


def test_a_quick_run_leaves_out_what_takes_long_and_counts_it_by_reason():
    kept = [Item("tests/a.py::test_a[1]"), Item("tests/a.py::test_b")]
    long = [Item("tests/e2e/a.py::test_c"), Item("tests/a.py::test_d", ("walk",)), Item("tests/a.py::test_a[2]")]
    config, items = Config(), [*kept, *long]
    quick.choose(config, items)
    assert items == kept
    assert config.gone == long
    assert sum(config.stash[LEFT_OUT].values()) == 3


def test_the_table_tells_tests_time_and_what_was_left_out(parts, monkeypatch, capsys):
    def run(command, **_):
        told = {"outcomes": {"passed": 7, "failed": 1}, "left_out": {"asks no database": 5}, "seconds": 83}
        Path(command[-1].removeprefix("--summary=")).write_text(json.dumps(told))
        return parts.subprocess.CompletedProcess(command, returncode=1)

    monkeypatch.setattr(parts.subprocess, "run", run)
    assert parts.main("all") == 1
    table = capsys.readouterr().out
    for words in ("SQLite", "7 passed", "1 failed", "1:23 min", "5 left out: asks no database"):
        assert words in table
    assert "PostgreSQL" not in table.split("Phần / part")[1], "the next part was begun after a failure"


@pytest.mark.parametrize("text", INSTANTS.values(), ids=INSTANTS)
def test_the_clock_goes_on_from_an_instant_in_viet_nam(text):
    with at(text):
        assert timezone.localtime().strftime("%Y-%m-%dT%H:%M") == text
        assert datetime.now(tz=timezone.get_current_timezone()).strftime("%Y-%m-%dT%H:%M") == text
