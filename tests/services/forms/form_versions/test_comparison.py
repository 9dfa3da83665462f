"""What changed between two versions of a form, and what that means for a draft."""

from dataclasses import replace

import pytest

from services.forms.definition.conditions import Test as Compare
from services.forms.definition.questions import Choice, Form, Kind, Limits, Step
from services.forms.form_versions.comparison import carried_over, changes, fits, misfits
from tests.services.forms.samples import AGAIN, CASES, FAMILY, NEW, form, question

NAME = question("name", label="Họ và tên")
CASE = question("case", Kind.ONE, "Trường hợp", choices=CASES)
OLD = form(NAME, CASE)


def test_nothing_changed_is_nothing_told():
    assert changes(FAMILY, FAMILY) == []


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (form(CASE), ["Họ và tên"]),
        (form(NAME, CASE, question("more", label="Thêm")), ["Thêm"]),
        (form(CASE, NAME), [""]),
        (form(replace(NAME, label="Họ tên"), CASE), ["Họ và tên", "Họ tên"]),
        (form(replace(NAME, hint="Chữ in hoa"), CASE), ["Chữ in hoa"]),
        (form(replace(NAME, required=False), CASE), ["Họ và tên"]),
        (form(replace(NAME, limits=Limits(2, 50)), CASE), ["2 – 50"]),
        (form(replace(NAME, sensitive=True), CASE), ["Họ và tên"]),
        (form(replace(NAME, kind="long_text"), CASE), ["Họ và tên"]),
        (form(NAME, replace(CASE, shown_when=Compare("name", "is", "An"))), ["“Họ và tên”", "An"]),
        (form(NAME, replace(CASE, choices=CASES[:1])), ["Cấp lại"]),
        (form(NAME, replace(CASE, choices=(*CASES, Choice("end", "Thu hồi")))), ["Thu hồi"]),
        (form(NAME, replace(CASE, choices=(CASES[1], CASES[0]))), ["Trường hợp"]),
        (form(NAME, replace(CASE, choices=(CASES[0], Choice("again", "Đổi")))), ["Cấp lại", "Đổi"]),
        (Form((replace(OLD.steps[0], heading="Trang đầu"),)), ["Trang đầu"]),
        (Form((replace(OLD.steps[0], help="Đọc kỹ"),)), ["Đọc kỹ"]),
    ],
)
def test_every_change_is_one_sentence(new, said):
    (told,) = changes(OLD, new)
    assert all(part in told for part in said)
    assert "{" not in told


def test_new_steps_and_moved_questions_are_told():
    new = Form((Step("page", "Trang", questions=(NAME,)), Step("two", "Hai", questions=(CASE,))))
    assert len(changes(OLD, new)) == 2
    assert any("Hai" in told for told in changes(OLD, new))
    assert any("Trường hợp" in told for told in changes(OLD, new))
    assert any("Hai" in told for told in changes(new, OLD))


def test_answers_that_fit_are_not_told():
    assert fits(FAMILY, NEW) == {}
    assert fits(FAMILY, AGAIN) == {}


def test_each_answer_that_no_longer_fits_has_its_reason():
    told = fits(
        FAMILY,
        AGAIN | {"gone": "x", "case": "third", "income": -5, "children": [{"child_name": 5}], "birth": "1990-05-31"},
    )
    assert set(told) == {"gone", "case", "income", "children", "reason", "lost"}
    assert all(told.values())


def test_a_new_required_question_is_no_misfit_of_what_was_answered():
    assert misfits(OLD, form(NAME, CASE, question("more")), {"name": "An", "case": "new"}) == {}
    assert list(misfits(OLD, form(NAME), {"name": "An", "case": "new"})) == ["case"]


def test_answers_hidden_already_are_no_loss():
    assert misfits(FAMILY, FAMILY, AGAIN | {"case": "new"}) == {}


def test_a_draft_keeps_what_is_still_right():
    new = form(replace(NAME, limits=Limits(most=3)), replace(CASE, choices=CASES[1:]), question("more"))
    assert carried_over(OLD, new, {"name": "An", "case": "again"}) == {"name": "An", "case": "again"}
    assert carried_over(OLD, new, {"name": "Bình", "case": "new"}) == {}


def test_an_answer_of_another_kind_is_not_carried_over_even_if_it_could_be_read():
    assert carried_over(OLD, form(replace(NAME, kind="number"), CASE), {"name": "5", "case": "new"}) == {"case": "new"}


def test_of_a_group_what_is_right_in_each_item_is_kept():
    old = form(question("g", Kind.GROUP, questions=(NAME, question("age", Kind.NUMBER))))
    new = form(question("g", Kind.GROUP, questions=(NAME, question("age", Kind.NUMBER, limits=Limits(0, 17)))))
    answers = {"g": [{"name": "An", "age": 20}, {"name": "Bình", "age": 3}, {"age": 50}]}
    assert carried_over(old, new, answers) == {"g": [{"name": "An"}, {"name": "Bình", "age": 3}]}
