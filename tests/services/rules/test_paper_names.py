"""Short names of papers: which words they may have."""

import pytest

from services.rules.paper_names import foreign_words, form_numbers, has_alternatives

LAND = "Giấy chứng nhận quyền sử dụng đất hoặc hợp đồng thuê đất (Mẫu số 01a)"


@pytest.mark.parametrize(
    ("short_name", "name", "foreign"),
    [
        ("", LAND, []),
        ("Giấy chứng nhận hoặc hợp đồng", LAND, []),
        ("GIẤY CHỨNG NHẬN, hợp đồng!", LAND, []),
        ("Một trong những giấy chứng nhận, hợp đồng", LAND, []),
        ("Một trong những giấy chứng nhận", "Giấy chứng nhận", ["Một", "trong", "những"]),
        ("Sổ đỏ", LAND, ["Sổ", "đỏ"]),
        ("Giấy phép", LAND, ["phép"]),
    ],
)
def test_a_short_name_has_no_word_that_the_name_lacks(short_name, name, foreign):
    assert foreign_words(short_name, name) == foreign


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (LAND, True),
        ("Một trong các giấy tờ sau", True),
        ("Hộ chiếu/Thẻ căn cước", True),
        ("Tờ khai theo Nghị định số 154/2024/NĐ-CP ngày 26/11/2024", False),
        ("Tờ khai", False),
    ],
)
def test_a_name_tells_whether_it_leaves_a_choice(name, found):
    assert has_alternatives(name) is found


def test_forms_are_known_by_their_numbers():
    assert form_numbers("Đơn theo Mẫu số 01, mẫu CT01 hoặc Mẫu số 02a") == {"01", "ct01", "02a"}
    assert form_numbers("Tờ khai theo mẫu") == set()
