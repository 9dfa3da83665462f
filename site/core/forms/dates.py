"""A date as three boxes: day, month, year. An error says which of them is wrong."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.widgets import Widget
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")
LABELS = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
MISSING = {
    "day": _("The date must have a day."),
    "month": _("The date must have a month."),
    "year": _("The date must have a year."),
}
SIZES = {"day": 2, "month": 2, "year": 4}
EARLIEST_YEAR, LATEST_YEAR = 1800, 2199

Parts = dict[str, str]
Files = MultiValueDict[str, UploadedFile]


def parts_of(value: object) -> Parts:
    """Return what stands in the boxes for a date, an ISO text that may end before its day, or what was typed."""
    if isinstance(value, date):
        return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
    if isinstance(value, Mapping):
        return {part: str(value.get(part, "")).strip() for part in PARTS}
    pieces = str(value or "").strip().split("-", 2)
    year, month, day = [*pieces, "", ""][:3]
    return {"day": day, "month": month, "year": year}


def read_date(parts: Parts) -> date | None:
    """Return the date of three boxes, None when all are empty; ValidationError whose codes name the wrong boxes."""
    if not any(parts.values()):
        return None
    missing = [part for part in PARTS if not parts[part]]
    if missing:
        raise ValidationError([ValidationError(MISSING[part], code=part) for part in missing])
    numbers = {part: int(parts[part]) if _is_number(parts[part]) else 0 for part in PARTS}
    wrong = [*_wrong_parts(numbers)]
    if wrong:
        raise ValidationError(wrong)
    try:
        return date(numbers["year"], numbers["month"], numbers["day"])
    except ValueError:
        raise ValidationError(_("This month does not have so many days."), code="day") from None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


def _wrong_parts(numbers: dict[str, int]) -> list[ValidationError]:
    errors = []
    if not 1 <= numbers["day"] <= 31:
        errors.append(ValidationError(_("The day must be a number from 1 to 31."), code="day"))
    if not 1 <= numbers["month"] <= 12:
        errors.append(ValidationError(_("The month must be a number from 1 to 12."), code="month"))
    if not EARLIEST_YEAR <= numbers["year"] <= LATEST_YEAR:
        errors.append(ValidationError(_("The year must have four digits, for example 1990."), code="year"))
    return errors


class DateBoxes(Widget):
    """Three boxes named `<name>_day`, `<name>_month`, `<name>_year`; one ISO text under `<name>` does as well."""

    template_name = "forms/date_boxes.html"
    use_fieldset = True
    parts = PARTS

    def value_from_datadict(self, data: Mapping[str, Any], files: Files, name: str) -> str | Parts:
        if data.get(name):
            return data[name]
        return {part: data.get(f"{name}_{part}", "") for part in PARTS}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Files, name: str) -> bool:
        return name not in data and not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return ""  # each box has its own label; the legend names the date

    def id_of_part(self, id_: str, part: str) -> str:
        """Return the id of a box."""
        return f"{id_}_{part}"

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        own = context["widget"]["attrs"]
        wrong = own.pop("wrong", "").split()
        context["widget"]["boxes"] = [
            {
                "name": f"{name}_{part}",
                "id": self.id_of_part(own.get("id", name), part),
                "label": LABELS[part],
                "value": typed,
                "size": SIZES[part],
                "width": f"govuk-input--width-{SIZES[part]}",
                "is_wrong": part in wrong,
                "autocomplete": f"bday-{part}" if own.get("autocomplete") == "bday" else "",
            }
            for part, typed in parts_of(value).items()
        ]
        return context


class DayField(forms.DateField):
    """A day chosen in one box; the far ends of the calendar, at which nothing can be worked out, are refused."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is not None and not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
            words = _("Choose a day between the years %(first)d and %(last)d.")
            raise ValidationError(words % {"first": EARLIEST_YEAR, "last": LATEST_YEAR})


class PortalDateField(forms.DateField):
    """A date typed into three boxes, or given as one ISO text such as 1990-05-31."""

    widget = DateBoxes

    def to_python(self, value: object) -> date | None:
        if isinstance(value, date):
            return value
        return read_date(parts_of(value))
