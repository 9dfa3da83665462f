"""Texts of an account that end up on papers: what the rest of the portal asks of them is named in settings."""

from django.conf import settings
from django.utils.module_loading import import_string

from core.forms import LineField, PersonNameField


class PaperLineField(LineField):
    """One line that settings.ACCOUNT_TEXT_CHECKS have nothing against; a check raises ValidationError."""

    def validate(self, value: str) -> None:
        super().validate(value)
        for path in settings.ACCOUNT_TEXT_CHECKS:
            import_string(path)(value)


class FullNameField(PersonNameField, PaperLineField):
    """The name of the person an account belongs to."""
