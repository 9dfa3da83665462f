"""Questions that lead to a case: what is asked, what fits, what stays alike. Pure."""

import pytest

from services.rules.case_choice import with_case
from services.rules.case_questions import CaseGrouping, alike, case_questions, fitting_cases

SHOPS = CaseGrouping(
    noun="loại cơ sở",
    questions=["Cơ sở làm gì?", "Ở địa bàn nào?", ""],
    answers={
        "buon": ["Bán buôn", "", ""],
        "le-kho": ["Bán lẻ", "Khó khăn", ""],
        "le-con-lai": ["Bán lẻ ", "Còn lại", ""],
        "le-khac": ["bán lẻ", "Còn lại", "không ai hỏi"],
    },
)
KEYS = list(SHOPS.answers)


def test_each_question_has_its_distinct_answers_in_the_order_of_the_cases():
    assert [(one.number, dict(one.answers)) for one in case_questions(SHOPS, KEYS)] == [
        (0, {"ban-buon": "Bán buôn", "ban-le": "Bán lẻ"}),
        (1, {"kho-khan": "Khó khăn", "con-lai": "Còn lại"}),
    ]


def test_a_question_that_the_offered_cases_answer_alike_is_not_asked():
    assert [one.number for one in case_questions(SHOPS, ["le-kho", "le-con-lai"])] == [1]
    assert case_questions(CaseGrouping(), ["a", "b"]) == []


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({}, KEYS),
        ({0: "ban-buon"}, ["buon"]),
        ({0: "ban-le"}, ["le-kho", "le-con-lai", "le-khac"]),
        ({1: "kho-khan"}, ["buon", "le-kho"]),
        ({0: "ban-le", 1: "kho-khan"}, ["le-kho"]),
        ({0: "ban-thuoc"}, []),
    ],
)
def test_a_case_fits_what_it_answers_and_what_does_not_matter_to_it(given, left):
    assert fitting_cases(SHOPS, KEYS, given) == left


def test_cases_with_the_same_answers_are_told():
    assert alike(SHOPS, KEYS) == [["le-con-lai", "le-khac"]]
    assert alike(CaseGrouping(), KEYS) == [], "without questions there is a list, and nothing to tell"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/a/", "/a/?truong-hop=x%26y"),
        ("/a/?b=1#c", "/a/?b=1&truong-hop=x%26y#c"),
        ("", ""),
    ],
)
def test_an_address_carries_the_case_before_its_place_on_the_page(address, found):
    assert with_case(address, "x&y", "truong-hop") == found
    assert with_case(address, "", "truong-hop") == address
