"""Answers posted after the log-in had run out: kept for an hour, given back once, to the owner of the draft alone."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from services.forms.models import Stash, Submission
from services.forms.workflow import State

LARGEST = 256 * 1024
"""Characters of JSON; more than any step of a form can hold."""
MOST = 5
"""Stashes of one draft at a time."""

Posted = Mapping[str, list[str]]


@transaction.atomic
def stash(*, submission_id: UUID, step: str, data: Posted) -> str:
    """Keep what was posted and answer a token for it.

    Who posts is not known, so a draft that does not exist, or holds enough, gets a token as well: it opens nothing.
    """
    draft = Submission.objects.select_for_update().filter(pk=submission_id, state=State.DRAFT).first()
    kept = {key: [_storable(text) for text in values] for key, values in data.items() if _is_kept(key)}
    too_large = len(json.dumps(kept)) > LARGEST
    if draft is None or too_large or _fresh().filter(submission=draft).count() >= MOST:
        return str(uuid4())
    return str(Stash.objects.create(id=uuid4(), submission=draft, step=step[:80], data=kept).pk)


@transaction.atomic
def unstash(*, token: str, user: Any, submission: Submission) -> tuple[str, dict[str, list[str]]] | None:
    """The step and what was posted to it; None when there is nothing (any more) for this person and submission."""
    own = Submission.objects.owned_by(user).drafts().filter(pk=submission.pk)
    try:
        kept = _fresh().select_for_update().filter(pk=token, submission__in=own).first()
    except (ValidationError, ValueError):
        return None
    if kept is None:
        return None
    removed, _by_model = Stash.objects.filter(pk=kept.pk).delete()
    return (kept.step, kept.data) if removed else None


def remove_stale() -> int:
    """Remove what nobody came back for; the number of them."""
    stale = Stash.objects.filter(created_at__lt=_oldest())
    return stale.delete()[0]


def _is_kept(key: str) -> bool:
    return key != "csrfmiddlewaretoken" and _storable(key) == key


def _storable(text: str) -> str:
    """Without NUL bytes, which no database keeps and no answer holds."""
    return text.replace("\x00", "")


def _fresh() -> Any:
    return Stash.objects.filter(created_at__gte=_oldest())


def _oldest() -> Any:
    return timezone.now() - timedelta(seconds=settings.STASH_SECONDS)
