"""Short messages beside mails: which channels this installation has, and what carries their messages."""

from typing import Protocol

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from core import text
from outbox import Undeliverable


class ChannelName(models.TextChoices):
    """The channels the portal knows; settings.MESSAGE_CHANNELS says which of them there are."""

    SMS = "sms", _("Text message (SMS)")
    ZALO = "zalo", _("Zalo message")


class Channel(Protocol):
    """What carries the messages of one channel; made with the name of the channel.

    `send` returns when the message was taken over for good. It raises outbox.Undeliverable for a number that is
    refused for good, and any other exception for a fault that may pass: then it is tried again. It answers within
    settings.MESSAGE_SECONDS, and may be given the same message twice.
    """

    def __init__(self, name: str) -> None: ...

    def send(self, to: str, text: str) -> None: ...


PLAIN = frozenset({ChannelName.SMS})
"""Channels that are paid by length and write a letter with a tone mark as two: their words go without."""


def offered() -> list[ChannelName]:
    """The channels of this installation, always in the same order."""
    return [name for name in ChannelName if name in settings.MESSAGE_CHANNELS]


def send(name: str, to: str, words: str) -> None:
    """Have a message carried. Undeliverable for a channel this installation has no longer."""
    path = settings.MESSAGE_CHANNELS.get(name)
    if path is None:
        raise Undeliverable(f"The channel {name} is not set up any more.")
    carrier: Channel = import_string(path)(name)
    carrier.send(to, text.plain(words) if name in PLAIN else words)
