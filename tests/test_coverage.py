"""What workers measured comes together, and less than was asked for fails the run."""

import json
from types import SimpleNamespace

import pytest

from tests.coverage import SETTINGS, Measure


def measured(executed: list[int], missing: list[int]) -> str:
    lines = {"executed_lines": executed, "missing_lines": missing, "executed_branches": [], "missing_branches": []}
    files = {"home/a.py": lines}
    return json.dumps({"meta": {"software": "slipcover", "branch_coverage": True}, "files": files, "summary": {}})


def merged(*told: str) -> Measure:
    measure = Measure()
    for one in told:
        measure.pytest_testnodedown(SimpleNamespace(workeroutput={"coverage": one}))
    measure.pytest_testnodedown(SimpleNamespace())
    return measure


def ended(measure: Measure, status: int) -> int:
    session = SimpleNamespace(exitstatus=status)
    measure.pytest_sessionfinish(session)
    return session.exitstatus


def test_what_one_of_the_workers_ran_was_run():
    assert merged(measured([1, 2], [3, 4]), measured([3], [1, 2, 4])).share == 75


@pytest.mark.parametrize(("runs", "status"), [(9, 0), (8, 1)])
def test_less_than_the_least_share_fails_a_run_that_passed(runs, status):
    lines = list(range(1, 11))
    measure = merged(measured(lines[:runs], lines[runs:]), measured([], lines))
    assert (measure.share, SETTINGS["fail-under"]) == (runs * 10, 90)
    assert ended(measure, 0) == status
    assert ended(measure, 2) == 2, "an interrupted run stays one"
    assert ended(Measure(), 0) == 0, "where nothing was measured nothing is judged"
