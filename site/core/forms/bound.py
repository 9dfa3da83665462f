"""A field as it stands on a page: the classes of its control, and where a link from the list of errors leads."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import Input, Widget

from core.forms.dates import DateBoxes

LOOKS: tuple[tuple[type[Widget], str], ...] = (
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (Input, "govuk-input"),
)
"""The class of a control by its widget; the first that fits counts."""

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)
WIDTHS = ((2, 2), (3, 3), (4, 4), (5, 5), (13, 10), (30, 20))
"""The longest text, and the width of govuk-frontend that shows all of it."""


def look_of(widget: Widget) -> str:
    """Return the class of govuk-frontend for a widget, "" for one that brings its own."""
    return next((look for kind, look in LOOKS if isinstance(widget, kind)), "")


def width_of(field: forms.Field, widget: Widget) -> str:
    """Return a narrow box for what is short, so that its size tells how much is asked for."""
    longest = widget.attrs.get("maxlength") or getattr(field, "max_length", None)
    if look_of(widget) != "govuk-input" or not longest:
        return ""
    return next((f"govuk-input--width-{width}" for limit, width in WIDTHS if int(longest) <= limit), "")


class PortalBoundField(BoundField):
    """Adds govuk-frontend's classes when the control is drawn, whatever widget it has got by then."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        classes = " ".join(self._classes(widget))
        if classes:
            attrs["class"] = classes
        if isinstance(widget, DateBoxes) and self.errors:
            attrs["wrong"] = " ".join(self._wrong_parts(widget))
            attrs.pop("aria-invalid", None)
        return attrs

    def _classes(self, widget: Widget) -> Iterator[str]:
        look = look_of(widget)
        if look and not widget.is_hidden:
            yield look
            if self.errors and look in ("govuk-input", "govuk-textarea", "govuk-select", "govuk-file-upload"):
                yield f"{look}--error"
            if width := width_of(self.field, widget):
                yield width
        if own := widget.attrs.get("class"):
            yield own

    def _wrong_parts(self, widget: DateBoxes) -> list[str]:
        """Return the boxes the errors speak of; all of them when an error speaks of the whole date."""
        codes = [error.code for error in self.errors.as_data()]
        parts = [part for part in widget.parts if part in codes]
        return parts or list(widget.parts)

    @property
    def is_tick(self) -> bool:
        """Whether it is one box to tick, whose label stands after it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def error_target(self) -> str:
        """The id of the control to correct."""
        widget = self.field.widget
        base = widget.attrs.get("id") or self.auto_id
        if isinstance(widget, DateBoxes):
            return widget.id_of_part(base, self._wrong_parts(widget)[0] if self.errors else widget.parts[0])
        if isinstance(widget, GROUPS):
            return f"{base}_0" if base else ""
        return self.id_for_label
