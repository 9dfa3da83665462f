"""JPEG: its segments, its size in pixels, and the same picture without what a camera wrote beside it.

Source: ITU-T T.81, annex B. Standard library only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.forms.uploads import exif
from services.forms.uploads.exceptions import DAMAGED, PIXELS, Refusal
from services.forms.uploads.limits import MOST_PIXELS

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
FIRST_APP, LAST_APP = 0xE0, 0xEF
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x00, 0x01, START, *range(0xD0, 0xD8)})
"""Markers without a length: none may stand between segments."""
_MARKER = re.compile(rb"\xff+[^\xff]", re.DOTALL)
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_MOST_SEGMENTS = 10_000
_EXIF = b"Exif\x00\x00"
_JFIF = b"JFIF\x00"
_JFIF_WITHOUT_THUMBNAIL = 12


@dataclass(frozen=True)
class Segment:
    """A marker and its place; a scan reaches to the marker after its compressed data."""

    marker: int
    start: int
    body: int
    end: int


def segments(data: bytes) -> Iterator[Segment]:
    """Yield every segment up to the end marker, what follows it left out. Refusal when the chain breaks."""
    if data[:2] != bytes((0xFF, START)):
        raise Refusal(DAMAGED)
    at = 2
    for _number in range(_MOST_SEGMENTS):
        at, marker = _marker(data, at)
        if marker == END:
            yield Segment(marker, at, at + 2, at + 2)
            return
        body = at + 4
        end = at + 2 + int.from_bytes(data[at + 2 : body])
        if marker in _ALONE or not body <= end < len(data):
            raise Refusal(DAMAGED)
        if marker == SCAN:
            end = _end_of_scan(data, end)
        yield Segment(marker, at, body, end)
        at = end
    raise Refusal(DAMAGED)


def check(data: bytes) -> None:
    """Raise Refusal unless the picture is whole and within the limit of pixels."""
    markers = set()
    for segment in segments(data):
        markers.add(segment.marker)
        if segment.marker in FRAMES:
            _check_frame(data[segment.body : segment.end])
    if SCAN not in markers or not markers & FRAMES:
        raise Refusal(DAMAGED)


def strip(data: bytes) -> bytes:
    """Return the same picture, bit by bit, without EXIF, XMP, IPTC, comments, thumbnails and whatever follows its end.

    Kept of the extras: JFIF (density), colour profile, Adobe's colour transform, and which way up the picture is.
    """
    head, rest, turned = [data[:2]], [], exif.UPRIGHT
    for segment in segments(data):
        body = data[segment.body : segment.end]
        if segment.marker == 0xE1 and body.startswith(_EXIF) and turned == exif.UPRIGHT:
            turned = exif.orientation(body[len(_EXIF) :])
        elif segment.marker == FIRST_APP and body.startswith(_JFIF):
            head.append(_segment(FIRST_APP, body[:_JFIF_WITHOUT_THUMBNAIL].ljust(_JFIF_WITHOUT_THUMBNAIL + 2, b"\0")))
        elif _is_kept(segment.marker, body):
            rest.append(data[segment.start : segment.end])
    if turned != exif.UPRIGHT:
        head.append(_segment(0xE1, _EXIF + exif.only(turned)))
    return b"".join(head + rest)


def _is_kept(marker: int, body: bytes) -> bool:
    if FIRST_APP <= marker <= LAST_APP:
        is_profile = marker == 0xE2 and body.startswith(b"ICC_PROFILE\x00")
        return is_profile or (marker == 0xEE and body.startswith(b"Adobe"))
    return marker != COMMENT


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """Return the next marker and where it starts, fill bytes passed over."""
    found = _MARKER.match(data, at)
    if found is None:
        raise Refusal(DAMAGED)
    return found.end() - 2, data[found.end() - 1]


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the compressed data of a scan end: at the first marker that is not part of them."""
    found = _AFTER_SCAN.search(data, at)
    if found is None:
        raise Refusal(DAMAGED)
    return found.start()


def _check_frame(body: bytes) -> None:
    height, width = int.from_bytes(body[1:3]), int.from_bytes(body[3:5])
    if not height or not width:
        raise Refusal(DAMAGED)
    if height * width > MOST_PIXELS:
        raise Refusal(PIXELS)
