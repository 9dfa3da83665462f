"""Money: đồng in figures and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import Dong, format_dong, in_words

WORDS = [
    (0, "không"),
    (1, "một"),
    (4, "bốn"),
    (5, "năm"),
    (10, "mười"),
    (11, "mười một"),
    (14, "mười bốn"),
    (15, "mười lăm"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi tư"),
    (25, "hai mươi lăm"),
    (40, "bốn mươi"),
    (55, "năm mươi lăm"),
    (91, "chín mươi mốt"),
    (99, "chín mươi chín"),
    (100, "một trăm"),
    (101, "một trăm linh một"),
    (104, "một trăm linh bốn"),
    (105, "một trăm linh năm"),
    (110, "một trăm mười"),
    (111, "một trăm mười một"),
    (115, "một trăm mười lăm"),
    (131, "một trăm ba mươi mốt"),
    (444, "bốn trăm bốn mươi tư"),
    (555, "năm trăm năm mươi lăm"),
    (999, "chín trăm chín mươi chín"),
    (1_000, "một nghìn"),
    (1_001, "một nghìn không trăm linh một"),
    (1_010, "một nghìn không trăm mười"),
    (1_500, "một nghìn năm trăm"),
    (2_000, "hai nghìn"),
    (8_000, "tám nghìn"),
    (15_000, "mười lăm nghìn"),
    (25_000, "hai mươi lăm nghìn"),
    (28_000, "hai mươi tám nghìn"),
    (50_000, "năm mươi nghìn"),
    (135_000, "một trăm ba mươi lăm nghìn"),
    (162_500, "một trăm sáu mươi hai nghìn năm trăm"),
    (215_000, "hai trăm mười lăm nghìn"),
    (1_000_000, "một triệu"),
    (1_000_005, "một triệu không trăm linh năm"),
    (1_005_000, "một triệu không trăm linh năm nghìn"),
    (1_005_021, "một triệu không trăm linh năm nghìn không trăm hai mươi mốt"),
    (2_340_000, "hai triệu ba trăm bốn mươi nghìn"),
    (5_250_000, "năm triệu hai trăm năm mươi nghìn"),
    (10_750_000, "mười triệu bảy trăm năm mươi nghìn"),
    (16_000_000, "mười sáu triệu"),
    (1_000_000_000, "một tỷ"),
    (1_000_000_001, "một tỷ không trăm linh một"),
    (21_000_500_000, "hai mươi mốt tỷ năm trăm nghìn"),
    (1_000_500_000_000, "một nghìn tỷ năm trăm triệu"),
    (2_003_000_000_004, "hai nghìn không trăm linh ba tỷ không trăm linh bốn"),
    (1_000_000_000_000_000_000, "một tỷ tỷ"),
]


@pytest.mark.parametrize(("amount", "words"), WORDS)
def test_amounts_are_read_as_on_a_receipt(amount, words):
    assert in_words(amount) == f"{words} đồng"


@pytest.mark.parametrize(
    ("amount", "vietnamese", "english"),
    [
        (0, "0 đồng", "VND 0"),
        (500, "500 đồng", "VND 500"),
        (2_000, "2.000 đồng", "VND 2,000"),
        (162_500, "162.500 đồng", "VND 162,500"),
        (5_250_000, "5.250.000 đồng", "VND 5,250,000"),
        (12_345_678_901, "12.345.678.901 đồng", "VND 12,345,678,901"),
    ],
)
def test_figures_follow_the_language(amount, vietnamese, english):
    assert format_dong(Dong(amount), "vi") == vietnamese
    assert format_dong(Dong(amount), "en") == english
    assert format_dong(Dong(amount), "en-gb") == english


@pytest.mark.parametrize("amount", [-1, 1.5, 2_000.0, "2000", None, True])
def test_what_is_not_whole_dong_is_refused(amount):
    with pytest.raises(ValueError, match="whole đồng"):
        format_dong(amount, "vi")
    with pytest.raises(ValueError, match="whole đồng"):
        in_words(amount)


@pytest.mark.parametrize("language", ["fr", ""])
def test_a_language_without_a_format_is_refused(language):
    with pytest.raises(ValueError, match="no way of writing"):
        format_dong(1, language)


DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
GROUPS = {"nghìn": 1_000, "triệu": 1_000_000}


def number_read_from(words: str) -> int:
    """What a listener writes down on hearing the words of an amount below a thousand billion billion."""
    total = below_billion = group = unit = 0
    for word in words.split():
        if word in DIGITS:
            unit = DIGITS[word]
        elif word in {"trăm", "mươi", "mười"}:
            group += unit * 100 if word == "trăm" else unit * 10 if word == "mươi" else 10
            unit = 0
        elif word in GROUPS:
            below_billion, group, unit = below_billion + (group + unit) * GROUPS[word], 0, 0
        elif word == "tỷ":
            total, below_billion, group, unit = (total + below_billion + group + unit) * 1_000_000_000, 0, 0, 0
    return total + below_billion + group + unit


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_a_listener_writes_down_the_same_amount(amount):
    assert number_read_from(in_words(amount).removesuffix(" đồng")) == amount
