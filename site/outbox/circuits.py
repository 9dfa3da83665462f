"""A breaker for each channel: what does not answer is left alone for a while, then asked once before all go again.

Closed: all is tried. Open: nothing is taken from the outbox for it, so nothing waits for a time-out and no delivery
uses up its attempts. Half-open, when the wait is over: one delivery goes; how it ends decides. Workers share the row.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from outbox.models import LONGEST_ERROR, Circuit

WAITS = tuple(timedelta(seconds=seconds) for seconds in (30, 60, 120, 300))
"""How long it stays open after the failure that opened it and after each probe that failed; the last one stays."""


class State(StrEnum):
    """What is taken for a channel."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


def wait_after(failures: int) -> timedelta | None:
    """Return how long nothing is tried after so many failures in a row; None while that is no sign of anything."""
    more = failures - settings.OUTBOX_CIRCUIT_FAILURES
    return WAITS[min(more, len(WAITS) - 1)] if more >= 0 else None


def state_of(circuit: Circuit, now: datetime) -> State:
    """Return the state of a row at a moment."""
    if circuit.open_until is None:
        return State.CLOSED
    return State.OPEN if circuit.open_until > now else State.HALF_OPEN


def open_channels(now: datetime) -> list[str]:
    """Channels for which nothing is taken at that moment."""
    return list(Circuit.objects.filter(open_until__gt=now).values_list("channel", flat=True))


def may_pass(channel: str, now: datetime) -> bool:
    """Return whether a delivery may go now. Of a half-open channel, this one is the probe: nobody else passes
    meanwhile.
    """
    probing = now + timedelta(seconds=settings.OUTBOX_LEASE_SECONDS)
    if Circuit.objects.filter(channel=channel, open_until__lte=now).update(open_until=probing):
        return True
    return not Circuit.objects.filter(channel=channel, open_until__isnull=False).exists()


def answered(channel: str) -> None:
    """It answers: all is tried again."""
    broken = Circuit.objects.filter(Q(failures__gt=0) | Q(open_until__isnull=False), channel=channel)
    if broken.exists():  # a look first: no write for every mail
        broken.update(failures=0, open_until=None, last_error="")


def was_silent(channel: str, error: str) -> None:
    """It did not answer once more."""
    Circuit.objects.bulk_create([Circuit(channel=channel)], ignore_conflicts=True)
    row = Circuit.objects.filter(channel=channel)
    row.update(failures=F("failures") + 1, last_error=error[:LONGEST_ERROR])
    wait = wait_after(row.values_list("failures", flat=True).get())
    if wait is not None:
        row.update(open_until=timezone.now() + wait)


def states(channels: Iterable[str]) -> dict[str, str]:
    """Return the state of each channel by its name; one that never failed is closed."""
    now = timezone.now()
    rows = {row.channel: row for row in Circuit.objects.all()}
    return {name: str(state_of(rows[name], now) if name in rows else State.CLOSED) for name in channels}
