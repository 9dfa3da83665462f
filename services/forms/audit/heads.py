"""The heads of the audit's chain, kept outside the database: a line for each seal in AUDIT_HEAD_FOLDER.

Files are only ever added to, one a month, so the machine may be told to refuse anything else (`chattr +a`). Whoever
empties or makes anew the chain in the database would have to change them too.
"""

import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

_LINE = re.compile(r"(\d{1,10}) ([0-9a-f]{64}) \S+")


class UnreadableHead(Exception):
    """A line of a file that is no head; its text names file and line."""


def keep_head(number: int, sha256: str, sealed_at: datetime) -> None:
    """Add the head; nothing where no folder is set. OSError when it cannot be written."""
    if not settings.AUDIT_HEAD_FOLDER:
        return
    folder = Path(settings.AUDIT_HEAD_FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"heads-{sealed_at:%Y-%m}.txt"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="ascii") as file:
        file.write(f"{number} {sha256} {sealed_at.isoformat(timespec='seconds')}\n")
        file.flush()
        os.fsync(file.fileno())


def kept_heads() -> Iterator[tuple[int, str]]:
    """Number and digest of each seal, the oldest first; UnreadableHead for a line that was tampered with."""
    folder = Path(settings.AUDIT_HEAD_FOLDER) if settings.AUDIT_HEAD_FOLDER else None
    for path in sorted(folder.glob("heads-*.txt")) if folder else ():
        for number, line in enumerate(path.read_text(encoding="ascii", errors="replace").splitlines(), start=1):
            found = _LINE.fullmatch(line)
            if found is None:
                raise UnreadableHead(f"{path.name}, line {number}")
            yield int(found[1]), found[2]
