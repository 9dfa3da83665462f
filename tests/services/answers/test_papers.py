"""How many papers a case needs: never fewer than its own, never those of another case."""

from types import SimpleNamespace

import pytest

from services.answers.papers import papers_answer

pytestmark = pytest.mark.once  # works on plain rows


def paper(name, case="", when="", *, is_required=True):
    return SimpleNamespace(name=name, case_key=case, applies_when=when, is_required=is_required)


FORM, PLAN = paper("Tờ khai"), paper("Bản vẽ")
ABROAD = paper("Bản dịch", when="Đối với người nước ngoài")
HOUSE, TOWER = paper("Giấy đất", "house"), paper("Chứng nhận", "tower")
SAME = [paper("Đơn", "house"), paper("ĐƠN", "tower"), TOWER]


@pytest.mark.parametrize(
    ("rows", "case", "counts"),
    [
        ([FORM, PLAN], "", (2, 2)),
        ([FORM, ABROAD], "", (1, 2)),
        ([FORM, paper("Ảnh", is_required=False)], "", (1, 2)),
        ([FORM, HOUSE, TOWER, paper("Thẩm định", "tower")], "", (2, 3)),
        ([FORM, HOUSE, TOWER, paper("Thẩm định", "tower")], "tower", (3, 3)),
        ([FORM, HOUSE, TOWER], "a case of the fees", (2, 2)),
        ([FORM, HOUSE], "", (1, 2)),
        ([FORM, HOUSE], "house", (2, 2)),
        ([ABROAD], "", (0, 1)),
    ],
)
def test_the_number_of_papers(rows, case, counts):
    found = papers_answer(rows, case=case, stated="")
    assert (found.fewest, found.most) == counts


@pytest.mark.parametrize(("stated", "most"), [("", None), ("not_named", None), ("see_note", None), ("none", 0)])
def test_without_rows_only_the_editors_word_says_that_none_is_needed(stated, most):
    assert papers_answer([], case="", stated=stated).most == most


def test_a_paper_that_every_case_lists_anew_is_one_that_everybody_needs():
    found = papers_answer(SAME, case="", stated="")
    assert [row.name for row in found.always] == ["Đơn"]
    assert [row.name for row in found.depending] == ["Chứng nhận"]


def test_a_condition_of_one_case_spares_nobody_of_another():
    found = papers_answer([paper("Đơn", "house"), paper("Đơn", "tower", "khi có")], case="", stated="")
    assert found.always == ()
    assert len(found.depending) == 2
