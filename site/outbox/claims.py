"""Taking a delivery and giving it back: the lease sees to it that one worker has it at a time.

Whoever holds a lease has written a random token into the row; only with that token can the row be settled. A worker
that was killed settles nothing, its lease runs out, and the next one takes the row.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from outbox import circuits, retries
from outbox.lanes import in_lane
from outbox.models import LEASE_LENGTH, Delivery, DeliveryQuerySet

ABANDONED = "The worker ended in the middle, again and again."


def new_token() -> str:
    """Return the name of one claim."""
    return secrets.token_hex(LEASE_LENGTH // 2)


def claim(lane: str | None = None) -> Delivery | None:
    """Take the delivery that waits the longest, of one lane or of all; None when none is due.

    What is sent through a channel that does not answer is not due until it is asked again (outbox/circuits.py).
    """
    while _due(lane, timezone.now()).exists():  # a look first: an idle worker takes no write lock
        now = timezone.now()
        with transaction.atomic():
            found = _candidates(lane, now).first()
            if found is None:
                return None  # others have taken them all
            if found.leased_until and retries.is_over(attempts=found.attempts, due_at=found.due_at, now=now):
                _still(found).update(failed_at=now, last_error=ABANDONED, lease="", leased_until=None)
                continue
            if found.channel and not circuits.may_pass(found.channel, now):
                continue
            if claimed := _lease(found, now):
                return claimed
    return None


def settle_done(delivery: Delivery) -> bool:
    """Delivered: the payload goes. False when the lease was lost meanwhile."""
    return _settle(delivery, done_at=timezone.now(), failed_at=None, payload={}, last_error="")


def settle_failed(delivery: Delivery, error: str) -> bool:
    """Not delivered: another attempt later, or a dead letter when there were enough. False when the lease was lost."""
    now = timezone.now()
    again = retries.next_attempt(attempts=delivery.attempts, due_at=delivery.due_at, now=now)
    if again is None:
        return settle_dead(delivery, error)
    return _settle(delivery, run_after=again, last_error=error)


def settle_dead(delivery: Delivery, error: str) -> bool:
    """Return a dead letter: staff decide. The payload stays, so
    that they can try again. False when the lease was lost.
    """
    return _settle(delivery, failed_at=timezone.now(), last_error=error)


def _due(lane: str | None, now: datetime) -> DeliveryQuerySet:
    due = Delivery.objects.due(now).exclude(channel__in=circuits.open_channels(now))
    return due if lane is None else in_lane(due, lane)


def _candidates(lane: str | None, now: datetime) -> DeliveryQuerySet:
    due = _due(lane, now)
    if connection.features.has_select_for_update_skip_locked:
        return due.select_for_update(skip_locked=True)
    return due


def _still(found: Delivery) -> DeliveryQuerySet:
    """Return the row as long as nobody has taken it since it was read (SQLite has no row locks)."""
    return Delivery.objects.unsettled().filter(pk=found.pk, lease=found.lease)


def _lease(found: Delivery, now: datetime) -> Delivery | None:
    token = new_token()
    until = now + timedelta(seconds=settings.OUTBOX_LEASE_SECONDS)
    if not _still(found).update(lease=token, leased_until=until, attempts=F("attempts") + 1):
        return None
    found.lease, found.leased_until, found.attempts = token, until, found.attempts + 1
    return found


def _settle(delivery: Delivery, **values: Any) -> bool:
    mine = Delivery.objects.filter(pk=delivery.pk, lease=delivery.lease)
    return bool(mine.update(lease="", leased_until=None, **values))
