"""The log of reads: the one write a page that is only read may make."""

from typing import Any

from services.forms.models import Read, ReadLog, Submission


def log_read(user: Any, what: Read, submission: Submission | None = None, detail: str = "") -> None:
    """Remember that this officer looked at it."""
    ReadLog.objects.create(reader=user, submission=submission, what=what, detail=detail[:200])
