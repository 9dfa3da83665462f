"""What `manage.py check` says of the channels of short messages before a message is lost on one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.module_loading import import_string

from outbox.channels import ChannelName, FolderChannel


def check_channels(**_told: Any) -> list[CheckMessage]:
    """Errors for channels the portal does not know or that nothing carries."""
    return [fault for name, path in settings.MESSAGE_CHANNELS.items() for fault in _faults(name, path)]


def _faults(name: str, path: str) -> Iterator[CheckMessage]:
    if name not in ChannelName:
        known = ", ".join(ChannelName)
        yield Error(f"MESSAGE_CHANNELS names {name!r}; the portal knows {known}.", id="outbox.E001")
    try:
        carrier = import_string(path)
    except ImportError as error:
        yield Error(f"MESSAGE_CHANNELS[{name!r}] cannot be imported: {error}", id="outbox.E002")
        return
    if not callable(getattr(carrier, "send", None)):
        yield Error(f"MESSAGE_CHANNELS[{name!r}] has no method `send(to, text)`.", id="outbox.E003")
    if carrier is FolderChannel and not _is_private(settings.MESSAGE_FOLDER):
        words = "MESSAGE_FOLDER must be an absolute path outside every folder that is served."
        yield Error(words, id="outbox.E004")


def _is_private(folder: str) -> bool:
    served = [Path(place) for place in (settings.MEDIA_ROOT, settings.STATIC_ROOT)]
    path = Path(folder)
    return bool(folder) and path.is_absolute() and not any(path.is_relative_to(place) for place in served)
