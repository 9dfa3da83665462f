"""The measures of `make bench-desk`: what keeps a promise and what breaks one."""

import pytest

from tests.bench.desk_measures import Cost, Measured, verdicts

EXPORT = {"kind": "csv", "rows": 10_000, "growth": 150.0, "pieces": 20}


def page(**changed):
    told = {"name": "head: all", "few": Cost(14, 20.0), "many": Cost(15, 60.0), **changed}
    return Measured(**told)


def test_what_just_keeps_every_promise_is_let_pass():
    assert verdicts([page()], [EXPORT]) == []


@pytest.mark.parametrize("changed", [{"many": Cost(16, 20.0)}, {"few": Cost(16, 20.0)}, {"many": Cost(3, 60.1)}])
def test_a_page_that_asks_or_grows_too_much_is_named(changed):
    (broken,) = verdicts([page(**changed)], [EXPORT])
    assert broken.startswith("head: all")


def test_questions_are_counted_on_lists_alone():
    assert verdicts([page(is_list=False, many=Cost(18, 20.0))], []) == []


def test_a_page_with_a_time_of_its_own_may_grow_but_not_pass_it():
    assert verdicts([page(most=200, many=Cost(3, 200.0))], []) == []
    (broken,) = verdicts([page(most=200, many=Cost(3, 200.1))], [])
    assert "200 ms" in broken


@pytest.mark.parametrize("changed", [{"rows": 9_999}, {"growth": 150.1}, {"pieces": 1}])
def test_an_export_that_is_short_heavy_or_in_one_piece_is_named(changed):
    (broken,) = verdicts([], [{**EXPORT, **changed}])
    assert broken.startswith("csv")
