"""What an entry is warned of: a syllable that is an official word, official words that no service has."""

import pytest

from search.lexicon.entry_warnings import bare_words, without_page

NAMES = ["Giải quyết tranh chấp đất đai", "Cấp giấy phép xây dựng"]


@pytest.mark.parametrize(
    ("phrases", "bare"),
    [
        (["đất"], ["đất"]),
        (["Tranh"], ["Tranh"]),
        (["dat"], []),
        (["gpxd"], []),
        (["lấn đất"], []),
        (["đai", "xây"], ["đai", "xây"]),
    ],
)
def test_a_syllable_of_an_official_name_is_bare_when_it_is_written_the_same(phrases, bare):
    assert bare_words(phrases, NAMES) == bare


def test_official_words_lead_nowhere_when_no_name_has_them_however_they_are_typed():
    assert without_page(["tranh chấp đất đai", "GIAY PHEP", "giấy phép lái xe", "phép xây d"], NAMES) == [
        "giấy phép lái xe",
        "phép xây d",
    ]
