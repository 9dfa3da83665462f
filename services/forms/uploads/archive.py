"""Zip archives, judged by their table of contents before anything is unpacked, then read once without being kept.

Source: PKWARE APPNOTE 6.3.
"""

import io
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from services.forms.uploads.exceptions import DAMAGED, EXPANDS, MIXED, PROTECTED, Refusal
from services.forms.uploads.limits import MEGABYTE

MOST_ENTRIES = 2000
LARGEST_UNPACKED = 100 * MEGABYTE
MOST_TIMES_LARGER = 200
"""Office files of nothing but zeros and tables reach 100; only looked at from a megabyte on."""
_LONGEST_TABLE = MEGABYTE
_LONGEST_ENTRY_NAME = 255

_END = struct.Struct("<4s4H2LH")
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_SIZES_FOLLOW = 0x8
_LONGEST_DESCRIPTOR = 24
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_CHUNK = 64 * 1024
_UNREADABLE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OverflowError)
"""What zipfile says of broken archives; NotImplementedError and UnicodeDecodeError are among them."""


def open_checked(data: bytes) -> zipfile.ZipFile:
    """Return the archive, once its table is sound and every entry unpacks to what the table says."""
    _check_end(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE as error:
        raise Refusal(DAMAGED) from error
    entries = archive.infolist()
    _check_names(entries)
    _check_sizes(entries)
    _check_places(data, entries, archive.start_dir)
    _read_through(archive, entries)
    return archive


def _check_end(data: bytes) -> None:
    """The table ends the file and stands where it says: nothing before the archive, nothing after it, no zip64."""
    if len(data) < _END.size:
        raise Refusal(DAMAGED)
    signature, disk, _first, here, entries, size, start, comment = _END.unpack(data[-_END.size :])
    if signature != b"PK\x05\x06":
        raise Refusal(MIXED if b"PK\x05\x06" in data[-0x10000 - _END.size :] else DAMAGED)
    if entries > MOST_ENTRIES or size > _LONGEST_TABLE:
        raise Refusal(EXPANDS)
    if disk or here != entries or comment or start + size != len(data) - _END.size:
        raise Refusal(MIXED)


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.orig_filename for entry in entries]
    if len(names) > MOST_ENTRIES:
        raise Refusal(EXPANDS)
    if len({name.lower() for name in names}) != len(names) or not all(_is_plain(name) for name in names):
        raise Refusal(MIXED)


def _is_plain(name: str) -> bool:
    """Return a path below the root of the archive, as Office writes it."""
    path = PurePosixPath(name)
    is_inside = not path.is_absolute() and ".." not in path.parts
    return is_inside and len(name) <= _LONGEST_ENTRY_NAME and not set(name) & {"\\", ":", "\x00"}


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Refusal(PROTECTED)
        if entry.compress_type not in _METHODS:
            raise Refusal(DAMAGED)
        if entry.file_size > MEGABYTE and entry.file_size > MOST_TIMES_LARGER * entry.compress_size:
            raise Refusal(EXPANDS)
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise Refusal(EXPANDS)


def _check_places(data: bytes, entries: list[zipfile.ZipInfo], table: int) -> None:
    """The entries fill the file from its beginning to the table.

    None lies upon another, so that one stretch of bytes is not unpacked many times; between two of them there is no
    room for one that the table does not name and another reader would find.
    """
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    if not ordered or ordered[0].header_offset:
        raise Refusal(MIXED)
    for entry, after in zip(ordered, [*(entry.header_offset for entry in ordered[1:]), table], strict=True):
        start = entry.header_offset + _LOCAL_HEADER
        lengths = data[start - 4 : start]
        end = start + sum(struct.unpack("<2H", lengths)) + entry.compress_size
        if end > after:
            raise Refusal(EXPANDS)
        if after - end > (_LONGEST_DESCRIPTOR if entry.flag_bits & _SIZES_FOLLOW else 0):
            raise Refusal(MIXED)


def _read_through(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Unpack every entry into nothing: sizes and checksums are true, and no reader gets more than the table says."""
    try:
        for entry in entries:
            with archive.open(entry) as content:
                while content.read(_CHUNK):
                    pass
    except _UNREADABLE as error:
        raise Refusal(DAMAGED) from error
