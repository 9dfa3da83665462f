"""Whole dictionaries of answers."""

import pytest

from services.forms.answering.validation import validate, validate_step
from services.forms.definition.questions import Kind, Limits
from tests.services.forms.samples import AGAIN, FAMILY, NEW, form, question


def test_right_answers_are_stored_as_they_are():
    checked = validate(FAMILY, AGAIN)
    assert (checked.answers, checked.errors, checked.dropped) == (AGAIN, {}, [])


def test_answers_that_do_not_count_are_dropped_and_told():
    checked = validate(FAMILY, AGAIN | {"case": "new"})
    assert checked.is_valid
    assert checked.answers == NEW
    assert sorted(checked.dropped) == ["lost", "paper-0a1b2c3d", "reason"]


@pytest.mark.parametrize(
    "extra", [{"state": 2}, {"owner": 1}, {"note": "x"}, {"child_name": "x"}, {"": ""}, {"x": None}]
)
def test_a_key_the_form_does_not_know_is_refused(extra):
    assert list(validate(FAMILY, NEW | extra).errors) == list(extra)


def test_a_key_an_item_does_not_know_is_refused():
    checked = validate(FAMILY, NEW | {"children": [NEW["children"][0] | {"state": "x"}]})
    assert list(checked.errors) == ["children-0-state"]


@pytest.mark.parametrize("sent", [None, [], "x", 5, [NEW]])
def test_what_is_no_dictionary_is_refused(sent):
    assert list(validate(FAMILY, sent).errors) == [""]


def test_everything_missing_is_named_and_nothing_hidden_is():
    assert list(validate(FAMILY, {}).errors) == ["full_name", "birth", "home-province", "case"]
    assert list(validate(FAMILY, {"case": "again"}).errors)[-2:] == ["reason", "paper-0a1b2c3d"]


def test_a_draft_may_lack_answers_but_what_there_is_must_be_right():
    assert validate(FAMILY, {"case": "again"}, complete=False).is_valid
    assert list(validate(FAMILY, {"case": "x"}, complete=False).errors) == ["case"]


def test_an_error_inside_an_item_names_the_item_as_it_was_sent():
    children = [{}, {"child_name": "", "in_school": "yes", "school": " "}, {"in_school": "no", "child_name": "An"}]
    checked = validate(FAMILY, NEW | {"children": children})
    assert checked.errors == {
        "children-1-child_name": checked.errors["children-1-child_name"],
        "children-1-school": checked.errors["children-1-school"],
    }


def test_empty_items_do_not_count():
    checked = validate(FAMILY, NEW | {"children": [{}, *NEW["children"], {"child_name": " "}]})
    assert checked.answers["children"] == NEW["children"]


@pytest.mark.parametrize(
    ("required", "limits", "count", "is_right"),
    [
        (True, Limits(), 0, False),
        (True, Limits(), 1, True),
        (False, Limits(2, 3), 0, True),
        (False, Limits(2, 3), 1, False),
        (False, Limits(2, 3), 3, True),
        (False, Limits(2, 3), 4, False),
        (True, Limits(), 20, True),
        (True, Limits(), 21, False),
        (True, Limits(), 5000, False),
    ],
)
def test_a_group_has_as_many_items_as_it_may(required, limits, count, is_right):
    group = form(question("g", Kind.GROUP, required=required, limits=limits, questions=(question("a"),)))
    checked = validate(group, {"g": [{"a": "x"}] * count})
    assert checked.is_valid == is_right
    assert set(checked.errors) <= {"g"}


@pytest.mark.parametrize("items", ["x", 5, {"0": {}, "a": "x"}, ["x"], [["x"]], [5]])
def test_what_is_no_list_of_items_is_refused(items):
    assert not validate(FAMILY, NEW | {"children": items}).is_valid


def test_a_step_is_judged_with_the_answers_of_the_steps_before():
    who, family, papers = FAMILY.steps
    assert validate_step(FAMILY, papers, {}, answers=NEW).is_valid
    assert list(validate_step(FAMILY, papers, {}, answers=AGAIN).errors) == ["paper-0a1b2c3d"]
    assert validate_step(FAMILY, papers, {}, answers=AGAIN, with_files=False).is_valid
    assert validate_step(FAMILY, family, {"income": "1.000"}, answers=NEW).answers == {"income": 1000}
    assert not validate_step(FAMILY, who, {"income": "1"}, answers=NEW).is_valid


def test_answers_to_a_hidden_step_are_dropped():
    checked = validate_step(FAMILY, FAMILY.steps[2], {"paper-0a1b2c3d": ["f"]}, answers=NEW)
    assert (checked.answers, checked.dropped) == ({}, ["paper-0a1b2c3d"])
