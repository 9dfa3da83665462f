"""Stores what is no page as an editor's form would: with clean texts."""

from django.db.models import Model

from core.models.typed_text import clean_texts


def add(instance: Model) -> None:
    """Clean its texts and save it."""
    clean_texts(instance)
    instance.save()
