"""Answers that contradict each other are refused, unlikely ones asked about, in a form and in its groups."""

import pytest

from services.forms.answering.display import MASK, displayed_answers
from services.forms.answering.validation import validate, validate_step
from services.forms.definition.confirmations import CONFIRMED
from services.forms.definition.questions import Choice, Form, Kind, Step
from tests.services.forms.samples import form, question

SEX = question("gioi_tinh", Kind.ONE, choices=(Choice("nam", "Nam"), Choice("nu", "Nữ")), required=False)
PERSON = (question("birth", Kind.BIRTH_DATE, required=False), SEX, question("number", Kind.IDENTIFICATION))
ALONE = form(*PERSON)
FAMILY = form(question("members", Kind.GROUP, questions=PERSON), question("number_of_filer", Kind.IDENTIFICATION))


@pytest.mark.parametrize(
    ("answers", "part"),
    [
        ({"birth": "1990", "number": "038091000001"}, "sinh năm 1991"),
        ({"birth": "31/05/1990", "number": "038290000001"}, "sinh năm 2090"),
        ({"gioi_tinh": "nu", "number": "038090000001"}, "là nam"),
        ({"gioi_tinh": "nam", "number": "038190000001"}, "là nữ"),
    ],
)
def test_number_of_somebody_else_is_refused(answers, part):
    checked = validate(ALONE, answers | {CONFIRMED: [answers["number"]]})
    assert part in checked.errors["number"][0]
    assert "number" not in checked.answers


def test_number_of_the_same_person_is_taken():
    answers = {"birth": "1990-05", "gioi_tinh": "nu", "number": "038190000001"}
    assert validate(ALONE, answers).answers == answers


@pytest.mark.parametrize("number", ["999190001234", "111111111111", "038250000001"])
def test_unlikely_number_is_taken_once_it_is_confirmed(number):
    refused = validate(ALONE, {"number": number})
    assert [error.code for error in refused.found["number"]] == ["doubt"]
    taken = validate(ALONE, {"number": number, CONFIRMED: [number, "000000000000"]})
    assert taken.is_valid
    assert taken.answers == {"number": number, CONFIRMED: [number]}


def test_confirming_one_number_says_nothing_of_another():
    assert not validate(ALONE, {"number": "999190001235", CONFIRMED: ["999190001234"]}).is_valid


def test_people_of_a_group_are_judged_one_by_one():
    people = [{"birth": "1990", "number": "038090000001"}, {"birth": "1990", "number": "038091000001"}]
    checked = validate(FAMILY, {"members": people, "number_of_filer": "038085000001"})
    assert list(checked.errors) == ["members-1-number"]
    doubted = validate(FAMILY, {"members": [{"number": "999190001234"}], "number_of_filer": "038085000001"})
    assert list(doubted.errors) == ["members-0-number"]


def test_unfinished_draft_keeps_what_is_in_doubt():
    checked = validate(ALONE, {"birth": "1990", "number": "999191001234"}, complete=False)
    assert checked.answers == {"birth": "1990", "number": "999191001234"}


def test_number_confirmed_before_is_not_asked_again():
    stored = {"number": "999190001234", CONFIRMED: ["999190001234"]}
    assert validate_step(ALONE, ALONE.steps[0], {"number": "999190001234"}, answers=stored).is_valid


@pytest.mark.parametrize("sent", ["999190001234", [1], {"a": 1}, ["9" * 40]])
def test_confirmation_that_no_page_could_send_is_refused(sent):
    assert CONFIRMED in validate(ALONE, {"number": "999190001234", CONFIRMED: sent}).errors


def test_reader_sees_that_a_number_was_confirmed_but_not_what_is_masked():
    secret = Form((Step("s", "Bước", questions=(question("number", Kind.IDENTIFICATION, sensitive=True),)),))
    answers = {"number": "999190001234", CONFIRMED: ["999190001234"]}
    [row] = displayed_answers(secret, answers)[0].rows
    assert row.lines[0] == "999190001234"
    assert "xác nhận" in row.lines[1]
    assert displayed_answers(secret, answers, masked=True)[0].rows[0].lines == (MASK,)
    assert displayed_answers(secret, {"number": "038085000001"})[0].rows[0].lines == ("038085000001",)
