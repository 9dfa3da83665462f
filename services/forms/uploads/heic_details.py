"""HEIC without what a phone wrote beside the picture: place, time, owner, texts and the film of a moving photo.

Source: ISO/IEC 14496-12 (items, 8.11) and 23008-12 (Exif and XMP, annex A). Bytes are blanked where they stand: the
file keeps its length, every offset in it stays true, and the picture is never decoded. Standard library only.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from services.forms.uploads import exif
from services.forms.uploads.exceptions import DAMAGED, Refusal
from services.forms.uploads.heic import FULL_BOX, Box, spans
from services.forms.uploads.heic_items import Item, items

_OUTERMOST = frozenset({b"ftyp", b"meta", b"mdat", b"moov"})
_OF_META = frozenset({b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp", b"iref", b"idat", b"dinf", b"grpl", b"ipro"})
PICTURES = frozenset(
    {b"hvc1", b"hev1", b"hvt1", b"lhv1", b"av01", b"avc1", b"vvc1", b"evc1", b"j2k1", b"unci", b"mski"}
    | {b"grid", b"iovl", b"iden", b"tmap", b"tili"}
)
"""Items that are pictures, or put pictures together; all others are words about them."""
_WORDS = frozenset({b"udes", b"altt", b"crtt", b"mdft", b"uuid", b"free", b"skip"})
"""Properties in words, and the time of a picture."""
_OF_FILMS = frozenset({b"trak", b"mdia", b"minf", b"edts"})
_WORDS_OF_FILMS = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip"})
_SEEN = frozenset({b"pict", b"vide", b"auxv"})
"""Tracks of a burst; one of anything else could say where the phone was, second by second."""
_ABOUT_EXIF = 4
"""The place of the block in an Exif item, before it."""


@dataclass
class _Copy:
    """The bytes that are kept; words are taken out of them."""

    data: bytearray

    def blank(self, start: int, end: int) -> None:
        self.data[start:end] = bytes(end - start)

    def free(self, box: Box) -> None:
        """Its place stays, its type says that nothing is in it."""
        self.data[box.at + 4 : box.at + 8] = b"free"
        self.blank(box.start, box.end)


def strip(data: bytes) -> bytes:
    """Return the same picture in as many bytes, without words. Refusal when they cannot be told from the picture."""
    copy = _Copy(bytearray(data))
    for box in spans(data, 0, len(data)):
        if box.name == b"meta":
            _strip_meta(copy, data, box)
        elif box.name == b"moov":
            _strip_film(copy, data, box)
        elif box.name not in _OUTERMOST:
            copy.free(box)
    return bytes(copy.data)


def _strip_meta(copy: _Copy, data: bytes, meta: Box) -> None:
    inner = list(spans(data, meta.start + FULL_BOX, meta.end))
    for box in inner:
        if box.name not in _OF_META:
            copy.free(box)
        elif box.name == b"iprp":
            _strip_properties(copy, data, box)
    rooms = [box for box in (*spans(data, 0, len(data)), *inner) if box.name in {b"mdat", b"idat"}]
    found = items(data, inner)
    pictures = [place for item in found if item.kind in PICTURES for place in item.places]
    for item in found:
        if item.kind not in PICTURES:
            _check_places(item, rooms, pictures)
            _blank_item(copy, data, item)


def _strip_properties(copy: _Copy, data: bytes, iprp: Box) -> None:
    for list_of_properties in spans(data, iprp.start, iprp.end):
        if list_of_properties.name == b"ipco":
            for box in spans(data, list_of_properties.start, list_of_properties.end):
                if box.name in _WORDS:
                    copy.free(box)


def _check_places(item: Item, rooms: list[Box], pictures: list[tuple[int, int]]) -> None:
    """Words lie where data lie, and not in a picture."""
    for start, end in item.places:
        is_inside = any(room.start <= start and end <= room.end for room in rooms)
        if not is_inside or any(start < last and first < end for first, last in pictures):
            raise Refusal(DAMAGED)


def _blank_item(copy: _Copy, data: bytes, item: Item) -> None:
    """Nothing is left of it; of Exif, which way up the picture is."""
    for start, end in item.places:
        copy.blank(start, end)
    if item.kind == b"Exif" and item.places:
        start, end = item.places[0]
        content = b"".join(data[first:last] for first, last in item.places)
        block = bytes(_ABOUT_EXIF) + exif.only(_orientation(content))
        if len(block) <= end - start:
            copy.data[start : start + len(block)] = block


def _orientation(content: bytes) -> int:
    if len(content) < _ABOUT_EXIF:
        return exif.UPRIGHT
    (skipped,) = struct.unpack_from(">I", content)
    return exif.orientation(content[_ABOUT_EXIF + skipped :])


def _strip_film(copy: _Copy, data: bytes, film: Box) -> None:
    """Words of a burst, at any depth; a track that shows nothing is refused."""
    for box in _inside(data, film):
        if box.name in _WORDS_OF_FILMS:
            copy.free(box)
        elif box.name == b"hdlr" and data[box.start + 8 : box.start + 12] not in _SEEN:
            raise Refusal(DAMAGED)


def _inside(data: bytes, outer: Box) -> Iterator[Box]:
    for box in spans(data, outer.start, outer.end):
        yield box
        if box.name in _OF_FILMS:
            yield from _inside(data, box)
