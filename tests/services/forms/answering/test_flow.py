"""What is asked for which answers."""

import pytest

from services.forms.answering.flow import (
    relevant_answers,
    relevant_answers_before,
    remaining_condition,
    visible_questions,
)
from services.forms.definition.conditions import AllOf, AnyOf
from services.forms.definition.conditions import Test as Compare
from tests.services.forms.samples import AGAIN, FAMILY, NEW


def keys(answers):
    return {each.step.key: [question.key for question in each.questions] for each in visible_questions(FAMILY, answers)}


def test_without_answers_only_what_hangs_on_nothing_is_asked():
    assert keys({}) == {"who": ["full_name", "birth", "home", "case"], "family": ["note", "children", "income"]}


def test_another_case_asks_more_questions_and_another_step():
    assert keys(AGAIN)["who"][-2:] == ["reason", "lost"]
    assert keys(AGAIN)["papers"] == ["paper-0a1b2c3d"]


def test_what_hangs_on_a_hidden_answer_is_hidden_too():
    stale = AGAIN | {"case": "new"}
    assert keys(stale) == keys(NEW)
    assert relevant_answers(FAMILY, stale) == NEW


def test_hidden_answers_inside_an_item_do_not_count():
    answers = NEW | {"children": [{"child_name": "Bình", "in_school": False, "school": "Nga Sơn", "old_school": "x"}]}
    assert relevant_answers(FAMILY, answers)["children"] == [{"child_name": "Bình", "in_school": False}]


def test_a_condition_inside_an_item_may_speak_of_the_outside():
    child = {"child_name": "Bình", "in_school": True, "school": "A", "old_school": "B"}
    assert relevant_answers(FAMILY, AGAIN | {"children": [child]})["children"] == [child]
    assert "old_school" not in relevant_answers(FAMILY, NEW | {"children": [child]})["children"][0]


def test_answers_of_later_steps_are_unknown_where_a_step_begins():
    assert set(relevant_answers_before(FAMILY, FAMILY.steps[1], AGAIN)) == {
        "full_name",
        "birth",
        "home",
        "case",
        "reason",
        "lost",
    }
    assert relevant_answers_before(FAMILY, FAMILY.steps[0], AGAIN) == {}


def test_answers_nobody_asked_for_do_not_count():
    assert relevant_answers(FAMILY, NEW | {"gone": "x"}) == NEW


A, B = Compare("a", "is", 1), Compare("b", "is", 2)


@pytest.mark.parametrize(
    ("condition", "known", "left"),
    [
        (None, {}, True),
        (A, {"a": 1}, True),
        (A, {}, False),
        (B, {}, B),
        (AllOf((A, B)), {"a": 1}, B),
        (AllOf((A, B)), {}, False),
        (AnyOf((A, B)), {"a": 1}, True),
        (AnyOf((A, B)), {}, B),
        (AllOf((B, B)), {}, AllOf((B, B))),
        (AllOf((A, AnyOf((A, B)))), {"a": 1}, True),
    ],
)
def test_what_is_left_of_a_condition_is_what_the_page_itself_decides(condition, known, left):
    assert remaining_condition(condition, known, {"b"}) == left
