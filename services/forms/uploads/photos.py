"""Photos as people see them: a small picture, its size, whether its letters can be read, and a quarter turn.

Pixels are read in a process of its own (picture_reading.py); a JPEG is turned without touching them (jpeg.turn).
"""

import json
import logging
from dataclasses import dataclass

from services.forms.models.attachment import PictureHint
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import BY_NAME, check
from services.forms.uploads.sandbox import BrokeDown, run_alone

log = logging.getLogger(__name__)

READABLE = frozenset({"jpg", "png"})
"""Kinds whose pixels we read: browsers show no HEIC, and it is kept as it came."""
_READER = "services.forms.uploads.picture_reading"
_STRIPPER = "services.forms.uploads.stripping"
LARGEST_PREVIEW = 40_000
"""Bytes; a small picture that is larger is none of ours."""


@dataclass(frozen=True)
class Picture:
    """What is kept beside a photo: pixels as it is shown, a small JPEG of it, and what may be wrong with it."""

    width: int
    height: int
    preview: bytes
    hint: PictureHint | str = ""


def look_at(data: bytes, kind: str) -> Picture | None:
    """Return how a photo looks; None for other files and for one whose pixels cannot be read: nothing is said of it."""
    if kind not in READABLE:
        return None
    try:
        refused, told = run_alone(_READER, "look", kind, data=data, with_packages=True)
    except BrokeDown as error:
        log.info("looking at a %s of %d bytes: %s", kind, len(data), error)
        return None
    head, _newline, preview = told.partition(b"\n")
    if refused or not preview or len(preview) > LARGEST_PREVIEW:
        return None
    found = json.loads(head)
    hint = PictureHint(found["hint"]) if found["hint"] else ""
    return Picture(int(found["width"]), int(found["height"]), preview, hint)


def turned(data: bytes, kind: str) -> bytes:
    """Return the photo a quarter turned to the right. Refusal `not_turned` for what cannot be turned here."""
    if kind not in READABLE:
        raise Refusal("not_turned")
    try:
        refused, found = _turn(data, kind)
    except BrokeDown as error:
        log.info("turning a %s of %d bytes: %s", kind, len(data), error)
        raise Refusal("not_turned") from error
    if refused or not found:
        raise Refusal("not_turned")
    check(found, BY_NAME[kind])
    return found


def _turn(data: bytes, kind: str) -> tuple[bool, bytes]:
    if kind == "jpg":
        return run_alone(_STRIPPER, kind, "turn", data=data)
    return run_alone(_READER, "turn", kind, data=data, with_packages=True)
