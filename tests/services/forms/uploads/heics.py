"""HEIC as phones pack them, box by box around the picture of a file that a phone made: with place, texts and films."""

import struct

from services.forms.uploads.heic import spans
from tests.services.forms.uploads import samples as s

XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{s.PLACE}</x:xmpmeta>".encode()
WORDS = f"Nhà tôi, {s.PLACE}".encode()


def _original() -> tuple[bytes, bytes, bytes]:
    """Of a file by a phone: its properties, how they belong to the picture, and the picture as it is packed."""
    data = s.made_elsewhere("photo.heif")
    meta = next(box for box in spans(data, 0, len(data)) if box.name == b"meta")
    inner = {box.name: box for box in spans(data, meta.start + 4, meta.end)}
    found = {box.name: data[box.at : box.end] for box in spans(data, inner[b"iprp"].start, inner[b"iprp"].end)}
    *_before, base, _extents, start, length = struct.unpack_from(">IHHHHIHII", data, inner[b"iloc"].start)
    return found[b"ipco"], found[b"ipma"], data[base + start : base + start + length]


PROPERTIES, BELONGING, PICTURE = _original()


def full(name: bytes, content: bytes, version: int = 0) -> bytes:
    return s.box(name, bytes((version, 0, 0, 0)) + content)


def entry(number: int, kind: bytes, more: bytes = b"\0") -> bytes:
    return full(b"infe", struct.pack(">HH4s", number, 0, kind) + more, 2)


def phone(
    *, version: int = 1, in_room: bool = False, pieces: int = 1, turned: int = 6, claims: int = 0, burst: bool = False
) -> bytes:
    """A photo with Exif, XMP, a text, a film behind it and an owner: everything that must not be kept.

    `version` is that of the list of places; `in_room` puts the words into the list of items itself; `pieces` is in how
    many pieces the Exif lies; `claims` moves its end into the picture.
    """
    about = bytes((0, 0, 0, 6)) + s.exif(turned)
    words = [(about, pieces), (XMP, 1), (WORDS, 1)]
    kinds = [entry(1, b"hvc1"), entry(2, b"Exif"), entry(3, b"mime", b"\0application/rdf+xml\0"), entry(4, b"uri ")]
    info = full(b"iinf", struct.pack(">H", len(kinds)) + b"".join(kinds))
    brands = b"heic\0\0\0\0mif1heic"
    said = full(b"udes", b"vi\0Nha\0" + WORDS + b"\0")
    properties = s.box(b"ipco", PROPERTIES[8:] + said)
    head = full(b"hdlr", b"\0" * 4 + b"pict" + b"\0" * 13) + full(b"pitm", b"\0\1") + info
    about_it = full(b"iref", b"".join(s.box(b"cdsc", struct.pack(">HHH", number, 1, 1)) for number in (2, 3)))
    tail = s.box(b"iprp", properties + BELONGING) + about_it + full(b"xml ", WORDS)
    room = s.box(b"idat", b"".join(content for content, _pieces in words)) if in_room else b""

    def listed(start: int) -> bytes:
        inside = 0 if in_room else start + len(PICTURE)
        rows = _row(version, 1, 0, [(start, len(PICTURE))])
        for number, (content, count) in enumerate(words, start=2):
            length = len(content) // count
            extents = [(inside + at * length, length) for at in range(count - 1)]
            extents.append((inside + (count - 1) * length, len(content) - (count - 1) * length))
            if claims and number == 2:
                extents = [(start, claims)]
            rows += _row(version, number, in_room and not claims, extents)
            inside += len(content)
        count = struct.pack(">I" if version == 2 else ">H", 1 + len(words))
        return full(b"iloc", b"\x44\x00" + count + rows, version)

    def assembled(start: int) -> bytes:
        meta = full(b"meta", head + listed(start) + tail + room)
        data = PICTURE + (b"" if in_room else b"".join(content for content, _pieces in words))
        return s.box(b"ftyp", brands) + meta + (_film() if burst else b"") + s.box(b"mdat", data)

    first = assembled(0)
    whole = assembled(first.index(PICTURE))
    return whole + s.box(b"mpvd", WORDS) + s.box(b"uuid", b"\0" * 16 + XMP) + s.box(b"free", WORDS)


def _row(version: int, number: int, method: int, extents: list[tuple[int, int]]) -> bytes:
    head = struct.pack(">I" if version == 2 else ">H", number)
    head += struct.pack(">H", method) if version else b""
    return head + struct.pack(">HH", 0, len(extents)) + b"".join(struct.pack(">II", *place) for place in extents)


def _film(kind: bytes = b"pict") -> bytes:
    track = s.box(b"trak", s.box(b"udta", WORDS) + s.box(b"mdia", full(b"hdlr", b"\0" * 4 + kind + b"\0" * 13)))
    return s.box(b"moov", full(b"mvhd", b"\0" * 96) + s.box(b"udta", WORDS) + track)


def following() -> bytes:
    """A burst with a track that says where the phone was."""
    return phone(burst=True).replace(_film(), _film(b"meta"))


def plain() -> bytes:
    """A picture and nothing beside it."""
    info = full(b"iinf", struct.pack(">H", 1) + entry(1, b"hvc1"))
    head = full(b"hdlr", b"\0" * 4 + b"pict" + b"\0" * 13) + full(b"pitm", b"\0\1") + info

    def assembled(start: int) -> bytes:
        place = full(b"iloc", b"\x44\x00\0\1" + _row(0, 1, 0, [(start, len(PICTURE))]))
        meta = full(b"meta", head + place + s.box(b"iprp", PROPERTIES + BELONGING))
        return s.box(b"ftyp", b"heic\0\0\0\0mif1heic") + meta + s.box(b"mdat", PICTURE)

    return assembled(assembled(0).index(PICTURE))
