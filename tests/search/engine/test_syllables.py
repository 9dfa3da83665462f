"""One written form for every way to type a word."""

import unicodedata

import pytest

from search.engine.syllables import keys, syllables

NAME = "Cấp Giấy phép xây dựng nhà ở riêng lẻ; đăng ký kết hôn, hoà giải quý I"


def test_composed_and_decomposed_letters_are_the_same():
    assert syllables(unicodedata.normalize("NFD", NAME)) == syllables(NAME)


def test_reading_twice_changes_nothing():
    assert keys(" ".join(keys(NAME))) == keys(NAME)


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("kỹ", "kĩ"), ("LÝ", "lí"), ("quý", "quí"), ("ĐẤT", "đất")]
)
def test_ways_to_write_a_word_are_one(one, other):
    assert syllables(one)[0].exact == syllables(other)[0].exact


@pytest.mark.parametrize(("one", "other"), [("giấy", "giải"), ("thuỷ", "thui"), ("tây", "tai")])
def test_other_words_stay_other_words(one, other):
    assert keys(one) != keys(other)


def test_marks_that_are_not_typed_are_not_missed():
    plain, marked = syllables("giay Giấy")
    assert (plain.key, plain.is_marked, marked.key, marked.is_marked) == ("giay", False, "giay", True)


def test_signs_alone_are_no_words():
    assert syllables("  \"'; -- %_ \u0301 🙂") == ()
