"""Fields that many forms ask for: lines of text, telephone, identification and business numbers."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import text
from core.forms import numbers
from core.person_names import is_person_name


class LineField(forms.CharField):
    """One line of text, without the signs nobody can see."""

    def to_python(self, value: object) -> str:
        return text.clean(super().to_python(value) or "")


class PersonNameField(LineField):
    """The name of a person: letters, and the few signs that names are written with."""

    default_error_messages = {
        "invalid": _("Write the name in letters as on the identity card, without figures and signs."),
    }

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not is_person_name(value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class TextField(forms.CharField):
    """Text of several lines, without the signs nobody can see."""

    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value: object) -> str:
        return "\n".join(text.clean(line) for line in (super().to_python(value) or "").splitlines()).strip()


class NumberField(LineField):
    """A number as people write it, kept in one form; blanks, dots and dashes do not matter. Subclasses say how."""

    read: Callable[[str], str | None]
    attributes: dict[str, str] = {}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 20)
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), **self.attributes}

    def clean(self, value: object) -> str:
        typed = super().clean(value)
        number = type(self).read(typed) if typed else ""
        if number is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number


class PhoneField(NumberField):
    """A Vietnamese telephone number, kept as 0… without blanks."""

    read = staticmethod(numbers.phone)
    attributes = {"inputmode": "tel", "autocomplete": "tel"}
    default_error_messages = {
        "invalid": _("Write a Vietnamese telephone number, for example 0912 345 678 or 0237 3852 246."),
    }


class IdentificationNumberField(NumberField):
    """The 12 digits of a personal identification number."""

    read = staticmethod(numbers.identification)
    attributes = {"inputmode": "numeric", "autocomplete": "off"}
    default_error_messages = {"invalid": _("A personal identification number has exactly 12 digits.")}


class BusinessNumberField(NumberField):
    """A business registration number: 10 digits, or 13 for a branch."""

    read = staticmethod(numbers.business)
    attributes = {"inputmode": "numeric", "autocomplete": "off"}
    default_error_messages = {"invalid": _("A business registration number has 10 digits, that of a branch 13.")}
