"""No cell of an exported list can calculate."""

from datetime import date

import pytest

from core.exports import as_text


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_looks_like_a_formula_stays_text(sign):
    assert as_text(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("value", ["Ý kiến", "1=1", " =1", "", None, True, 5, -5, date(2026, 11, 22)])
def test_everything_else_stays_as_it_is(value):
    assert as_text(value) is value


def test_signs_that_a_workbook_cannot_hold_are_dropped_before_the_first_is_judged():
    assert as_text("\x00=1") == "'=1"
    assert as_text("một\x0bhai\nba") == "mộthai\nba"


@pytest.mark.parametrize("sign", ["\uffff", "\ufffe", "\ud800", "\x1f"])
def test_a_sign_no_workbook_can_hold_is_left_out(sign):
    assert as_text(f"Nguyễn{sign} Hoa") == "Nguyễn Hoa"
