"""The list of wards since 1 July 2025, and how what people type finds its name."""

import unicodedata

import pytest

from core.text import fold
from services.forms.definition.administrative_units import list_date, matching_wards, wards_of
from services.forms.definition.provinces import PROVINCES


def test_list_has_every_unit_of_the_34_provinces():
    assert list_date() == "2025-07-01"
    assert sum(len(wards_of(province)) for province in PROVINCES) == 3321
    assert len(wards_of("Thanh Hóa")) == 166
    assert wards_of("Hà Tây") == ()


def test_every_name_says_what_the_unit_is_and_stands_once():
    for province in PROVINCES:
        names = wards_of(province)
        assert len(set(names)) == len(names)
        assert all(name.startswith(("Phường ", "Xã ", "Đặc khu ")) for name in names)
        assert all(name == unicodedata.normalize("NFC", name) for name in names)


@pytest.mark.parametrize("province", PROVINCES)
def test_every_name_finds_itself(province):
    names = wards_of(province)
    assert [matching_wards(province, name) for name in names] == [[name] for name in names]
    plain = {name: matching_wards(province, fold(name)) for name in names}
    assert all(name in found for name, found in plain.items())


@pytest.mark.parametrize(
    ("province", "typed", "names"),
    [
        ("Thanh Hóa", "P. Hạc Thành", ["Phường Hạc Thành"]),
        ("Thanh Hóa", "hac thanh", ["Phường Hạc Thành"]),
        ("Thanh Hóa", "PHƯỜNG HẠC THÀNH", ["Phường Hạc Thành"]),
        ("Thanh Hóa", unicodedata.normalize("NFD", "phường Hạc Thành"), ["Phường Hạc Thành"]),
        ("Thanh Hóa", "Xã Hạc Thành", ["Phường Hạc Thành"]),
        ("Thanh Hóa", "x. nga son", ["Xã Nga Sơn"]),
        ("Thanh Hóa", "Phường Trên Trời", []),
        ("Tuyên Quang", "Thuận Hoà", ["Xã Thuận Hòa"]),
        ("Tây Ninh", "xa tan thanh", ["Xã Tân Thành", "Xã Tân Thạnh"]),
        ("Tây Ninh", "x. Tân Thạnh", ["Xã Tân Thạnh"]),
        ("Hồ Chí Minh", "thanh an", ["Xã Thanh An", "Xã Thạnh An"]),
        ("Hồ Chí Minh", "Xã Thanh An", ["Xã Thanh An"]),
        ("Điện Biên", "Xa Dung", ["Xã Xa Dung"]),
        ("Quảng Trị", "đk Cồn Cỏ", ["Đặc khu Cồn Cỏ"]),
        ("Đắk Lắk", "M'Drắk", ["Xã M’Drắk"]),
    ],
)
def test_typed_name_finds_the_official_one(province, typed, names):
    assert matching_wards(province, typed) == names
