"""What fields take and how they keep it: dates, telephone, identification and business numbers, text."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.forms import (
    BusinessNumberField,
    DateBoxes,
    IdentificationNumberField,
    LineField,
    PhoneField,
    PortalDateField,
    PortalForm,
    TextField,
)


class DayForm(PortalForm):
    day = PortalDateField(label="Day", required=False)


def boxes(day="", month="", year=""):
    return {"day_day": day, "day_month": month, "day_year": year}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (boxes("31", "5", "1990"), date(1990, 5, 31)),
        (boxes(" 05 ", "06", "2024"), date(2024, 6, 5)),
        (boxes("29", "2", "2024"), date(2024, 2, 29)),
        ({"day": "1990-05-31"}, date(1990, 5, 31)),
        (boxes(), None),
        ({}, None),
    ],
)
def test_a_date_is_read(data, expected):
    form = DayForm(data)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == expected


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (boxes("31", "", "1990"), ["month"]),
        (boxes("", "", "1990"), ["day", "month"]),
        (boxes("32", "13", "90"), ["day", "month", "year"]),
        (boxes("31", "4", "1990"), ["day"]),
        (boxes("29", "2", "2023"), ["day"]),
        (boxes("-1", "1", "1990"), ["day"]),
        (boxes("٣", "1", "1990"), ["day"]),
        (boxes("1", "x", "1990"), ["month"]),
        (boxes("1", "1", "99999999999999999999"), ["year"]),
        ({"day": "1990-02-30"}, ["day"]),
        ({"day": "yesterday"}, ["day", "month"]),
    ],
)
def test_an_error_names_the_wrong_boxes(data, codes):
    form = DayForm(data)
    assert [error.code for error in form.errors.as_data()["day"]] == codes


def test_a_required_date_must_be_given():
    with pytest.raises(ValidationError) as refused:
        PortalDateField().clean({"day": "", "month": "", "year": ""})
    assert refused.value.code == "required"


def test_an_untouched_date_has_not_changed():
    form = DayForm(boxes("31", "5", "1990"), initial={"day": date(1990, 5, 31)})
    assert form.changed_data == []
    assert DayForm(boxes("30", "5", "1990"), initial={"day": date(1990, 5, 31)}).changed_data == ["day"]


def test_a_date_not_asked_for_is_left_out():
    assert DateBoxes().value_omitted_from_data({}, {}, "day")
    assert not DateBoxes().value_omitted_from_data(boxes("1"), {}, "day")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("+84 (0)912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0084 912-345-678", "0912345678"),
        ("0237 3852 246", "02373852246"),
        ("(0237) 3.852.246", "02373852246"),
        ("0389999999", "0389999999"),
    ],
)
def test_a_telephone_number_is_kept_in_one_form(typed, kept):
    assert PhoneField().clean(typed) == kept


@pytest.mark.parametrize("typed", ["123", "0123456789", "09123456789", "+1 555 123 4567", "0912a45678", "٠٩١٢٣٤٥٦٧٨"])
def test_what_is_no_vietnamese_number_is_refused(typed):
    with pytest.raises(ValidationError) as refused:
        PhoneField().clean(typed)
    assert refused.value.code == "invalid"


@pytest.mark.parametrize("typed", ["038 085 000 001", "038.085.000.001", "038085000001", " 038085000001\u200b"])
def test_an_identification_number_may_have_blanks(typed):
    assert IdentificationNumberField().clean(typed) == "038085000001"


@pytest.mark.parametrize("typed", ["12345678901", "1234567890123", "03808500000x", "٠" * 12])
def test_an_identification_number_has_twelve_digits(typed):
    with pytest.raises(ValidationError):
        IdentificationNumberField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2800 123 456", "2800123456"), ("2800123456-001", "2800123456-001"), ("2800123456001", "2800123456-001")],
)
def test_a_business_number_is_kept_in_one_form(typed, kept):
    assert BusinessNumberField().clean(typed) == kept


@pytest.mark.parametrize("typed", ["123456789", "28001234560", "MST2800123456"])
def test_another_business_number_is_refused(typed):
    with pytest.raises(ValidationError):
        BusinessNumberField().clean(typed)


@pytest.mark.parametrize("field", [PhoneField, IdentificationNumberField, BusinessNumberField])
def test_an_optional_number_may_stay_empty(field):
    assert field(required=False).clean("  ") == ""


def test_lines_lose_what_nobody_sees():
    assert LineField().clean("  Lê\u200b  Thị\tNhi ") == "Lê Thị Nhi"
    assert TextField().clean("một\u200b \n\n hai") == "một\n\nhai"
