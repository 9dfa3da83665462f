"""Measured quantities as Vietnamese write them."""

import json

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from services.forms.definition.measures import TwoMeaningsError, in_figures, is_measure, read_measure, to_type


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1250,5", "1250.5"),
        ("1.250,5", "1250.5"),
        ("1 250,5", "1250.5"),
        ("1250.5", "1250.5"),
        ("1,250.5", "1250.5"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("0,250", "0.25"),
        ("0.250", "0.25"),
        ("1,125000", "1.1250"),
        ("007", "7"),
        ("0", "0"),
        ("1250,50", "1250.5"),
    ],
)
def test_measure_is_kept_exactly(typed, kept):
    assert read_measure(typed) == kept
    assert is_measure(kept)


@pytest.mark.parametrize(
    ("typed", "whole", "broken"),
    [("1.250", "1250", "1,2500"), ("1,250", "1250", "1,2500"), ("12,345", "12345", "12,3450")],
)
def test_what_may_mean_two_things_is_asked_and_each_answer_is_plain(typed, whole, broken):
    with pytest.raises(TwoMeaningsError) as two:
        read_measure(typed)
    assert (two.value.whole, two.value.broken) == (whole, broken)
    assert read_measure(whole) == whole
    assert float(read_measure(broken) or 0) == float(typed.replace(",", "."))


@pytest.mark.parametrize("typed", ["", "a", "-1", "1.2.3", "1,2,3", "1..5", "1e5", "1" * 20, "1,1234567", "12.50.000"])
def test_what_is_no_measure_is_refused(typed):
    assert read_measure(typed) is None


@given(st.decimals(min_value=0, max_value=10**12, places=6))
def test_what_a_person_is_shown_can_be_sent_again(number):
    kept = read_measure(f"{number:.6f}".replace(".", ","))
    assert kept is not None
    for language in ("vi", "en"):
        with translation.override(language):
            assert read_measure(to_type(kept)) == kept
    assert float(json.loads(kept)) == float(number)


def test_measure_is_read_in_the_way_of_the_language():
    with translation.override("vi"):
        assert in_figures("1250.5") == "1.250,5"
        assert in_figures("1.1250") == "1,125"
    with translation.override("en"):
        assert in_figures("1250.5") == "1,250.5"
