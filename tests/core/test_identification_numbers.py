"""What the 12 digits of a personal identification number say, and when their owner is asked."""

from datetime import date

import pytest

from core.identification_numbers import PROVINCES, Doubt, Sex, agrees, doubt, parts

TODAY = date(2026, 11, 29)


def test_codes_of_the_63_provinces_are_known():
    assert len(PROVINCES) == 63
    assert (PROVINCES["001"], PROVINCES["038"], PROVINCES["096"]) == ("Hà Nội", "Thanh Hóa", "Cà Mau")


@pytest.mark.parametrize(
    ("number", "sex", "year"),
    [
        ("038045000001", Sex.MALE, 1945),
        ("038199000001", Sex.FEMALE, 1999),
        ("001205000001", Sex.MALE, 2005),
        ("096312000001", Sex.FEMALE, 2012),
        ("038400000001", Sex.MALE, 2100),
    ],
)
def test_fourth_digit_tells_century_and_sex(number, sex, year):
    said = parts(number)
    assert (said.sex, said.year) == (sex, year)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("038045000001", None),
        ("001205123456", None),
        ("999190001234", Doubt.PLACE),
        ("003090000001", Doubt.PLACE),
        ("000090000001", Doubt.PLACE),
        ("038230000001", Doubt.FUTURE),
        ("038226000001", None),
        ("111111111111", Doubt.PATTERN),
        ("012345678901", Doubt.PATTERN),
        ("123456789012", Doubt.PATTERN),
        ("987654321098", Doubt.PATTERN),
    ],
)
def test_owner_is_asked_about_a_number_that_looks_wrong(number, expected):
    assert doubt(number, today=TODAY) == expected


def test_numbers_of_the_demo_are_nobodys_and_pass_only_there():
    assert doubt("000090000001", today=TODAY, is_demo=True) is None
    assert doubt("999090000001", today=TODAY, is_demo=True) == Doubt.PLACE


@pytest.mark.parametrize(
    ("birth", "sex", "expected"),
    [
        ("", "", True),
        ("1990", "", True),
        ("1990-05", Sex.MALE, True),
        ("1990-05-31", "", True),
        ("1991-01-01", "", False),
        ("2090", "", False),
        ("1990", Sex.FEMALE, False),
        ("", Sex.FEMALE, False),
    ],
)
def test_number_is_compared_with_birth_and_sex(birth, sex, expected):
    assert agrees("038090000001", birth=birth, sex=sex) is expected
