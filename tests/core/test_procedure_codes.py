"""A procedure code is read alike however it was typed."""

import pytest

from core.procedure_codes import ProcedureCode, read_code, shorten_codes

LONG = "1.014100.000.00.00.H56"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.014100", ProcedureCode("1.014100", "")),
        (LONG, ProcedureCode("1.014100", LONG)),
        ("1.014100.000.00.00.h56", ProcedureCode("1.014100", LONG)),
        ("1.014100.000.00.00.H01", ProcedureCode("1.014100", "1.014100.000.00.00.H01")),
        (" 1.014 100 ", ProcedureCode("1.014100", "")),
        ("１．０１４１００", ProcedureCode("1.014100", "")),
        ("1.014100\u200b\u00a0", ProcedureCode("1.014100", "")),
        ("1014100", None),
        ("1.01410", None),
        ("1.014100.", None),
        ("đất đai", None),
        ("", None),
    ],
)
def test_a_code_is_read_however_it_was_typed(typed, code):
    assert read_code(typed) == code


@pytest.mark.parametrize(
    ("words", "shortened"),
    [
        (LONG, "1.014100"),
        (f"thủ tục {LONG.lower()} tách thửa", "thủ tục 1.014100 tách thửa"),
        ("１．０１４１００.000.00.00.H56", "1.014100"),
        ("1.014100", "1.014100"),
        ("Nghị định 61/2018/NĐ-CP", "Nghị định 61/2018/NĐ-CP"),
    ],
)
def test_a_question_has_codes_in_the_form_of_today(words, shortened):
    assert shorten_codes(words) == shortened
