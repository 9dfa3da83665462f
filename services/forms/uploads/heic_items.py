"""The items of a HEIC: what each is, and which bytes of the file are its.

Source: ISO/IEC 14496-12, 8.11.3 (places) and 8.11.6 (kinds). Standard library only.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from services.forms.uploads.exceptions import DAMAGED, Refusal
from services.forms.uploads.heic import FULL_BOX, Box, spans

_MOST_ITEMS = 10_000
_FILE, _ROOM = 0, 1
"""Where the offsets of an item begin: at the file, or at the data within the list of items."""


@dataclass(frozen=True)
class Item:
    """`kind` is b"" when nothing is said of it; places are (start, end) in the file."""

    kind: bytes
    places: tuple[tuple[int, int], ...]


class _Cursor:
    """Numbers of a box, one after another. Refusal when they end too soon."""

    def __init__(self, data: bytes, start: int, end: int) -> None:
        self._data, self._at, self._end = data, start, end

    def number(self, size: int) -> int:
        at, self._at = self._at, self._at + size
        if self._at > self._end:
            raise Refusal(DAMAGED)
        return int.from_bytes(self._data[at : self._at])


def items(data: bytes, boxes: Iterable[Box]) -> list[Item]:
    """Return every item that these boxes of the list place in the file."""
    by_name = {box.name: box for box in boxes}
    kinds = _kinds(data, by_name[b"iinf"]) if b"iinf" in by_name else {}
    if b"iloc" not in by_name:
        return []
    places = _places(data, by_name[b"iloc"], by_name.get(b"idat"))
    return [Item(kinds.get(number, b""), found) for number, found in places]


def _kinds(data: bytes, info: Box) -> dict[int, bytes]:
    """Return the four letters of each item; entries of the oldest version have none."""
    start = info.start + FULL_BOX + (2 if data[info.start] == 0 else 4)
    found = {}
    for entry in spans(data, start, info.end):
        version = data[entry.start]
        numbers = _Cursor(data, entry.start + FULL_BOX, entry.end)
        number = numbers.number(4 if version == 3 else 2)
        numbers.number(2)
        found[number] = numbers.number(4).to_bytes(4) if version >= 2 else b""
    return found


def _places(data: bytes, box: Box, room: Box | None) -> list[tuple[int, tuple[tuple[int, int], ...]]]:
    numbers = _Cursor(data, box.start, box.end)
    version, _flags, sizes, more_sizes = (numbers.number(size) for size in (1, 3, 1, 1))
    is_long = version >= 2
    count = numbers.number(4 if is_long else 2)
    if version > 2 or count > _MOST_ITEMS:
        raise Refusal(DAMAGED)
    widths = (sizes >> 4, sizes & 15, more_sizes >> 4, more_sizes & 15 if version else 0)
    found = []
    for _number in range(count):
        item = numbers.number(4 if is_long else 2)
        method = numbers.number(2) & 15 if version else _FILE
        elsewhere = numbers.number(2)
        origin = _origin(method, elsewhere, room)
        found.append((item, tuple(_extents(numbers, widths, origin, room.end if method and room else len(data)))))
    return found


def _origin(method: int, elsewhere: int, room: Box | None) -> int:
    """Return where offsets begin. Refusal of bytes of another file, and of items that are made of other items."""
    if elsewhere or method not in {_FILE, _ROOM} or (method == _ROOM and room is None):
        raise Refusal(DAMAGED)
    return room.start if method == _ROOM and room else 0


def _extents(numbers: _Cursor, widths: tuple[int, int, int, int], origin: int, end: int) -> Iterable[tuple[int, int]]:
    offset_width, length_width, base_width, index_width = widths
    base = origin + numbers.number(base_width)
    for _number in range(numbers.number(2)):
        numbers.number(index_width)
        start = base + numbers.number(offset_width)
        length = numbers.number(length_width)
        after = start + length if length else end
        if not start <= after <= end:
            raise Refusal(DAMAGED)
        yield start, after
