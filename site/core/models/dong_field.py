"""A column of whole đồng, typed as people write amounts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.money import parse_dong


class DongInput(forms.TextInput):
    """Shows an amount with its thousands grouped; what was typed otherwise stays."""

    def format_value(self, value: Any) -> str | None:  # noqa: ANN401 (Django's words for what is shown)
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else super().format_value(value)


class DongFormField(forms.IntegerField):
    """Takes "1.500.000", "1500000" and "1.500.000 đ", and shows the first."""

    widget = DongInput
    default_error_messages = {"invalid": _("Write whole đồng, for example 1.500.000.")}

    def to_python(self, value: Any) -> int | None:  # noqa: ANN401 (Django's words for what was typed)
        if value in self.empty_values or isinstance(value, int):
            return super().to_python(value)
        amount = parse_dong(str(value))
        if amount is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return amount


class DongField(models.PositiveBigIntegerField):
    """Whole đồng."""

    def formfield(self, *args: Any, **options: Any) -> forms.Field | None:
        return super().formfield(*args, **{"form_class": DongFormField, **options})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        # for the database it is Django's column
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.PositiveBigIntegerField", list(args), dict(options)
