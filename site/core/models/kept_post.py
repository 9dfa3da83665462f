"""What somebody sent and what could not be done with it: kept for a while, so that a page can show it again."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.utils import timezone

from core.json_types import JSON
from core.uuid7 import uuid7


class KeptPostQuerySet(models.QuerySet["KeptPost"]):
    """Questions asked of what is kept."""

    def fresh(self) -> Self:
        """Return those whose time is not over."""
        return self.filter(created_at__gte=oldest())

    def stale(self) -> Self:
        return self.filter(created_at__lt=oldest())

    def about(self, key: object) -> Self:
        """Return those sent to pages of the thing with this key, by whomever."""
        return self.filter(path__contains=f"/{key}/")


class KeptPost(models.Model):
    """One form as it was sent to `path`, without passwords, codes and files; opened by its owner's pages alone.

    `owner` is a person or a browser (core/form_authors.py). `data`: name → texts. `errors`: field → [{"message",
    "code"}]. `told`: what the page of the form says besides. `files`: names of files, which have to be chosen again.
    `is_unsent`: nothing was even tried, because the log-in or the token of the form had run out.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.CharField(max_length=80, db_index=True)
    path = models.CharField(max_length=500)
    data = models.JSONField(default=dict)
    errors = models.JSONField(default=dict)
    told = models.JSONField(default=dict)
    files = models.JSONField(default=list)
    status = models.PositiveSmallIntegerField(default=200)
    is_unsent = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    objects = KeptPostQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def fields(self) -> QueryDict:
        """What was typed, as a form reads it."""
        typed = QueryDict(mutable=True)
        for name, values in self.data.items():
            typed.setlist(name, values)
        return typed


def oldest() -> datetime:
    """Return what was kept before this moment is not shown any more."""
    return timezone.now() - timedelta(seconds=settings.KEPT_POST_SECONDS)


def storable_text(text: str) -> str:
    """Return the text without NUL bytes, which no database keeps and no answer holds."""
    return text.replace("\x00", "")


def storable(value: JSON) -> JSON:
    """JSON values with texts that can be stored."""
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, dict):
        return {str(name): storable(inner) for name, inner in value.items()}
    return [storable(inner) for inner in value] if isinstance(value, (list, tuple)) else value
