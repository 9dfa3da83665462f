"""The way in: something is put into the outbox in the transaction of the business it belongs to."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from outbox.handlers import require_known
from outbox.lanes import channel_of
from outbox.models import LONGEST_KEY, Delivery


def put(kind: str, payload: Mapping[str, Any], *, key: str, run_after: datetime | None = None) -> None:
    """Have `kind` delivered once, now or from `run_after` on; it vanishes with a transaction that is rolled back.

    `payload` holds ids, never texts: what is sent is rendered when it is sent. The same `key` twice is one delivery,
    silently, as long as the first is remembered (30 days after it was done). ImproperlyConfigured for a kind without a
    handler, ValueError for an empty or an overlong key, TypeError (NUL: ValueError) for
    what JSON cannot hold.
    """
    require_known(kind)
    if not key or len(key) > LONGEST_KEY:
        raise ValueError(f"The key of a delivery has 1 to {LONGEST_KEY} characters, this one has {len(key)}.")
    if "\\u0000" in json.dumps(
        dict(payload)
    ):  # both are told before the database is asked: there they end the transaction
        raise ValueError("A payload holds no NUL character: PostgreSQL cannot keep one.")
    now = timezone.now()
    due = run_after or now
    delivery = Delivery(
        kind=kind,
        channel=channel_of(kind, payload),
        payload=dict(payload),
        dedup_key=key,
        created_at=now,
        due_at=due,
        run_after=due,
    )
    # ON CONFLICT DO NOTHING: an IntegrityError would end the caller's transaction on PostgreSQL
    Delivery.objects.bulk_create([delivery], ignore_conflicts=True)
