"""Steps that cannot be finished before another one: they say so, and are never done."""

import pytest

from services.forms.answering.waiting import waiting_questions
from services.forms.definition import conditions
from services.forms.definition.conditions import AllOf
from services.forms.definition.questions import Choice, Form, Kind, Limits, Step
from tests.services.forms.samples import question

CASE = question("case", Kind.ONE, choices=(Choice("new", "Cấp mới"), Choice("again", "Cấp lại")))
IS_NEW, IS_AGAIN = conditions.Test("case", "is", "new"), conditions.Test("case", "is", "again")


def form(*steps):
    return Form(
        tuple(Step(f"s{number}", f"Bước {number}", "", when, asked) for number, (when, asked) in enumerate(steps))
    )


def told(found):
    """The waiting steps, each with the step that must come first and whether all of it waits."""
    return {key: (wait.first.key, wait.is_whole) for key, wait in found.items()}


PAPERS = form(
    (None, (CASE,)),
    (None, (question("old", Kind.FILES, shown_when=IS_AGAIN), question("new", Kind.FILES, shown_when=IS_NEW))),
)


def test_papers_wait_for_the_case():
    assert told(waiting_questions(PAPERS, {}, ["s1"])) == {"s1": ("s0", True)}
    assert waiting_questions(PAPERS, {"case": "new"}, []) == {}


def test_step_with_one_question_for_everybody_waits_in_part():
    part = form((None, (CASE,)), (None, (question("note"), question("old", shown_when=IS_AGAIN))))
    assert told(waiting_questions(part, {"note": "x"}, ["s1"])) == {"s1": ("s0", False)}


def test_what_only_informs_is_no_question_to_answer():
    told_only = form(
        (None, (CASE,)), (None, (question("note", Kind.INFORMATION), question("old", shown_when=IS_AGAIN)))
    )
    assert told(waiting_questions(told_only, {}, [])) == {"s1": ("s0", True)}


def test_chain_names_the_step_where_the_missing_answer_is_given():
    chain = form(
        (None, (CASE,)),
        (IS_AGAIN, (question("lost", Kind.YES_NO),)),
        (None, (question("where", shown_when=conditions.Test("lost", "is", True)),)),
    )
    assert told(waiting_questions(chain, {}, []))["s2"] == ("s0", True)
    assert told(waiting_questions(chain, {"case": "again"}, ["s0"])) == {"s2": ("s1", True)}
    assert waiting_questions(chain, {"case": "new"}, ["s0"]) == {}


def test_answer_of_a_hidden_question_decides_nothing():
    chain = form(
        (None, (CASE,)),
        (None, (question("lost", Kind.YES_NO, shown_when=IS_AGAIN),)),
        (None, (question("where", shown_when=AllOf((IS_AGAIN, conditions.Test("lost", "is", True)))),)),
    )
    assert told(waiting_questions(chain, {"lost": True}, [])) == {"s1": ("s0", True), "s2": ("s0", True)}


def test_question_left_blank_on_purpose_holds_nobody_up():
    optional = form(
        (None, (question("area", Kind.NUMBER, required=False, limits=Limits(0)),)),
        (None, (question("plan", shown_when=conditions.Test("area", "at_least", 100)),)),
    )
    assert told(waiting_questions(optional, {}, [])) == {"s1": ("s0", True)}
    assert waiting_questions(optional, {}, ["s0"]) == {}


@pytest.mark.parametrize("operator", ["is", "is_not"])
def test_conditions_inside_one_page_are_no_reason_to_wait(operator):
    page = form((None, (CASE, question("reason", shown_when=conditions.Test("case", operator, "again")))))
    assert waiting_questions(page, {}, []) == {}


def test_not_being_a_case_is_unknown_while_the_case_is():
    but = form((None, (CASE,)), (None, (question("reason", shown_when=conditions.Test("case", "is_not", "new")),)))
    assert told(waiting_questions(but, {}, [])) == {"s1": ("s0", True)}
