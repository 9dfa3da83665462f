"""Languages of content: facts are the same in every language and locked, words are translated."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.conf import settings
from django.utils import dateformat
from django.utils.translation import get_language
from wagtail_localize.fields import SynchronizedField, TranslatableField

if TYPE_CHECKING:
    from wagtail.models import TranslatableMixin

Translated = TypeVar("Translated", bound="TranslatableMixin")
"""A page or a term: one object of several languages."""

IN_SOURCE_LANGUAGE = {"locale__language_code": settings.LANGUAGE_CODE}
"""Limits a choice to originals: facts point at the Vietnamese term in every language."""

DAY_FORMATS = {"vi": "j/n/Y", "en": "j F Y"}


def facts(*names: str) -> list[SynchronizedField]:
    """Fields whose value is copied to every translation and may not be changed there."""
    return [SynchronizedField(name, overridable=False) for name in names]


def words(*names: str) -> list[TranslatableField]:
    """Fields (or child relations) offered to the translator."""
    return [TranslatableField(name) for name in names]


def reader_language() -> str:
    """Return the language the reader asked for, as the address says it."""
    return get_language() or settings.LANGUAGE_CODE


def written_day(day: date) -> str:
    """Return the day as the reader's language writes it."""
    return dateformat.format(day, DAY_FORMATS[reader_language()])


def in_language(objects: Iterable[Translated], language: str) -> dict[UUID, Translated]:
    """Return the given translatable objects in `language`, by translation key, in one query per model.

    An object without a translation (or whose translation is only an alias, or not live) stands for itself,
    so every key of the input is in the answer.
    """
    found: dict[UUID, Translated] = {}
    by_model: dict[type[Translated], list[Translated]] = {}
    for item in objects:
        found[item.translation_key] = item
        by_model.setdefault(type(item), []).append(item)
    for model, items in by_model.items():
        keys = {item.translation_key for item in items if item.locale.language_code != language}
        if not keys:
            continue
        translations = model._default_manager.filter(translation_key__in=keys, locale__language_code=language)
        if hasattr(model, "alias_of"):
            translations = translations.filter(live=True, alias_of__isnull=True)
        found.update({item.translation_key: item for item in translations.select_related("locale")})
    return found
