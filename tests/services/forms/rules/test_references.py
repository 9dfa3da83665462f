"""Codes of dossiers."""

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.forms.rules.references import code_key, code_of, possible_keys, unit_of
from services.forms.submissions.numbering import next_code

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("agency_code", "mark", "unit"),
    [
        ("H56.21", "", "H56.21"),
        (" h56.21 ", "", "H56.21"),
        ("", "", "H56"),
        ("   ", "", "H56"),
        ("H56-21", "", "H5621"),
        ("", "MINHHOA", "MINHHOA-H56"),
        ("H56.21", "MINHHOA", "MINHHOA-H56.21"),
    ],
)
def test_the_unit_is_the_agencys_own_or_the_provinces(agency_code, mark, unit):
    assert unit_of(agency_code, province="H56", mark=mark) == unit


@pytest.mark.parametrize(
    ("number", "code"),
    [(1, "H56.21-261122-0001"), (9_999, "H56.21-261122-9999"), (10_000, "H56.21-261122-10000")],
)
def test_a_code_has_at_least_four_digits(number, code):
    assert code_of("H56.21", DAY, number) == code


def test_there_is_no_dossier_number_zero():
    with pytest.raises(ValueError, match="counted from 1"):
        code_of("H56", DAY, 0)


@given(
    st.tuples(st.sampled_from(["H56", "H56.21"]), st.dates(date(2026, 1, 1), date(2099, 1, 1)), st.integers(1, 99_999)),
    st.tuples(st.sampled_from(["H56", "H56.21"]), st.dates(date(2026, 1, 1), date(2099, 1, 1)), st.integers(1, 99_999)),
)
def test_two_dossiers_never_have_one_code(one, other):
    assert (code_of(*one) == code_of(*other)) == (one == other)


TYPED = [
    "h56.21-261122-0001",
    " H56.21 - 261122 - 0001 ",
    "H56.21–261122—0001",
    "H56 21 261122 0001",
    "H56.21.261122.0001",
    "H56.21‑261122−0001",
    "Ｈ５６．２１－２６１１２２－０００１",
    "H56.21-261122-OOO1",
    "h56.21-261122-ooo1",
    "H56.21-261122-0001\u200b",
    "H5621/261122/0001",
]


@pytest.mark.parametrize("typed", TYPED)
def test_a_code_is_understood_however_it_is_typed(typed):
    assert code_key("H56.21-261122-0001") in possible_keys(typed)


def test_letters_in_front_stay_letters():
    assert possible_keys("MINH HỌA H56 261130 0008") == ["MINHHOAH562611300008"]
    assert possible_keys(unicodedata.normalize("NFD", "minh họa-h56-261130-0008")) == ["MINHHOAH562611300008"]


@pytest.mark.parametrize("typed", ["", "  ", "-", "…", "\x00"])
def test_what_holds_no_sign_of_a_code_is_none(typed):
    assert possible_keys(typed) == []


@pytest.mark.django_db
def test_the_day_is_that_of_vietnam_and_begins_anew():
    late = datetime(2026, 11, 22, 16, 59, tzinfo=UTC)
    next_day = datetime(2026, 11, 22, 17, 1, tzinfo=UTC)
    assert [next_code("H56.21", late), next_code("H56.21", late), next_code("H56.17", late)] == [
        "H56.21-261122-0001",
        "H56.21-261122-0002",
        "H56.17-261122-0001",
    ]
    assert next_code("H56.21", next_day) == "H56.21-261123-0001"


@pytest.mark.django_db
def test_what_is_not_real_carries_the_mark(settings):
    settings.SUBMISSION_MARK = "MINHHOA"
    assert next_code("", datetime(2026, 11, 22, tzinfo=UTC)) == "MINHHOA-H56-261122-0001"
