"""Numbers of rows as they come with a request: what cannot be one never reaches the database, which fails at it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django_filters import ModelChoiceFilter
from django_filters.fields import ModelChoiceField as FilterChoiceField

LONGEST = 18
"""Digits of the greatest number a column holds, less one."""


def row_number(typed: object) -> int | None:
    """Return the number somebody named; None for what is none, of which no row has the number."""
    text = str(typed)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None


class _Numbered:
    """A choice of rows, before the other base class: what is no number is not among them.

    Columns that point at a page do not check by themselves what they are compared with, as columns of numbers do.
    """

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 (as in Django's field)
        if isinstance(value, str) and value and row_number(value) is None:
            raise ValidationError(
                self.error_messages["invalid_choice"],  # type: ignore[attr-defined]
                code="invalid_choice",
                params={"value": value[:LONGEST]},
            )
        return super().to_python(value)  # type: ignore[misc]


class PageChoiceField(_Numbered, forms.ModelChoiceField):
    """A choice of pages."""


class _PageFilterField(_Numbered, FilterChoiceField):
    """The same in a list that is narrowed."""


class PageChoiceFilter(ModelChoiceFilter):
    """A list narrowed by one page."""

    field_class = _PageFilterField
