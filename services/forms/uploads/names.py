"""The shown name of a file: one clean line that tells the truth about its kind."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

from core.text import clean
from services.forms.uploads.limits import LONGEST_NAME

NAMELESS = "tep"
_SEPARATORS = re.compile(r"[/\\]")
_ENDING = re.compile(r"(?=.*[a-z])[a-z0-9]{1,8}")
"""What a program may be known by; a number or a word with blanks after a dot is part of the name."""


def shown_name(raw: str) -> str:
    """NFC, without folders, control and invisible characters (U+202E turns `fdp.exe` round), at most 120 characters.

    Dots at the end, which Windows drops as well, say nothing of the kind.

    The extension is kept when a name is cut.
    """
    last = clean(_SEPARATORS.split(raw)[-1]).rstrip(". ")
    name = f"{NAMELESS}{last}" if last.startswith(".") else last or NAMELESS
    extension = PurePosixPath(name).suffix[:LONGEST_NAME]
    stem = name.removesuffix(extension)[: LONGEST_NAME - len(extension)]
    return f"{_whole(stem)}{extension}" if len(name) > LONGEST_NAME else name


def extension_of(name: str) -> str:
    """Return the extension without its dot, in small letters: `To khai.PDF` → `pdf`; "" for `Mẫu 12.2026` and `a.pdf
    (1)`.
    """
    extension = PurePosixPath(name).suffix.removeprefix(".").strip().lower()
    return extension if _ENDING.fullmatch(extension) else ""


def with_extension(name: str, right: Sequence[str]) -> str:
    """Return the same name when its extension is one of the right ones, else with the first of them.

    `anh.jpg` that is a PNG → `anh.png`, `To khai` → `To khai.pdf`.
    """
    suffix = PurePosixPath(name).suffix
    if suffix.removeprefix(".").lower() in right:
        return name
    stem = name.removesuffix(suffix).rstrip(". ") if extension_of(name) else name
    return f"{_whole(stem[: LONGEST_NAME - len(right[0]) - 1])}.{right[0]}"


def _whole(stem: str) -> str:
    """Return a cut text without the half of a letter at its end: marks that follow a letter go with it."""
    kept = stem.rstrip()
    return kept[:-1].rstrip() if kept and unicodedata.combining(kept[-1]) else kept
