"""Reminders of drafts that end soon; a routine of the worker."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from services.forms.messages import notifications
from services.forms.models import Submission


def send_reminders() -> int:
    """Have the owners of drafts told that they end soon; the number of reminders."""
    now = timezone.now()
    begun = now - timedelta(days=settings.DRAFT_DAYS - max(settings.DRAFT_REMINDERS))
    drafts = Submission.objects.drafts().filter(changed_at__lte=begun).defer("answers", "fees", "durations")
    due = [(draft, due_reminder(draft.changed_at, draft.reminded_at, now)) for draft in drafts]
    return sum(_tell(draft, days, now) for draft, days in due if days is not None)


def due_reminder(changed_at: datetime, reminded_at: datetime | None, now: datetime) -> int | None:
    """Return which reminder, by its days before the end, is to be sent now; None when none is, or it was sent.

    Where several were missed the last one stands for all. A changed draft begins its days anew.
    """
    ends_at = changed_at + timedelta(days=settings.DRAFT_DAYS)
    reached = [days for days in settings.DRAFT_REMINDERS if ends_at - timedelta(days=days) <= now]
    if not reached or now >= ends_at:
        return None
    since = ends_at - timedelta(days=min(reached))
    return min(reached) if reminded_at is None or reminded_at < since else None


@transaction.atomic
def _tell(draft: Submission, days: int, now: datetime) -> int:
    """Mark and announce it, unless the draft was changed or reminded of meanwhile; a reminder is no change."""
    same = Submission.objects.drafts().filter(pk=draft.pk, revision=draft.revision, reminded_at=draft.reminded_at)
    told = same.update(reminded_at=now)
    if told:
        notifications.announce_end(draft, days)
    return told
