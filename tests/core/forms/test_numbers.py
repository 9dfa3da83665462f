"""One telephone number however it is written: as it is kept, and as it is asked for."""

import unicodedata

import pytest

from core.forms import numbers

KEPT = "0912345678"
WRITTEN = [
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "0912-345-678",
    "(0912) 345 678",
    "0912\u00a0345\u2009678",
    "0912\u2013345\u2013678",
    "\u200b0912345678\u200f",
    "0912/345/678",
    "+84912345678",
    "+84 912 345 678",
    "+84 (0) 912 345 678",
    "+840912345678",
    "0084 912 345 678",
    "84912345678",
    "84 912 345 678",
    "84.912.345.678",
    "０９１２３４５６７８",
    "＋８４ ９１２ ３４５ ６７８",
    unicodedata.normalize("NFD", "０９１２．３４５．６７８"),
]


@pytest.mark.parametrize("written", WRITTEN)
def test_number_is_kept_and_asked_for_in_one_form(written):
    assert numbers.phone(written) == KEPT
    assert numbers.part_of_phone(written) == KEPT


@pytest.mark.parametrize("written", ["", "0912", "912345678", "0112345678", "+8491234567", "091234567a", "٠٩١٢٣٤٥٦٧٨"])
def test_what_is_no_number_is_none(written):
    assert numbers.phone(written) is None


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("0912 345", "0912345"),
        ("345.678", "345678"),
        ("+84 912 345", "0912345"),
        ("0084 912", "0912"),
        ("+49 151 1234567", "491511234567"),
        ("５６７８", "5678"),
        ("0084", "0084"),
        ("0237 3852 246", "02373852246"),
        ("+84 237 3852 246", "02373852246"),
    ],
)
def test_part_of_a_number_is_read_as_it_stands_in_the_whole(written, part):
    assert numbers.part_of_phone(written) == part


@pytest.mark.parametrize("words", ["", " ", "Hoa", "0912 Hoa", "+", "H56-261122-0001", "1/2 Lê Lai"])
def test_words_are_no_part_of_a_number(words):
    assert numbers.part_of_phone(words) is None


@pytest.mark.parametrize("written", ["+49 151 1234567", "＋49 (151) 123-4567", "+49.151.1234567"])
def test_number_abroad_is_kept_in_one_form(written):
    assert numbers.phone_abroad(written) == "+491511234567"


@pytest.mark.parametrize("written", ["0123 4567 8901", "０１２３４５６７８９０１"])
def test_identification_number_is_kept_in_one_form(written):
    assert numbers.identification(written) == "012345678901"
