"""What counts as a reason."""

import unicodedata

import pytest

from services.forms.rules.reasons import says_something

REASONS = [
    "Ảnh chụp bị mờ",
    unicodedata.normalize("NFD", "Ảnh chụp bị mờ"),
    "Thiếu chữ ký của chủ đầu tư ở trang 3.",
    "The photo cannot be read.",
]
NO_REASONS = [
    "",
    ".",
    "…",
    "x",
    "   ",
    "Mờ",
    "1234567890123",
    "..........",
    "aaaaaaaaaaaaaa",
    "ababababab",
    "😀" * 12,
]


@pytest.mark.parametrize("reason", REASONS)
def test_words_a_citizen_can_act_upon_are_a_reason(reason):
    assert says_something(reason)


@pytest.mark.parametrize("reason", NO_REASONS)
def test_signs_that_say_nothing_are_none(reason):
    assert not says_something(reason)
