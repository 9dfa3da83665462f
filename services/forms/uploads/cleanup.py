"""What nobody will ever ask for: half-written files, files without a row, files of questions that are gone."""

import time
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from services.forms.definition.questions import Kind
from services.forms.models import Attachment, Submission
from services.forms.uploads import scanning, storage
from services.forms.uploads.taking import erase

HALF_WRITTEN_AFTER = 60 * 60
WITHOUT_ROW_AFTER = 24 * 60 * 60
"""Seconds; long after the transaction that would have made the row has ended."""
UNASKED_AFTER = timedelta(days=1)


def sweep() -> dict[str, int]:
    """Routine of the worker: what was removed, by its sort."""
    return {
        "temporary": sweep_temporary(),
        "without_row": sweep_without_row(),
        "unasked": sweep_unasked(),
        "asked_again": scanning.ask_again_about_forgotten(),
    }


def sweep_temporary() -> int:
    """Return files whose writing was cut off."""
    return _remove([path for path, age in _ages() if _is_temporary(path) and age > HALF_WRITTEN_AFTER])


def sweep_without_row() -> int:
    """Return files whose row was never written or went without them."""
    old = [path for path, age in _ages() if not _is_temporary(path) and age > WITHOUT_ROW_AFTER]
    return _remove(without_row(old))


def sweep_unasked() -> int:
    """Return files of drafts whose form, changed since, does not ask for them any more."""
    old = Attachment.objects.filter(claimed_at=None, uploaded_at__lt=timezone.now() - UNASKED_AFTER)
    drafts = Submission.objects.drafts().filter(attachments__in=old).distinct()
    return sum(_sweep_draft(pk) for pk in drafts.values_list("pk", flat=True))


def without_row(paths: list[str]) -> list[str]:
    """Return those of these paths that no row names."""
    known = set(Attachment.objects.values_list("path", flat=True))
    return [path for path in paths if path not in known]


def _sweep_draft(pk: object) -> int:
    with transaction.atomic():
        draft = Submission.objects.drafts().select_for_update(of=("self",)).filter(pk=pk).first()
        if draft is None:
            return 0
        asked = [question.key for question in draft.version.form().questions() if question.kind == Kind.FILES]
        return erase(draft.attachments.filter(claimed_at=None).exclude(question__in=asked))


def _ages() -> list[tuple[str, float]]:
    now = time.time()
    return [(path, now - found.st_mtime) for path, found in storage.files()]


def _is_temporary(path: str) -> bool:
    return Path(path).suffix == storage.TEMPORARY


def _remove(paths: list[str]) -> int:
    for path in paths:
        storage.remove(path)
    return len(paths)
