"""Private storage: bytes below PRIVATE_ROOT, under names nobody can guess, whole or not at all.

Written beside (`.tmp`), flushed to the disk, renamed, the folder flushed; only then may a row speak of it.
"""

import errno
import hashlib
import io
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.limits import MEGABYTE

log = logging.getLogger(__name__)

FOLDER = "attachments"
TEMPORARY = ".tmp"
RESERVE = 64 * MEGABYTE
"""Room that stays free for the database and the logs of the same disk."""
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True)
class Stored:
    """What a row needs to know. `path` is relative to PRIVATE_ROOT."""

    path: str
    size: int
    sha256: str


def root() -> Path:
    return Path(settings.PRIVATE_ROOT)


def has_room(size: int) -> bool:
    """Return whether that many bytes would fit here; asked before a body is read (settings.ROOM_FOR_BODY_BELOW)."""
    root().mkdir(mode=0o700, parents=True, exist_ok=True)
    found = shutil.disk_usage(root()).free >= size + RESERVE
    if not found:
        log.error("private storage is full")
    return found


def require_room(size: int) -> None:
    """Raise Refusal `storage_full` when that many bytes would not fit."""
    if not has_room(size):
        raise Refusal("storage_full")


def write(data: bytes) -> Stored:
    """Keep these bytes. On any failure nothing is left; Refusal `storage_full` when there is no room."""
    name = uuid4().hex
    path = Path(FOLDER, name[:2], name[2:4], name)
    final = root() / path
    beside = final.with_suffix(TEMPORARY)
    with _nothing_half(beside, final):
        _make_folders(final.parent)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(final)
        _flush_folder(final.parent)
    return Stored(str(path), len(data), hashlib.sha256(data).hexdigest())


def open_path(path: str) -> io.BufferedReader:
    """Return the bytes of a row. FileNotFoundError when they are gone."""
    return (root() / path).open("rb")


def remove(path: str) -> None:
    """Take the bytes away; it is no fault when they are gone already."""
    (root() / path).unlink(missing_ok=True)


def files() -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file kept, by its path as a row would know it, temporary ones included."""
    for place in (root() / FOLDER).rglob("*"):
        with suppress(FileNotFoundError):  # it went while we were looking
            found = place.stat()
            if place.is_file():
                yield str(place.relative_to(root())), found


@contextmanager
def _nothing_half(*places: Path) -> Iterator[None]:
    """Whatever goes wrong, what was written goes too; a full disk is told in words."""
    try:
        yield
    except BaseException as error:
        for place in places:
            with suppress(OSError):
                place.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            log.exception("private storage is full")
            raise Refusal("storage_full") from error
        raise


def _make_folders(folder: Path) -> None:
    """Make what is missing on the way, each flushed into the folder above it."""
    if folder.is_dir():
        return
    _make_folders(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    _flush_folder(folder.parent)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
