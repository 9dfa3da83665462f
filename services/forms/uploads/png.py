"""PNG: its chunks, its size in pixels, and the same picture without texts, times and camera data.

Source: ISO/IEC 15948 (W3C PNG). Standard library only.
"""

import zlib
from collections.abc import Iterator

from services.forms.uploads import exif
from services.forms.uploads.exceptions import DAMAGED, PIXELS, Refusal
from services.forms.uploads.limits import MOST_PIXELS

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_AROUND = 12
"""Length, type and checksum around the data of a chunk."""
_HEADER_SIZE = 13
_MOST_CHUNKS = 50_000
KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD"}
    | {b"hIST", b"pHYs", b"mDCV", b"cLLI"}
)
"""What the look of the picture needs; texts, times, previews and chunks of programs' own go."""


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and data of every chunk up to the last, what follows it left out. Refusal when one is broken."""
    if not data.startswith(SIGNATURE):
        raise Refusal(DAMAGED)
    at = len(SIGNATURE)
    for _number in range(_MOST_CHUNKS):
        size = int.from_bytes(data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        checksum = data[at + 8 + size : at + _AROUND + size]
        if len(checksum) != 4 or zlib.crc32(body, zlib.crc32(name)) != int.from_bytes(checksum):
            raise Refusal(DAMAGED)
        yield name, body
        if name == b"IEND":
            return
        at += _AROUND + size
    raise Refusal(DAMAGED)


def check(data: bytes) -> None:
    """Raise Refusal unless the picture is whole and within the limit of pixels."""
    names: list[bytes] = []
    for name, body in chunks(data):
        if not names:
            _check_header(name, body)
        names.append(name)
    if b"IDAT" not in names:
        raise Refusal(DAMAGED)


def strip(data: bytes) -> bytes:
    """Return the same picture, its pixels untouched, with the chunks its look needs and which way up it is."""
    pieces = [SIGNATURE]
    for name, body in chunks(data):
        if name == b"eXIf" and (turned := exif.orientation(body)) != exif.UPRIGHT:
            pieces.append(_chunk(name, exif.only(turned)))
        elif name in KEPT:
            pieces.append(_chunk(name, body))
    return b"".join(pieces)


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + name + body + zlib.crc32(body, zlib.crc32(name)).to_bytes(4)


def _check_header(name: bytes, body: bytes) -> None:
    width, height = int.from_bytes(body[:4]), int.from_bytes(body[4:8])
    if name != b"IHDR" or len(body) != _HEADER_SIZE or not width or not height:
        raise Refusal(DAMAGED)
    if width * height > MOST_PIXELS:
        raise Refusal(PIXELS)
