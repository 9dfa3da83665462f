"""Cases: what a citizen may choose between, which rows then hold, how cases get and keep their keys."""

from types import SimpleNamespace

import pytest

from core.text import slug
from services.rules.cases import (
    MAX_LENGTH,
    find_case,
    keys_of_names,
    named_cases,
    names_in_order,
    new_key,
    rows_for,
)


def rows(*cases: str) -> list[SimpleNamespace]:
    return [SimpleNamespace(case_key=slug(case), case=case, number=number) for number, case in enumerate(cases)]


def test_cases_stand_in_the_order_they_are_first_named():
    found = named_cases(rows("", "Sinh ở nước ngoài", "Trẻ bị bỏ rơi"), rows("Trẻ bị bỏ rơi", "Nộp thay"))
    assert found == {
        "sinh-o-nuoc-ngoai": "Sinh ở nước ngoài",
        "tre-bi-bo-roi": "Trẻ bị bỏ rơi",
        "nop-thay": "Nộp thay",
    }


def test_a_part_with_one_case_offers_no_choice():
    assert named_cases(rows("", "Xã miền núi"), rows()) == {}


def test_the_editor_s_order_goes_first():
    found = named_cases(rows("A", "B"), rows("C", "D"), order=["d", "gone", "b"])
    assert list(found) == ["d", "b", "a", "c"]


def test_cases_that_begin_alike_get_different_keys():
    long = "Trường hợp đăng ký biến động đất đai do chuyển nhượng quyền sử dụng đất của "
    found = keys_of_names([long + "cá nhân", long + "tổ chức", "???", long + "cá nhân"])
    assert list(found) == [long + "cá nhân", long + "tổ chức", "???"]
    assert len(set(found.values())) == 3
    assert all(found.values())
    assert max(map(len, found.values())) <= MAX_LENGTH
    assert new_key(long, found.values()) == f"{slug(long, MAX_LENGTH)[: MAX_LENGTH - 2]}-3"


def test_a_known_case_keeps_its_key_and_no_other_gets_it():
    assert keys_of_names(["A", "B"], known={"B": "a"}) == {"A": "a-2", "B": "a"}


def test_words_become_cases_in_the_order_in_which_citizens_chose_among_them():
    assert names_in_order(["", "Một mình"], ["B", "A", "B"], ["C", "A"]) == ["B", "A", "C", "Một mình"]


@pytest.mark.parametrize(
    ("asked", "found"), [("tre-em", "tre-em"), ("children", "tre-em"), ("adults", ""), ("", ""), ("a-name", "")]
)
def test_an_address_asks_for_a_case_by_its_key_or_by_the_words_it_had(asked, found):
    assert find_case({"tre-em": "Children", "nguoi-gia": "The old"}, asked) == found


@pytest.mark.parametrize(
    ("cases", "chosen", "shown"),
    [
        (("", "A", "B"), "A", ["", "A"]),
        (("A", "B"), "B", ["B"]),
        (("", ""), "A", ["", ""]),
        (("C", "D"), "A", ["C", "D"]),
        ((), "A", []),
    ],
)
def test_rows_of_a_case(cases, chosen, shown):
    assert [row.case for row in rows_for(rows(*cases), slug(chosen))] == shown
