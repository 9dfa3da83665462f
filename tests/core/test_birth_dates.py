"""Dates of birth of people who know the day, the month or only the year."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.birth_dates import read_birth, written_parts

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1945", "1945"),
        ("1945-03", "1945-03"),
        ("3/1945", "1945-03"),
        ("03.1945", "1945-03"),
        ("1945-03-02", "1945-03-02"),
        ("2/3/1945", "1945-03-02"),
        ("2026-11-29", "2026-11-29"),
        ("2026", "2026"),
        ("1900", "1900"),
    ],
)
def test_as_much_is_kept_as_is_known(typed, kept):
    assert read_birth(written_parts(typed), today=TODAY) == kept


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("2030", {"range"}),
        ("2026-12", {"range"}),
        ("2026-11-30", {"range"}),
        ("1899", {"year"}),
        ("1945-13", {"month"}),
        ("31/02/1945", {"day"}),
        ("45", {"year"}),
        ("hôm nay", {"year"}),
    ],
)
def test_impossible_births_name_the_wrong_box(typed, codes):
    with pytest.raises(ValidationError) as wrong:
        read_birth(written_parts(typed), today=TODAY)
    assert {error.code for error in wrong.value.error_list} == codes


@pytest.mark.parametrize(
    ("boxes", "codes"),
    [
        ({"day": "2", "month": "", "year": "1945"}, {"month"}),
        ({"day": "", "month": "3", "year": ""}, {"year"}),
        ({"day": "2", "month": "3", "year": ""}, {"year"}),
    ],
)
def test_half_a_date_says_which_box_is_missing(boxes, codes):
    with pytest.raises(ValidationError) as wrong:
        read_birth(boxes, today=TODAY)
    assert {error.code for error in wrong.value.error_list} == codes


def test_empty_boxes_are_no_answer():
    assert read_birth({"day": "", "month": "", "year": ""}, today=TODAY) is None
