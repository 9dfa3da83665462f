"""Promises about settings that `manage.py check` recites: private files stay private, the scanner has an address."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from services.forms.uploads.scanner import address_of, is_wanted


@register
def private_files_have_no_public_place(**_kwargs: Any) -> list[CheckMessage]:
    """PRIVATE_ROOT is absolute, and neither below nor above a folder that is served."""
    private = Path(settings.PRIVATE_ROOT)
    if not private.is_absolute():
        return [Error("PRIVATE_ROOT must be an absolute path.", hint="See .env.example.", id="service_forms.E001")]
    served: list[str | Path] = [settings.MEDIA_ROOT, settings.STATIC_ROOT, *settings.STATICFILES_DIRS]
    return [
        Error(
            f"PRIVATE_ROOT and a folder that is served lie in one another: {folder}",
            hint="Files of citizens must have no public address. See .env.example.",
            id="service_forms.E002",
        )
        for folder in [Path(place) for place in served if place]
        if _overlap(private.resolve(), folder.resolve())
    ]


@register
def scanner_has_an_address(**_kwargs: Any) -> list[CheckMessage]:
    """Return a wrong CLAMD_ADDR would leave every file pending."""
    try:
        if is_wanted():
            address_of(settings.CLAMD_ADDR)
    except ValueError as error:
        return [Error(str(error), hint="See .env.example.", id="service_forms.E003")]
    return []


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)
