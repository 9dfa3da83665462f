"""PDF: whole, nothing else than a PDF, open to everybody, and nothing in it that acts by itself.

Source: ISO 32000-1. Two nets, both must hold. Here names are looked for in the raw bytes and in the compressed streams
of objects, so that nothing is overlooked that only some reader finds: in an older version of an object, or beside the
table. What a reader does see is judged object by object, by lists of what may be (pdf_reading.py, pdf_rules.py). That
and everything else that unpacks happens in a process of its own.
"""

import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterator

from services.forms.uploads.exceptions import (
    ACTS,
    DAMAGED,
    EMBEDDED,
    EXPANDS,
    FETCHES,
    HIDDEN,
    MEDIA,
    MIXED,
    SCRIPT,
    SENDS,
    UNCHECKED,
    Refusal,
)
from services.forms.uploads.limits import MEGABYTE
from services.forms.uploads.sandbox import BrokeDown, run_alone

log = logging.getLogger(__name__)

HEADER, TRAILER = b"%PDF-", b"%%EOF"
_BLANK = b" \t\r\n\x0c\x00"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONGEST_LEAD = 1024
"""So far from the beginning every reader looks for the header; printers and scanners put blank lines before it."""
_TAIL = 2048
_HEAD = 1024
"""Browsers that guess look no further for HTML."""
_MOST_OBJECTS = 50 * MEGABYTE
"""Bytes that all object streams together may unpack to."""
_MOST_STREAMS = 20_000
_MOST_ESCAPES = 20_000
"""Ten megabytes of chance hold some hundreds."""
_CHUNK = 16 * 1024
_READER = "services.forms.uploads.pdf_reading"

_MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|img|\?php|\?xml)", re.IGNORECASE)
_START = re.compile(rb"startxref[ \t\r\n]+(\d{1,10})[ \t\r\n]+%%EOF\Z")
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
_FILES = re.compile(rb"/EmbeddedFiles?(?![A-Za-z0-9])")
_REFUSED = {
    "JavaScript": SCRIPT,
    "Launch": ACTS,
    **dict.fromkeys(("SubmitForm", "ImportData"), SENDS),
    "GoToR": FETCHES,
    "GoToE": EMBEDDED,
    **dict.fromkeys(("RichMedia", "Rendition", "Movie", "Sound"), MEDIA),
}
"""Long enough not to stand in a picture by chance; what is refused under other names, the reader finds."""
REFUSED_NAME = re.compile(rf"/({'|'.join(_REFUSED)})(?![A-Za-z0-9])".encode())
_OBJECT_STREAM = re.compile(rb"/ObjStm(?![A-Za-z0-9])")
_PLAIN_STREAM = re.compile(rb"<<([^<>()%#]{0,400})>>[ \t\r\n]{0,8}stream(?:\r\n|\n)")
"""One short flat dictionary: no strings, comments, escapes or inner dictionaries in which something could hide."""


def check(data: bytes) -> None:
    """Raise Refusal unless the file is whole, of one kind, open and passive."""
    check_ends(data)
    try:
        refused, code = run_alone(_READER, data=data, with_packages=True)
    except BrokeDown as error:
        log.warning("reading a PDF of %d bytes: %s", len(data), error)
        raise Refusal(UNCHECKED) from error
    if refused:
        raise Refusal(code.decode())


def check_names(data: bytes) -> None:
    """Raise Refusal when the bytes name something that acts, or hold objects in a way nothing could be seen of them."""
    names = unescaped(data)
    if b"/Root" not in names:
        raise Refusal(DAMAGED)
    judge_names(names)
    if not is_encrypted(names):
        _check_object_streams(data, names)


def is_encrypted(names: bytes) -> bool:
    return _ENCRYPTED.search(names) is not None


def object_streams(names: bytes) -> int:
    """Return how many streams of objects the bytes name."""
    return len(_OBJECT_STREAM.findall(names))


def names_files(names: bytes) -> bool:
    return _FILES.search(names) is not None


def starts(data: bytes) -> bool:
    """Return whether a PDF begins here, after nothing but blanks."""
    return header_at(data) is not None


def header_at(data: bytes) -> int | None:
    """Return where the header stands, within the first 1,024 bytes and after blanks alone."""
    lead = data[: _LONGEST_LEAD + len(HEADER)]
    at = len(lead) - len(lead.removeprefix(_BYTE_ORDER_MARK).lstrip(_BLANK))
    return at if lead.startswith(HEADER, at) else None


def judge_names(names: bytes) -> None:
    """Raise Refusal when one of them stands for something that acts by itself."""
    if found := REFUSED_NAME.search(names):
        raise Refusal(_REFUSED[found[1].decode()])


def _check_object_streams(data: bytes, names: bytes) -> None:
    streams = [stream for stream in _PLAIN_STREAM.finditer(data) if _OBJECT_STREAM.search(stream[1])]
    if object_streams(names) != len(streams) or len(streams) > _MOST_STREAMS:
        raise Refusal(HIDDEN)
    for objects in _unpacked(data, streams):
        judge_names(objects)


def check_ends(data: bytes) -> None:
    """It begins as a PDF, ends as one, and its end says where the table of its objects begins."""
    end = data[-_TAIL:].rstrip(_BLANK)
    header = header_at(data)
    if header is None or TRAILER not in end:
        raise Refusal(DAMAGED)
    is_page = _MARKUP.search(data[: header + _HEAD])
    if is_page or not end.endswith(TRAILER) or zipfile.is_zipfile(io.BytesIO(data)):
        raise Refusal(MIXED)
    start = _START.search(end)
    if start is None or int(start[1]) >= len(data):
        raise Refusal(DAMAGED)


def unescaped(data: bytes) -> bytes:
    """With `/J#61vaScript` written as `/JavaScript`."""
    names, escapes = _ESCAPED.subn(lambda match: bytes((int(match[1], 16),)), data, count=_MOST_ESCAPES)
    if escapes == _MOST_ESCAPES:
        raise Refusal(HIDDEN)
    return names


def _unpacked(data: bytes, streams: list[re.Match[bytes]]) -> Iterator[bytes]:
    """Yield the objects of every stream that is compressed; the others were seen in the raw bytes."""
    left = _MOST_OBJECTS
    for stream in streams:
        codings = stream[1].count(b"Decode")
        if codings > 1 or (b"/Filter" in stream[1]) != (b"/FlateDecode" in stream[1]):
            raise Refusal(HIDDEN)
        if codings:
            objects = _inflate(data, stream.end(), left)
            left -= len(objects)
            yield unescaped(objects)


def _inflate(data: bytes, at: int, left: int) -> bytes:
    """Return what a stream unpacks to. A broken one is refused: nobody knows what a reader would make of it."""
    machine, objects = zlib.decompressobj(), bytearray()
    try:
        while not machine.eof and at < len(data):
            objects += machine.decompress(data[at : at + _CHUNK], left + 1 - len(objects))
            at += _CHUNK
            if len(objects) > left:
                raise Refusal(EXPANDS)
    except zlib.error as error:
        raise Refusal(DAMAGED) from error
    return bytes(objects)
