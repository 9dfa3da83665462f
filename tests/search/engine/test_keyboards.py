"""Keys of a Vietnamese keyboard whose program is off."""

import pytest

from search.engine.keyboards import readings
from search.engine.syllables import keys, syllables


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("giaays", "giấy"),
        ("phesp", "phép"),
        ("xaay", "xây"),
        ("duwngj", "dựng"),
        ("dduwowngf", "đường"),
        ("dduowngf", "đường"),
        ("ddaats", "đất"),
        ("nguwowif", "người"),
        ("hooj", "hộ"),
        ("gia6y1", "giấy"),
        ("phe1p", "phép"),
        ("d9a6t1", "đất"),
        ("d9u7o7ng2", "đường"),
        ("duong72", "dường"),
        ("trang8", "trăng"),
    ],
)
def test_keys_are_read_as_the_word(typed, meant):
    [read] = readings(typed)
    assert syllables(read)[0].exact == syllables(meant)[0].exact


@pytest.mark.parametrize("typed", ["or", "khai", "sinh", "giay", "123", "bc", "a" * 50, "giấy", "", "x9999"])
def test_other_words_are_left_alone(typed):
    assert all(keys(read) == keys(typed) for read in readings(typed))
