"""Vietnamese text: what folding, addresses, dictionary order and clean input give."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.text import clean, fold, has_words, plain, slug, sort_key

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
VIETNAMESE = st.text(alphabet=f"{LETTERS}{LETTERS.upper()} -0189")
ANY_TEXT = st.one_of(st.text(), VIETNAMESE)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đất đai", "dat dai"),
        ("Cấp giấy phép xây dựng", "cap giay phep xay dung"),
        ("ĐĂNG KÝ KẾT HÔN", "dang ky ket hon"),
        ("Người có công với cách mạng", "nguoi co cong voi cach mang"),
        ("hoà giải", "hoa giai"),
        ("hòa giải", "hoa giai"),
        ("Sở LĐ-TB & XH", "so ld tb xh"),
        ("1.004756", "1 004756"),
        ("  Thẻ   căn\u00a0cước\n", "the can cuoc"),
        ("số 1077/QĐ-BXD", "so 1077 qd bxd"),
        ("Ð viết bằng eth", "d viet bang eth"),
        ("100 m²", "100 m2"),
        ("ﬁle Ｗｏｒｄ", "file word"),
        ("a_b", "a b"),
        ('"title":* AND (x | !y) -z ^2 ~ \\ \' %', "title and x y z 2"),
        ("\u0301", ""),
        ("—…!?", ""),
        ("", ""),
    ],
)
def test_folding_takes_away_marks_case_and_signs(text, folded):
    assert fold(text) == folded


@given(ANY_TEXT)
@example("ŉ ẚ ϓ İ ẞ ͅΑ")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_composed_and_decomposed_letters_fold_alike(text):
    assert fold(unicodedata.normalize("NFC", text)) == fold(nfd(text))


@given(ANY_TEXT)
def test_folded_text_has_only_letters_digits_and_single_spaces(text):
    assert all(word.isalnum() for word in fold(text).split(" ") if word)
    assert fold(text) == " ".join(fold(text).split())


@given(VIETNAMESE)
def test_folded_vietnamese_is_ascii(text):
    assert fold(text).isascii()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đất đai", "dat-dai"),
        ("Cấp, đổi giấy phép lái xe (GPLX)", "cap-doi-giay-phep-lai-xe-gplx"),
        ("Sở Văn hoá, thể thao & du lịch", "so-van-hoa-the-thao-du-lich"),
        ("--- Ủy ban ---", "uy-ban"),
        ("Straße 東京 5", "strasse-5"),
        ("東京", ""),
        ("???", ""),
        ("", ""),
    ],
)
def test_slug_reads_like_the_words(text, expected):
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("max_length", "expected"),
    [
        (12, "dang-ky-ket"),
        (11, "dang-ky-ket"),
        (10, "dang-ky"),
        (7, "dang-ky"),
        (6, "dang"),
        (4, "dang"),
        (3, "dan"),
        (1, "d"),
    ],
)
def test_a_long_slug_is_cut_at_a_word(max_length, expected):
    assert slug("Đăng ký kết hôn", max_length) == expected


def test_a_slug_without_room_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        slug("Đất đai", 0)


@given(ANY_TEXT, st.integers(min_value=1, max_value=60))
def test_slug_is_a_safe_address_or_nothing(text, max_length):
    result = slug(text, max_length)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", result)
    assert len(result) <= max_length
    assert slug(result, max_length) == result


@pytest.mark.parametrize(
    "in_order",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n"],
        ["n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"],
        ["An", "Ăn", "Ân", "Ba"],
        ["ba", "ba ba", "bà", "bà con", "bá"],
        ["dân", "du lịch", "đá", "đất đai"],
        ["Sở Công Thương", "Sở Ngoại vụ", "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế"],
        ["Ban Dân tộc", "Ban quản lý", "Sở Y tế", "Thanh tra tỉnh"],
        ["hoa", "hòa", "hóa"],
        ["Mẫu số 1", "Mẫu số 2", "Mẫu số a"],
        ["", "1", "a", "zebra", "東京"],
    ],
)
def test_lists_stand_in_dictionary_order(in_order):
    backwards = in_order[::-1]
    assert sorted(backwards, key=sort_key) == in_order
    assert sorted(map(nfd, backwards), key=sort_key) == list(map(nfd, in_order))


def test_both_ways_of_placing_the_tone_stand_together():
    assert sorted(["hoá", "hoa", "hòa", "hoà", "hóa"], key=sort_key) == ["hoa", "hoà", "hòa", "hoá", "hóa"]


@given(ANY_TEXT)
def test_composed_and_decomposed_letters_sort_alike(text):
    assert sort_key(unicodedata.normalize("NFC", text)) == sort_key(nfd(text))


@given(ANY_TEXT, ANY_TEXT)
def test_any_two_texts_have_an_order(one, other):
    first, second = sort_key(one), sort_key(other)
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (first < second, first == second, first > second).count(True) == 1
    assert (first == second) == same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Nguyễn   Văn\tA\r\n", "Nguyễn Văn A"),
        (nfd("Thanh Hóa"), "Thanh Hóa"),
        ("số\u200b 28\ufeff", "số 28"),
        ("a\x00b\x07c", "abc"),
        ("trái\u202e phải", "trái phải"),
        ("gạch\u00adnối", "gạchnối"),
        ("cách\u00a0rời", "cách rời"),
        ("\u200b \u200b", ""),
        ("", ""),
    ],
)
def test_input_is_cleaned_of_what_nobody_sees(text, expected):
    assert clean(text) == expected


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        ("Cấp giấy phép xây dựng", "giay phep", True),
        ("Cấp giấy phép xây dựng", "xay cap", True),
        ("Cấp giấy phép xây dựng", "XÂY D", True),
        ("Cấp giấy phép xây dựng", "ay", False),
        ("Mẫu số 01 – 175/2024/NĐ-CP", "175/2024", True),
        ("Cấp giấy phép", "giấy khai", False),
        ("Cấp giấy phép", "", True),
        ("", "giấy", False),
    ],
)
def test_words_are_found_by_how_they_begin(text, question, found):
    assert has_words(text, question) is found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hồ sơ ĐÃ được tiếp nhận.", "Ho so DA duoc tiep nhan."),
        ("Đất đai – “Ưu tiên”… ‘x’", "Dat dai - \"Uu tien\"... 'x'"),
        (unicodedata.normalize("NFD", "Nguyễn Ðức"), "Nguyen Duc"),
        ("mã A1-0001: 100%", "ma A1-0001: 100%"),
        ("văn bản 日", "van ban ?"),
        ("", ""),
    ],
)
def test_plain_keeps_case_and_punctuation_in_ascii(text, expected):
    assert plain(text) == expected
