"""Short messages beside mails: which channels this installation has, and what carries their messages.

FolderChannel puts them as files into one private folder: for the demonstration, for tests, or for a program that
fetches them. A file is one message, as JSON: channel, to, text, sent_at. It appears whole or not at all.
"""

import json
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from core.forms import numbers
from core.text import plain
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
    """Return the channels of this installation, always in the same order."""
    return [name for name in ChannelName if name in settings.MESSAGE_CHANNELS]


def send(name: str, to: str, words: str) -> None:
    """Have a message carried. Undeliverable for a channel this installation has no longer."""
    path = settings.MESSAGE_CHANNELS.get(name)
    if path is None:
        raise Undeliverable(f"The channel {name} is not set up any more.")
    carrier: Channel = import_string(path)(name)
    carrier.send(to, plain(words) if name in PLAIN else words)


NEWEST = 100
LARGEST_FILE = 10_000
"""Bytes read of one file; no message comes near."""
FILE_NAME = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9]{6}-[0-9a-f]{8}\.json")


@dataclass(frozen=True)
class Message:
    """One message as it was sent."""

    channel: str
    to: str
    text: str
    sent_at: datetime


class FolderChannel:
    """Puts every message into settings.MESSAGE_FOLDER."""

    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, to: str, text: str) -> None:
        """Raise Undeliverable for what is no Vietnamese mobile number; OSError while the folder cannot be written."""
        if not numbers.is_mobile(to):
            raise Undeliverable("Not a Vietnamese mobile number.")
        now = timezone.now()
        told = {"channel": self.name, "to": to, "text": text, "sent_at": now.isoformat()}
        _write(message_folder(), f"{now:%Y%m%d-%H%M%S-%f}-{uuid4().hex[:8]}.json", json.dumps(told, ensure_ascii=False))


def message_folder() -> Path:
    """Return the folder; ImproperlyConfigured when none was named."""
    if not settings.MESSAGE_FOLDER:
        raise ImproperlyConfigured("Name the folder of the messages in MESSAGE_FOLDER.")
    return Path(settings.MESSAGE_FOLDER)


def newest_messages(folder: Path) -> list[Message]:
    """Return the newest messages, the newest first; none when nothing was ever sent,
    and without files that are none.
    """
    found: list[Message] = []
    for path in sorted(_files(folder), key=lambda path: path.name, reverse=True):
        message = _read(path)
        if message is not None:
            found.append(message)
        if len(found) >= NEWEST:
            break
    return found


def remove_messages_to(folder: Path, number: str) -> int:
    """Take the messages to a number out of the folder; how many there were."""
    own = [path for path in _files(folder) if (message := _read(path)) and message.to == number]
    for path in own:
        path.unlink(missing_ok=True)
    return len(own)


def _write(folder: Path, name: str, words: str) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = folder / f"{name}.tmp"
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(folder / name)
    known = os.open(folder, os.O_RDONLY)  # the name of the file is kept only when its folder is
    try:
        os.fsync(known)
    finally:
        os.close(known)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if FILE_NAME.fullmatch(path.name)] if folder.is_dir() else []


def _read(path: Path) -> Message | None:
    """Return the message in a file; None for one that is broken or was taken away meanwhile."""
    try:
        with path.open(encoding="utf-8") as file:
            told = json.loads(file.read(LARGEST_FILE))
        sent_at = datetime.fromisoformat(told["sent_at"])
        return Message(str(told["channel"]), str(told["to"]), str(told["text"]), sent_at)
    except (OSError, ValueError, KeyError, TypeError):
        return None
