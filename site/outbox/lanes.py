"""Lanes of a worker: one for each channel something is sent through, one for all the rest. None waits for another."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from outbox.models import DeliveryQuerySet

REST = ""
"""The lane of what is sent through no channel, or through one this installation has no longer."""


def channel_of(kind: str, payload: Mapping[str, Any]) -> str:
    """Return what a delivery is sent through: the channel its payload names, else that of its kind; "" for none."""
    return str(payload.get("channel") or settings.OUTBOX_CHANNELS.get(kind, REST))


def channels() -> list[str]:
    """Return the channels of this installation."""
    return sorted({*settings.OUTBOX_CHANNELS.values(), *settings.MESSAGE_CHANNELS})


def in_lane(deliveries: DeliveryQuerySet, lane: str) -> DeliveryQuerySet:
    """Return those of one lane."""
    if lane == REST:
        return deliveries.exclude(channel__in=channels())
    return deliveries.filter(channel=lane)
