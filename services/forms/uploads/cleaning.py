"""Takes out of photos what their camera wrote beside them (place, time, owner), in a process of its own."""

import logging

from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import FileKind, check
from services.forms.uploads.sandbox import BrokeDown, run_alone

log = logging.getLogger(__name__)

_PROGRAM = "services.forms.uploads.stripping"
_MOST_ADDED = 64
"""Bytes by which the result may be larger: the block that says which way up the picture is."""


def clean(data: bytes, kind: FileKind) -> bytes:
    """Return the bytes that are kept: those of a photo without its details, all others as they came.

    Refusal when the details cannot be removed; such a photo is never kept as it is.
    """
    if not kind.is_photo:
        return data
    stripped = _strip(data, kind.name)
    check(stripped, kind)
    return stripped


def _strip(data: bytes, kind: str) -> bytes:
    try:
        refused, stripped = run_alone(_PROGRAM, kind, data=data)
    except BrokeDown as error:
        log.warning("stripping a %s of %d bytes: %s", kind, len(data), error)
        raise Refusal("not_cleaned") from error
    if refused or not 0 < len(stripped) <= len(data) + _MOST_ADDED:
        log.warning("stripping a %s of %d bytes gave %d", kind, len(data), len(stripped))
        raise Refusal("not_cleaned")
    return stripped
