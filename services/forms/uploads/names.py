"""The shown name of a file: one clean line that tells the truth about its kind."""

import re
import unicodedata
from pathlib import PurePosixPath

from core.text import clean
from services.forms.uploads.limits import LONGEST_NAME

NAMELESS = "tep"
_SEPARATORS = re.compile(r"[/\\]")


def shown_name(raw: str) -> str:
    """NFC, without folders, control and invisible characters (U+202E turns `fdp.exe` round), at most 120 characters.

    The extension is kept when a name is cut.
    """
    last = clean(_SEPARATORS.split(raw)[-1])
    name = f"{NAMELESS}{last}" if last.startswith(".") else last or NAMELESS
    extension = PurePosixPath(name).suffix[:LONGEST_NAME]
    stem = name.removesuffix(extension)[: LONGEST_NAME - len(extension)]
    return f"{_whole(stem)}{extension}" if len(name) > LONGEST_NAME else name


def extension_of(name: str) -> str:
    """The extension without its dot, in small letters: `To khai.PDF` → `pdf`."""
    return PurePosixPath(name).suffix.removeprefix(".").lower()


def _whole(stem: str) -> str:
    """A cut text without the half of a letter at its end: marks that follow a letter go with it."""
    kept = stem.rstrip()
    return kept[:-1].rstrip() if kept and unicodedata.combining(kept[-1]) else kept
