"""Versions of words that are no page, such as letters and menus: the log of changes keeps what they said each time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.log_actions import LogContext, log
from wagtail.models import ModelLogEntry

from core.admin_visibility import Person

SHOWN = 30
"""How many versions a screen lists; the log keeps all."""

Words = Mapping[str, Any]


@dataclass(frozen=True)
class WordVersion:
    """What somebody made of the words at one moment; `words` is None where they went back to what stands without."""

    number: int
    at: datetime
    by: str
    words: Words | None


def keep_version(instance: Model, action: str, person: Person | None, words: Words | None) -> None:
    """Log a change with the words as they are from now on; without a person it is the portal that found them so."""
    with LogContext(user=person):
        log(instance=instance, action=action, content_changed=True, deleted=words is None, data=dict(words or {}))


def versions_of(model: type[Model], **which: object) -> list[WordVersion]:
    """Return the versions the log knows, the newest first; `which` chooses the entries of one thing."""
    of_model = ContentType.objects.get_for_model(model, for_concrete_model=False)
    entries = ModelLogEntry.objects.filter(content_type=of_model, **which).select_related("user")
    return [
        WordVersion(entry.pk, entry.timestamp, entry.user_display_name, None if entry.deleted else entry.data)
        for entry in entries.order_by("-timestamp", "-pk")[:SHOWN]
    ]


def chosen(versions: list[WordVersion], number: str) -> WordVersion | None:
    """Return the version of that number as it was posted; None for one that is none of these."""
    return next((version for version in versions if str(version.number) == number), None)
