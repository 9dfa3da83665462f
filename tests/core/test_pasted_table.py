"""Cells copied from Word and Excel, as text and as HTML."""

import pytest

from core.pasted_table import read_table


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Tờ khai\t1\r\nẢnh 4×6\t2\r\n", [["Tờ khai", "1"], ["Ảnh 4×6", "2"]]),
        ("Tờ khai\nẢnh", [["Tờ khai"], ["Ảnh"]]),
        ('"Tờ khai\ncủa ""cha"""\t1\nẢnh\t2', [['Tờ khai\ncủa "cha"', "1"], ["Ảnh", "2"]]),
        ('Mẫu "A"\t1\n"Đơn" theo mẫu\t2', [['Mẫu "A"', "1"], ['"Đơn" theo mẫu', "2"]]),
        ('Mẫu "A\t1', [['Mẫu "A', "1"]]),
        ("  Tờ\xa0khai  \t\n\t\n\n", [["Tờ khai", ""]]),
        ("", []),
    ],
)
def test_text_of_cells_is_a_table(text, table):
    assert read_table(text) == table


def test_a_table_of_word_is_read_from_its_html():
    html = """<html><head><style>td {color: red}</style></head><body><p>Trước bảng</p>
    <table class=MsoTable><tr><td><p><b>Tên giấy tờ</b></p></td><td><p>Bản
    chính</p></td></tr><tr><td><p>Tờ khai</p><p>có ảnh</p></td><td>1</td></tr></table>
    <table><tr><td>bảng khác</td></tr></table></body></html>"""
    assert read_table("bỏ qua", html) == [["Tên giấy tờ", "Bản chính"], ["Tờ khai\ncó ảnh", "1"]]


def test_merged_cells_stand_in_every_row_and_leave_their_columns():
    html = (
        "<table><tr><td rowspan=2>Cấp lần đầu</td><td>Tờ khai</td><td>1</td></tr>"
        "<tr><td colspan=2>Ảnh</td></tr><tr><td>Cấp lại</td><td>Đơn</td><td>1</td></tr></table>"
    )
    assert read_table("", html) == [
        ["Cấp lần đầu", "Tờ khai", "1"],
        ["Cấp lần đầu", "Ảnh", ""],
        ["Cấp lại", "Đơn", "1"],
    ]


@pytest.mark.parametrize(
    "html", ["<table", "<table><td>1</td></table>", "<table></tr></td></table>", "<table><tr><td>1"]
)
def test_broken_html_is_no_error(html):
    assert read_table("Tờ khai", html) == [["Tờ khai"]]


def test_a_table_within_a_cell_is_words():
    html = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"
    assert read_table("", html) == [["ab", "c"]]
