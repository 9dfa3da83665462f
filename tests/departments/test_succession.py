"""Successors of former departments: by field, never guessed. The mergers are the real ones of 2025."""

import pytest

from departments.succession import Takeover, successor_for

INFORMATION_AND_COMMUNICATIONS = [
    Takeover({"buu-chinh", "vien-thong", "chuyen-doi-so"}, "Sở Khoa học và Công nghệ"),
    Takeover({"bao-chi", "xuat-ban", "thong-tin-dien-tu"}, "Sở Văn hóa, Thể thao và Du lịch"),
]
LABOUR = [
    Takeover(["lao-dong", "viec-lam", "nguoi-co-cong"], "Sở Nội vụ"),
    Takeover(["bao-tro-xa-hoi", "tre-em"], "Sở Y tế"),
    Takeover(["giao-duc-nghe-nghiep"], "Sở Giáo dục và Đào tạo"),
]
FOREIGN_AFFAIRS: list[Takeover[str]] = []


@pytest.mark.parametrize(
    ("field", "takeovers", "successor"),
    [
        ("buu-chinh", INFORMATION_AND_COMMUNICATIONS, "Sở Khoa học và Công nghệ"),
        ("bao-chi", INFORMATION_AND_COMMUNICATIONS, "Sở Văn hóa, Thể thao và Du lịch"),
        ("giao-duc-nghe-nghiep", LABOUR, "Sở Giáo dục và Đào tạo"),
        ("tre-em", LABOUR, "Sở Y tế"),
        ("tan-so-vo-tuyen", INFORMATION_AND_COMMUNICATIONS, None),
        (None, LABOUR, None),
        ("lanh-su", FOREIGN_AFFAIRS, None),
        ("duong-bo", [Takeover((), "Sở Xây dựng")], None),
        (None, [Takeover([None], "Sở Xây dựng")], None),
    ],
)
def test_the_successor_is_the_one_named_for_the_field(field, takeovers, successor):
    assert successor_for(field, takeovers) == successor


def test_two_departments_named_for_one_field_are_not_guessed_between():
    takeovers = [Takeover({"an-toan-thuc-pham"}, "Sở Y tế"), Takeover({"an-toan-thuc-pham"}, "Sở Công Thương")]
    assert successor_for("an-toan-thuc-pham", takeovers) is None


def test_one_department_named_twice_is_still_one():
    takeovers = [Takeover({"dat-dai"}, "Sở NN&MT"), Takeover({"dat-dai", "moi-truong"}, "Sở NN&MT")]
    assert successor_for("dat-dai", takeovers) == "Sở NN&MT"
