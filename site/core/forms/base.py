"""The base of every form a visitor fills in: govuk-frontend's markup, errors that lead to their fields."""

from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.forms.bound import PortalBoundField
from core.forms.renderer import RENDERER


def name_what_is_missing(field: forms.Field) -> None:
    """Let the error of an empty field name it, unless the field brings words of its own."""
    if not field.label or field.error_messages.get("required") != forms.Field.default_error_messages["required"]:
        return
    chosen = isinstance(field, forms.ChoiceField)
    words = _("Please choose: {label}") if chosen else _("Please fill in: {label}")
    field.error_messages["required"] = format_lazy(words, label=field.label)


class PortalFormMixin:
    """Give it before a form class: `class SignupForm(PortalFormMixin, SomeForm)`; it works for model forms as well.

    A template writes `{{ form.error_summary }}` above its heading and `{{ form }}`, or single fields with
    `{{ form.email.as_field_group }}`. What is missing is said by our own words, never by the browser's.
    """

    default_renderer: Any = RENDERER
    bound_field_class: Any = PortalBoundField
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def full_clean(self) -> None:
        for field in self.fields.values():  # type: ignore[attr-defined]  # the form class brings them
            name_what_is_missing(field)
        super().full_clean()  # type: ignore[misc]

    @property
    def general_errors_id(self) -> str:
        """The id of the errors that belong to no single field."""
        return f"{getattr(self, 'prefix', None) or 'form'}-errors"

    @property
    def error_summary(self) -> SafeString:
        """The list of all errors with links to their fields; nothing while there are none."""
        return self.render("forms/error_summary.html")  # type: ignore[attr-defined]  # the form class brings it

    @property
    def wrong_fields(self) -> list[PortalBoundField]:
        """The visible fields with errors, in the order of the page."""
        return [field for field in self.visible_fields() if field.errors]  # type: ignore[attr-defined]


class PortalForm(PortalFormMixin, forms.Form):
    """A form in the portal's design."""
