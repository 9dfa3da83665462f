"""Every kind of answer over its whole table: what is accepted and how it is stored, what is refused."""

import unicodedata
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from services.forms.definition.answer_rules import clean_answer, is_blank
from services.forms.definition.provinces import ABROAD, PROVINCES, province
from services.forms.definition.questions import Choice, Kind, Limits, Question

CHOICES = (Choice("new", "Cấp mới"), Choice("again", "Cấp lại"), Choice("end", "Thu hồi"))
HOME = {"province": "Thanh Hóa", "ward": "Phường Hạc Thành", "street": "12 Lê Lợi"}


def ask(kind: str, least: Any = None, most: Any = None, *, required: bool = True) -> Question:
    return Question("q", kind, "Câu hỏi", required=required, limits=Limits(least, most), choices=CHOICES)


@pytest.mark.parametrize(
    ("kind", "raw", "stored"),
    [
        ("text", "  Nguyễn   Văn\tAn ", "Nguyễn Văn An"),
        ("text", unicodedata.normalize("NFD", "Đỗ Thị Hường"), "Đỗ Thị Hường"),
        ("text", "a\x00b\u200bc\u202e", "abc"),
        ("text", "x" * 200, "x" * 200),
        ("text", "0", "0"),
        ("long_text", "một\r\nhai\n\nba\n", "một\nhai\n\nba"),
        ("long_text", "x" * 5000, "x" * 5000),
        ("number", "1.500.000", 1_500_000),
        ("number", "1 500 000", 1_500_000),
        ("number", "1\u00a0500", 1500),
        ("number", "１２３", 123),
        ("number", "-5", -5),
        ("number", "\u22125", -5),
        ("number", 7, 7),
        ("number", 7.0, 7),
        ("number", "007", 7),
        ("number", -(10**15), -(10**15)),
        ("amount", "0", 0),
        ("amount", 10**15, 10**15),
        ("date", "2026-11-20", "2026-11-20"),
        ("date", "2026-1-2", "2026-01-02"),
        ("date", "20/11/2026", "2026-11-20"),
        ("date", {"day": "1", "month": " 2 ", "year": "2000"}, "2000-02-01"),
        ("date", {"day": "１", "month": "２", "year": "２０００"}, "2000-02-01"),
        ("date", "1900-01-01", "1900-01-01"),
        ("date", "2024-02-29", "2024-02-29"),
        ("yes_no", True, True),
        ("yes_no", False, False),
        ("yes_no", "no", False),
        ("one", "new", "new"),
        ("many", ["end", "new", "end"], ["new", "end"]),
        ("many", ["", "new"], ["new"]),
        ("email", " an@example.vn ", "an@example.vn"),
        ("phone", "0912.345.678", "0912345678"),
        ("phone", "+84 912 345 678", "0912345678"),
        ("phone", "０９１２３４５６７８", "0912345678"),
        ("phone", "+49 (30) 123-4567", "+49301234567"),
        ("identification", "038 099 000 001", "038099000001"),
        ("business", "2800123456", "2800123456"),
        ("business", "2800123456001", "2800123456-001"),
        ("address", HOME, HOME),
        ("address", {**HOME, "province": "thanh hoá"}, HOME),
        (
            "address",
            {"province": ABROAD, "street": "Berlin, Đức"},
            {"province": ABROAD, "ward": "", "street": "Berlin, Đức"},
        ),
        ("files", ["a", "b", "a"], ["a", "b"]),
    ],
)
def test_an_answer_is_accepted_and_stored_in_one_form(kind, raw, stored):
    value = clean_answer(ask(kind), raw)
    assert value == stored
    assert type(value) is type(stored)
    assert clean_answer(ask(kind), value) == stored


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("text", "x" * 201),
        ("text", 5),
        ("text", ["a"]),
        ("text", {"a": "b"}),
        ("long_text", "x" * 5001),
        ("number", "1,5"),
        ("number", "1.50"),
        ("number", "1.500 000"),
        ("number", "một"),
        ("number", "٣"),
        ("number", "9" * 5000),
        ("number", 10**15 + 1),
        ("number", 10**400),
        ("number", 1.5),
        ("number", float("inf")),
        ("number", float("nan")),
        ("number", True),
        ("number", [1]),
        ("amount", "-1"),
        ("amount", "5 đồng"),
        ("date", "2023-02-29"),
        ("date", "31/04/2020"),
        ("date", "1899-12-31"),
        ("date", "2200-01-01"),
        ("date", "hôm nay"),
        ("date", {"day": "1", "month": "", "year": "2000"}),
        ("date", {"day": "1", "hour": "2"}),
        ("date", 2020),
        ("date", ["2020-01-01"]),
        ("yes_no", "maybe"),
        ("yes_no", 1),
        ("one", "Cấp mới"),
        ("one", ["new"]),
        ("many", "new"),
        ("many", ["new", "x"]),
        ("many", [["new"]]),
        ("email", "an@"),
        ("email", "an" * 200 + "@example.vn"),
        ("phone", "12345"),
        ("phone", 912345678),
        ("phone", "+84 12"),
        ("identification", "12345678901"),
        ("identification", "03809900000a"),
        ("identification", 38099000001),
        ("business", "280012345"),
        ("address", "Thanh Hóa"),
        ("address", {**HOME, "country": "VN"}),
        ("address", {**HOME, "province": "Hà Tây"}),
        ("address", {**HOME, "ward": ""}),
        ("address", {**HOME, "street": " "}),
        ("address", {**HOME, "street": "x" * 201}),
        ("address", {**HOME, "street": 5}),
        ("address", {"province": ABROAD, "ward": "x", "street": ""}),
        ("files", "a"),
        ("files", [f"f{number}" for number in range(21)]),
        ("files", ["x" * 65]),
        ("files", [5]),
        ("information", "x"),
    ],
)
def test_an_answer_is_refused_with_words(kind, raw):
    with pytest.raises(ValidationError) as refused:
        clean_answer(ask(kind), raw)
    assert all(message.strip() and "{" not in message for message in refused.value.messages)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.INFORMATION])
@pytest.mark.parametrize("raw", [None, "", " \t ", "\u200b", "\x00", [], {}, [""], {"day": "", "month": ""}])
def test_nothing_is_no_answer_whatever_it_looks_like(kind, raw):
    assert clean_answer(ask(kind, required=False), raw) is None
    assert clean_answer(ask(kind), raw, demand=False) is None
    with pytest.raises(ValidationError, match="Câu hỏi"):
        clean_answer(ask(kind), raw)


@pytest.mark.parametrize(
    ("kind", "limits", "good", "bad"),
    [
        ("text", (2, 4), ["ab", "abcd", "Hường"[:4]], ["a", "abcde"]),
        ("number", (0, 10), ["0", "10"], ["-1", "11"]),
        ("amount", (1000, None), ["1.000"], ["999"]),
        ("date", ("2020-01-01", "2020-12-31"), ["2020-01-01", "31/12/2020"], ["2019-12-31", "2021-01-01"]),
        ("date", ("1850-01-01", None), ["1850-01-01"], ["1849-12-31"]),
        ("date", (None, "today"), ["2000-01-01"], ["2199-01-01"]),
        ("many", (2, 2), [["new", "end"]], [["new"], ["new", "again", "end"]]),
        ("files", (None, 1), [["a"]], [["a", "b"]]),
    ],
)
def test_limits_hold_on_both_sides(kind, limits, good, bad):
    question = ask(kind, *limits)
    assert all(clean_answer(question, raw) is not None for raw in good)
    for raw in bad:
        with pytest.raises(ValidationError):
            clean_answer(question, raw)


def test_what_is_wrong_with_a_date_names_its_box():
    with pytest.raises(ValidationError) as refused:
        clean_answer(ask("date"), {"day": "40", "month": "13", "year": "2000"})
    assert [error.code for error in refused.value.error_list] == ["day", "month"]


def test_every_wrong_line_of_an_address_is_named():
    with pytest.raises(ValidationError) as refused:
        clean_answer(ask("address"), {"province": "Hà Tây", "ward": "", "street": ""})
    assert [error.code for error in refused.value.error_list] == ["province", "ward", "street"]


def test_zero_and_no_are_answers():
    assert not is_blank(0)
    assert not is_blank(False)
    assert not is_blank("0")


def test_what_is_nested_without_end_is_not_nothing():
    nested: list[Any] = []
    for _ in range(5000):
        nested = [nested]
    assert not is_blank(nested)


def test_there_are_34_provinces_and_each_is_known_by_its_name_without_marks():
    assert len(PROVINCES) == len(set(PROVINCES)) == 34
    assert province("dak lak") == "Đắk Lắk"
    assert all(province(name) == name for name in PROVINCES)
    assert province("Hà Tây") is None
