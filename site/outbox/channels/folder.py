"""Messages as files in one private folder: for the demonstration, for tests, or for a program that fetches them.

A file is one message, as JSON: channel, to, text, sent_at. It appears whole or not at all.
"""

import json
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from core.forms import numbers
from outbox import Undeliverable

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
        """Undeliverable for what is no Vietnamese mobile number; OSError while the folder cannot be written."""
        if not numbers.is_mobile(to):
            raise Undeliverable("Not a Vietnamese mobile number.")
        now = timezone.now()
        told = {"channel": self.name, "to": to, "text": text, "sent_at": now.isoformat()}
        _write(place(), f"{now:%Y%m%d-%H%M%S-%f}-{uuid4().hex[:8]}.json", json.dumps(told, ensure_ascii=False))


def place() -> Path:
    """The folder; ImproperlyConfigured when none was named."""
    if not settings.MESSAGE_FOLDER:
        raise ImproperlyConfigured("Name the folder of the messages in MESSAGE_FOLDER.")
    return Path(settings.MESSAGE_FOLDER)


def newest(folder: Path) -> list[Message]:
    """The newest messages, the newest first; none when nothing was ever sent, and without files that are none."""
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
    """The message in a file; None for one that is broken or was taken away meanwhile."""
    try:
        with path.open(encoding="utf-8") as file:
            told = json.loads(file.read(LARGEST_FILE))
        sent_at = datetime.fromisoformat(told["sent_at"])
        return Message(str(told["channel"]), str(told["to"]), str(told["text"]), sent_at)
    except (OSError, ValueError, KeyError, TypeError):
        return None
