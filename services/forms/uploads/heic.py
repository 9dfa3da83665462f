"""HEIC: its boxes and its size in pixels. What a phone wrote beside the picture is blanked in heic_details.py.

Source: ISO/IEC 14496-12 (boxes) and 23008-12 (images).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from services.forms.uploads.exceptions import DAMAGED, MIXED, PIXELS, Refusal
from services.forms.uploads.limits import MOST_PIXELS

_HEADER, _LARGE_HEADER = 8, 16
FULL_BOX = 4
"""Version and flags before the content of `meta` and `ispe`."""
_MOST_BOXES = 10_000
_LONGEST_BRANDS = 1024


PICTURES = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"})
"""Brands of pictures packed as phones pack them; the same box without one of them holds AVIF or a film."""


def starts(data: bytes) -> bool:
    """Return whether the first box names one of those brands, as the one of the file or as one it can be read as."""
    size = int.from_bytes(data[:4])
    if data[4:8] != b"ftyp" or not _LARGE_HEADER <= size <= _LONGEST_BRANDS:
        return False
    brands = data[8:12] + data[16:size]
    return any(brands[at : at + 4] in PICTURES for at in range(0, len(brands), 4))


@dataclass(frozen=True)
class Box:
    """A box and the place of its content; its type stands before it."""

    name: bytes
    at: int
    start: int
    end: int


def spans(data: bytes, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes that fill that stretch exactly. Refusal when one reaches beyond it."""
    at, number = start, 0
    while at < end:
        size, name, header = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], _HEADER
        if size == 1:
            size, header = int.from_bytes(data[at + 8 : at + 16]), _LARGE_HEADER
        after = at + size if size else end
        number += 1
        if after < at + header or after > end or number > _MOST_BOXES:
            raise Refusal(DAMAGED)
        yield Box(name, at, at + header, after)
        at = after


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and content of the boxes that fill `data`."""
    for box in spans(data, 0, len(data)):
        yield box.name, data[box.start : box.end]


def check(data: bytes) -> None:
    """Raise Refusal unless the picture is whole, nothing else is appended, and every image is within the limit of
    pixels.
    """
    outermost = list(boxes(data))
    if any(not name.isascii() or not name.decode().isprintable() for name, _content in outermost):
        raise Refusal(MIXED)
    metas = [content[FULL_BOX:] for name, content in outermost if name == b"meta"]
    sizes = [size for meta in metas for size in _inside(meta, b"iprp", b"ipco", b"ispe")]
    images = [content for name, content in outermost if name == b"mdat"]
    images += [content for meta in metas for content in _inside(meta, b"idat")]
    if not sizes or not any(images):
        raise Refusal(DAMAGED)
    for content in sizes:
        _check_size(content[FULL_BOX:])


def _inside(data: bytes, name: bytes, *deeper: bytes) -> Iterator[bytes]:
    """Yield the content of every box at the end of that path."""
    for found, content in boxes(data):
        if found == name:
            yield from _inside(content, *deeper) if deeper else (content,)


def _check_size(content: bytes) -> None:
    width, height = int.from_bytes(content[:4]), int.from_bytes(content[4:8])
    if not width or not height:
        raise Refusal(DAMAGED)
    if width * height > MOST_PIXELS:
        raise Refusal(PIXELS)
