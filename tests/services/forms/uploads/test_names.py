"""Shown names are one clean line and keep their extension."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.forms.uploads.limits import LONGEST_NAME
from services.forms.uploads.names import extension_of, shown_name, with_extension


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Tờ khai.pdf", "Tờ khai.pdf"),
        (unicodedata.normalize("NFD", "Tờ khai.pdf"), "Tờ khai.pdf"),
        ("../../etc/Tờ khai.pdf", "Tờ khai.pdf"),
        ("C:\\Ảnh\\giấy  tờ.JPG", "giấy tờ.JPG"),
        ("khai\u202efdp.exe", "khaifdp.exe"),
        ("a\r\nSet-Cookie: b.pdf", "a Set-Cookie: b.pdf"),
        ("khai.pdf\x00.exe", "khai.pdf.exe"),
        (".pdf", "tep.pdf"),
        ("", "tep"),
        ("/", "tep"),
        ("\u200b", "tep"),
        ("Giấy xác nhận.pdf. ", "Giấy xác nhận.pdf"),
        ("...", "tep"),
    ],
)
def test_name_is_shown_as_one_clean_line(raw, shown):
    assert shown_name(raw) == shown


def test_long_name_keeps_its_extension():
    name = shown_name("ề" * 500 + ".docx")
    assert len(name) == LONGEST_NAME
    assert name.endswith("ề.docx")


def test_extension_longer_than_a_name_is_cut_too():
    assert len(shown_name("a." + "b" * 500)) <= LONGEST_NAME


@given(st.text(max_size=300))
def test_any_name_becomes_a_short_visible_one(raw):
    name = shown_name(raw)
    assert 0 < len(name) <= LONGEST_NAME
    assert name == unicodedata.normalize("NFC", name)
    assert not [char for char in name if unicodedata.category(char) in {"Cc", "Cf", "Cs"} or char in "/\\"]


@pytest.mark.parametrize(
    ("name", "extension"),
    [
        ("A.PDF", "pdf"),
        ("a. PDF ", "pdf"),
        ("a.tar.gz", "gz"),
        ("a", ""),
        ("a.", ""),
        ("Ngày 22.11.2026", ""),
        ("a.pdf (1)", ""),
        ("Đơn của bà.Hoà", ""),
    ],
)
def test_extension_is_told_in_small_letters(name, extension):
    assert extension_of(name) == extension


@pytest.mark.parametrize(
    ("name", "corrected"),
    [
        ("anh.JPG", "anh.JPG"),
        ("anh.jpeg", "anh.jpeg"),
        ("anh.png", "anh.jpg"),
        ("anh.pdf.png", "anh.pdf.jpg"),
        ("Ảnh", "Ảnh.jpg"),
        ("Ảnh 22.11.2026", "Ảnh 22.11.2026.jpg"),
        ("anh.jpg (1)", "anh.jpg (1).jpg"),
        ("anh. jpg", "anh.jpg"),
        ("ề" * LONGEST_NAME, "ề" * (LONGEST_NAME - 4) + ".jpg"),
    ],
)
def test_name_ends_as_the_content_is(name, corrected):
    assert with_extension(name, ("jpg", "jpeg")) == corrected
