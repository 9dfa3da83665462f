"""When a delivery that failed is tried again, and when nobody tries any more."""

from datetime import datetime, timedelta

DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
"""The waits after the first attempts; the last one stays."""

PATIENCE = timedelta(hours=24)
"""How long after it was first due a delivery is tried."""

FEWEST_ATTEMPTS = 5
"""Tries that every delivery gets, however late the worker came to it: after two days at rest it gives nothing up."""


def is_over(*, attempts: int, due_at: datetime, now: datetime) -> bool:
    """Return whether a delivery that was tried `attempts` times is not to be tried again."""
    return attempts >= FEWEST_ATTEMPTS and now - due_at >= PATIENCE


def next_attempt(*, attempts: int, due_at: datetime, now: datetime) -> datetime | None:
    """Return when to try again after the `attempts`-th try failed just now; None: it becomes a dead letter."""
    if is_over(attempts=attempts, due_at=due_at, now=now):
        return None
    return now + DELAYS[min(attempts, len(DELAYS)) - 1]
