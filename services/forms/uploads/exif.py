"""EXIF, the little that is needed of it: which way up a picture is, and a block that says only that.

Source: CIPA DC-008, TIFF 6.0. Standard library only.
"""

import struct

ORIENTATION = 0x0112
SHORT = 3
UPRIGHT = 1
_MOST_ENTRIES = 1000


def orientation(tiff: bytes) -> int:
    """1 (upright) to 8; 1 as well when the block does not say or cannot be read."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return UPRIGHT
    try:
        return _find(tiff, order)
    except struct.error:
        return UPRIGHT


def only(orientation: int) -> bytes:
    """Return a block of which the orientation is the only word."""
    entry = struct.pack(">HHIHH", ORIENTATION, SHORT, 1, orientation, 0)
    return b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)


def _find(tiff: bytes, order: str) -> int:
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (entries,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(min(entries, _MOST_ENTRIES)):
        tag, form, count, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
        if (tag, form, count) == (ORIENTATION, SHORT, 1):
            return value if value in range(2, 9) else UPRIGHT
    return UPRIGHT
