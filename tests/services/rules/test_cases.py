"""Cases: what a citizen may choose between, and which rows then hold."""

from types import SimpleNamespace

import pytest

from services.rules.cases import MAX_LENGTH, named_cases, rows_for


def rows(*cases: str) -> list[SimpleNamespace]:
    return [SimpleNamespace(case=case, number=number) for number, case in enumerate(cases)]


def test_cases_stand_in_the_order_they_are_first_named():
    found = named_cases(rows("", "Sinh ở nước ngoài", "Trẻ bị bỏ rơi"), rows("Trẻ bị bỏ rơi", "Nộp thay"))
    assert found == {
        "sinh-o-nuoc-ngoai": "Sinh ở nước ngoài",
        "tre-bi-bo-roi": "Trẻ bị bỏ rơi",
        "nop-thay": "Nộp thay",
    }


def test_a_part_with_one_case_offers_no_choice():
    assert named_cases(rows("", "Xã miền núi"), rows()) == {}


def test_cases_that_begin_alike_keep_different_names():
    long = "Trường hợp đăng ký biến động đất đai do chuyển nhượng quyền sử dụng đất của "
    found = named_cases(rows(long + "cá nhân", long + "tổ chức", "???"))
    assert len(found) == 3
    assert list(found.values())[:2] == [long + "cá nhân", long + "tổ chức"]
    assert all(found)
    assert max(map(len, found)) <= MAX_LENGTH


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
    assert [row.case for row in rows_for(rows(*cases), chosen)] == shown
