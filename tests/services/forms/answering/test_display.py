"""Answers as they are shown to people."""

import pytest
from django.utils import translation

from services.forms.answering.display import MASK, displayed_answers
from services.forms.definition.conditions import AllOf, AnyOf
from services.forms.definition.conditions import Test as Compare
from services.forms.definition.provinces import ABROAD
from services.forms.definition.questions import Kind
from services.forms.definition.sentences import questions_of, sentence
from tests.services.forms.samples import AGAIN, CASES, FAMILY, NEW, form, question


def rows(answers, **more):
    return {row.key: list(row.lines) for step in displayed_answers(FAMILY, answers, **more) for row in step.rows}


def test_every_question_asked_has_its_row_and_only_those():
    assert rows(NEW) == {
        "full_name": ["Nguyễn Văn An"],
        "birth": ["31/05/1990"],
        "home": ["Thôn 3", "Xã Nga Sơn, Thanh Hóa"],
        "case": ["Cấp mới"],
        "children-0-child_name": ["Nguyễn Bình"],
        "children-0-in_school": ["Có"],
        "children-0-school": ["Tiểu học Nga Sơn"],
        "income": ["5.250.000 đồng"],
    }


def test_what_was_not_answered_is_an_empty_row():
    assert rows({"case": "again"})["reason"] == []
    assert rows({})["children"] == []


def test_files_are_shown_by_their_names():
    assert rows(AGAIN, files={"paper-0a1b2c3d": ["giay-to.pdf", "trang 2.jpg"]})["paper-0a1b2c3d"] == [
        "giay-to.pdf",
        "trang 2.jpg",
    ]


def test_items_of_a_group_are_told_apart():
    twice = NEW | {"children": NEW["children"] * 2}
    items = [
        row.item for step in displayed_answers(FAMILY, twice) for row in step.rows if row.key.startswith("children")
    ]
    assert items == ["Con (1)"] * 3 + ["Con (2)"] * 3


def test_sensitive_answers_can_be_masked_and_empty_ones_stay_empty():
    assert rows(NEW, masked=True)["income"] == [MASK]
    assert rows(NEW | {"income": None}, masked=True)["income"] == []
    assert rows(NEW, masked=True)["full_name"] == ["Nguyễn Văn An"]


def test_all_of_a_sensitive_group_is_masked():
    secret = form(question("g", Kind.GROUP, sensitive=True, questions=(question("a"),)))
    (step,) = displayed_answers(secret, {"g": [{"a": "x"}]}, masked=True)
    assert step.rows[0].lines == (MASK,)


@pytest.mark.parametrize(
    ("kind", "value", "vi", "en"),
    [
        ("number", 1_500_000, "1.500.000", "1,500,000"),
        ("number", -1500, "-1.500", "-1,500"),
        ("amount", 0, "0 đồng", "VND 0"),
        ("date", "2026-11-02", "02/11/2026", "02/11/2026"),
        ("phone", "0912345678", "0912345678", "0912345678"),
        ("text", "<b>", "<b>", "<b>"),
    ],
)
def test_numbers_and_dates_follow_the_language(kind, value, vi, en):
    one = form(question("q", Kind(kind)))
    for language, text in (("vi", vi), ("en", en)):
        with translation.override(language):
            assert displayed_answers(one, {"q": value})[0].rows[0].lines == (text,)


def test_several_choices_and_lines_stand_one_below_the_other():
    many = form(question("q", Kind.MANY, choices=CASES), question("t", Kind.LONG_TEXT))
    (step,) = displayed_answers(many, {"q": ["new", "again"], "t": "một\n\nhai"})
    assert [row.lines for row in step.rows] == [("Cấp mới", "Cấp lại"), ("một", "", "hai")]


def test_an_address_abroad_says_so():
    one = form(question("q", Kind.ADDRESS))
    with translation.override("en"):
        (step,) = displayed_answers(one, {"q": {"province": ABROAD, "ward": "", "street": "Berlin"}})
    assert step.rows[0].lines == ("Berlin", "Outside Viet Nam")


def test_a_choice_an_older_version_knew_still_shows_its_value():
    assert rows(NEW | {"case": "third"})["case"] == ["third"]


def test_conditions_are_read_as_sentences():
    questions = questions_of(FAMILY)
    both = AllOf(
        (Compare("case", "is", "again"), AnyOf((Compare("income", "at_least", 5000), Compare("lost", "is", True))))
    )
    with translation.override("en"):
        assert sentence(both, questions) == (
            "“Trường hợp” is “Cấp lại”, and (“Thu nhập” is at least VND 5,000, or “Bị mất” is “Yes”)"
        )
