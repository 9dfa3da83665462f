"""Papers, fees and steps out of pasted tables."""

import pytest

from services.rules.pasted_rows import MOST_ROWS, read_rows


def rows(kind, *lines):
    return [row.values for row in read_rows(kind, [line.split("|") for line in lines]).rows]


def test_columns_are_known_by_their_headings_however_they_are_typed():
    table = ["TT|TÊN GIẤY TỜ|Bản sao|ban chinh|Trường hợp", "1|Tờ khai|0|1|Cấp lần đầu"]
    assert rows("documents", *table) == [
        {"name": "Tờ khai", "copies": "0", "originals": "1", "case": "Cấp lần đầu"},
    ]


def test_without_headings_the_order_speaks_and_a_column_that_counts_is_left_out():
    assert rows("documents", "1|Tờ khai|1|0", "2|Ảnh|2|") == [
        {"name": "Tờ khai", "originals": "1", "copies": "0"},
        {"name": "Ảnh", "originals": "2"},
    ]


def test_numbers_of_the_national_portal_are_read():
    table = ["Tên giấy tờ|Mẫu đơn, tờ khai|Số lượng", "Đơn|Mẫu 01|Bản chính: 1 - Bản sao: 02"]
    assert rows("documents", *table) == [{"name": "Đơn", "template_code": "Mẫu 01", "originals": "1", "copies": "2"}]


def test_what_is_not_understood_is_kept_and_told():
    table = [["Tên giấy tờ", "Bản chính", "Người ký"], ["Tờ khai", "vài", "Trưởng phòng"]]
    (row,) = read_rows("documents", table).rows
    assert row.values == {"name": "Tờ khai", "note": "Bản chính: vài\nNgười ký: Trưởng phòng"}
    assert row.kept == ["Bản chính: vài", "Người ký: Trưởng phòng"]


def test_a_second_column_of_the_same_field_is_kept():
    assert rows("documents", "Tên giấy tờ|Giấy tờ", "Tờ khai|Đơn") == [{"name": "Tờ khai", "note": "Giấy tờ: Đơn"}]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("1.500.000", {"amount": "1.500.000", "status": "amount"}),
        ("1500000 đồng", {"amount": "1.500.000", "status": "amount"}),
        ("Miễn phí", {"status": "free"}),
        ("Không quy định", {"status": "not_prescribed"}),
        ("50% mức phí", {"status": "see_note", "note": "Mức thu: 50% mức phí"}),
        ("0", {"status": "see_note", "note": "Mức thu: 0"}),
        ("", {"status": "see_note"}),
    ],
)
def test_an_amount_is_never_guessed(words, values):
    assert rows("fees", "Tên phí|Mức thu", f"Lệ phí|{words}") == [{"name": "Lệ phí", **values}]


def test_the_way_of_filing_is_a_choice():
    table = ["Hình thức nộp|Mức thu", "Trực tuyến|8.000", "Qua người quen|8.000"]
    first, second = rows("fees", *table)
    assert first["channel"] == "online"
    assert second["note"] == "Hình thức nộp: Qua người quen"


def test_steps_are_one_text_or_heading_text_and_actor():
    assert rows("steps", "Nộp hồ sơ", "Nhận kết quả") == [{"text": "Nộp hồ sơ"}, {"text": "Nhận kết quả"}]
    assert rows("steps", "Bước 1|Nộp hồ sơ|Người nộp|gấp") == [
        {"heading": "Bước 1", "text": "Nộp hồ sơ\ngấp", "actor": "Người nộp"}
    ]


def test_too_many_rows_are_left_out_and_told():
    pasted = read_rows("documents", [[f"Giấy tờ {number}"] for number in range(MOST_ROWS + 2)])
    assert (len(pasted.rows), pasted.left_out) == (MOST_ROWS, 2)


def test_nothing_pasted_is_no_row():
    assert read_rows("fees", []).rows == []
