"""Boxes to tick for the terms of a vocabulary."""

from typing import Any

from django import forms


class TermBoxes(forms.CheckboxSelectMultiple):
    """Reads its terms once: Wagtail's editor writes each field out for the page, and once more for its scripts."""

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        self.choices = list(iter(self.choices))  # a list of the choices themselves would have them counted first
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context
