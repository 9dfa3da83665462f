"""What can be drawn on a sheet: all Vietnamese, in either Unicode form; what cannot is named."""

import unicodedata

import pytest

from core.text import ALPHABET
from services.forms.definition.glyphs import UNKNOWN_LETTER, printable, undrawable

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"


def every_vietnamese_letter():
    plain = [*ALPHABET, *ALPHABET.upper()]
    return [*plain, *(letter + tone for letter in VOWELS + VOWELS.upper() for tone in TONES)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_vietnamese_letter_can_be_drawn_in_either_form(form):
    text = unicodedata.normalize(form, " ".join(every_vietnamese_letter()))
    assert undrawable(text) == []
    assert printable(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("signs", ["ẞ ß", "1.500.000 ₫", "“trích”, ‘dẫn’…", "– — • № ° ± × ÷ § ² ³", "Đ ð Ω Ж"])
def test_signs_of_every_day_are_drawn_as_they_are(signs):
    assert undrawable(signs) == []
    assert printable(signs) == signs


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("a\u200bb\ufeffc\u200d\u2060d\u00ade", "abcde"),
        ("Họ\u00a0tên", "Họ\u00a0tên"),
        ("Họ\u202ftên\u3000là\tHoa", "Họ tên là Hoa"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("≤ 5 → 6 ㎡ ① １２ ™", "<= 5 -> 6 m2 1 12 TM"),
    ],
)
def test_blanks_ends_of_lines_and_what_reads_alike_are_drawn(typed, drawn):
    assert undrawable(typed) == []
    assert printable(typed) == drawn


@pytest.mark.parametrize(
    ("typed", "lost"),
    [
        ("Nguyễn 🙂 Hoa 🙂", ["🙂"]),
        ("👨\u200d👩\u200d👧", ["👨", "👩", "👧"]),
        ("漢字 An", ["漢", "字"]),
        ("اسم", ["ا", "س", "م"]),
        ("a\x00b\x07c", ["\x00", "\x07"]),
        ("mất \ufffd chữ", ["\ufffd"]),
        ("\ud800", ["\ud800"]),
    ],
)
def test_what_no_sheet_can_show_is_named_once(typed, lost):
    assert undrawable(typed) == lost
    assert UNKNOWN_LETTER in printable(typed)
    assert set(printable(typed)).isdisjoint(set(lost) - {UNKNOWN_LETTER})


def test_a_mark_on_a_letter_that_has_no_sign_with_it_is_drawn():
    assert undrawable("x\u0301") == []
    assert printable("x\u0301") == "x\u0301"
