"""PDF: whole, nothing else than a PDF, open to everybody, and nothing in it that acts by itself.

Source: ISO 32000-1. Nothing is rendered and no object is built: names are looked for in the raw bytes and in the
compressed streams of objects. Seeing a name where there is none costs a citizen one more try; overlooking one could
cost an officer's computer. So object streams are only taken as every common program writes them. One that is encrypted
is opened in a process of its own (pdf_encrypted.py).
"""

import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterator

from services.forms.uploads.limits import MEGABYTE
from services.forms.uploads.refusal import ACTIVE, DAMAGED, EXPANDS, MIXED, UNCHECKED, Refusal
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
_OPENER = "services.forms.uploads.pdf_encrypted"

_MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|img|\?php|\?xml)", re.IGNORECASE)
_START = re.compile(rb"startxref[ \t\r\n]+(\d{1,10})[ \t\r\n]+%%EOF\Z")
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
_ACTIVE = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|SubmitForm|ImportData|GoToE|XFA|Movie|Sound)(?![A-Za-z0-9])"
)
"""Scripts, programs to start, files inside, forms that send themselves: nothing a paper needs."""
_OBJECT_STREAM = re.compile(rb"/ObjStm(?![A-Za-z0-9])")
_PLAIN_STREAM = re.compile(rb"<<([^<>()%#]{0,400})>>[ \t\r\n]{0,8}stream(?:\r\n|\n)")
"""One short flat dictionary: no strings, comments, escapes or inner dictionaries in which something could hide."""


def check(data: bytes) -> None:
    """Refusal unless the file is whole, of one kind, open and passive."""
    _check_ends(data)
    names = unescaped(data)
    if b"/Root" not in names:
        raise Refusal(DAMAGED)
    judge_names(names)
    if _ENCRYPTED.search(names):
        _check_encrypted(data, len(_OBJECT_STREAM.findall(names)))
    else:
        _check_object_streams(data, names)


def starts(data: bytes) -> bool:
    """Whether a PDF begins here, after nothing but blanks."""
    return header_at(data) is not None


def header_at(data: bytes) -> int | None:
    """Where the header stands, within the first 1,024 bytes and after blanks alone."""
    lead = data[: _LONGEST_LEAD + len(HEADER)]
    at = len(lead) - len(lead.removeprefix(_BYTE_ORDER_MARK).lstrip(_BLANK))
    return at if lead.startswith(HEADER, at) else None


def judge_names(names: bytes) -> None:
    """Refusal when one of them stands for something that acts by itself."""
    if _ACTIVE.search(names):
        raise Refusal(ACTIVE)


def _check_encrypted(data: bytes, object_streams: int) -> None:
    """Its objects are judged by a process of its own, since a parser of the whole file is needed."""
    try:
        refused, code = run_alone(_OPENER, str(object_streams), data=data, with_packages=True)
    except BrokeDown as error:
        log.warning("opening an encrypted PDF of %d bytes: %s", len(data), error)
        raise Refusal(UNCHECKED) from error
    if refused:
        raise Refusal(code.decode())


def _check_object_streams(data: bytes, names: bytes) -> None:
    streams = [stream for stream in _PLAIN_STREAM.finditer(data) if _OBJECT_STREAM.search(stream[1])]
    if len(_OBJECT_STREAM.findall(names)) != len(streams) or len(streams) > _MOST_STREAMS:
        raise Refusal(ACTIVE)
    for objects in _unpacked(data, streams):
        judge_names(objects)


def _check_ends(data: bytes) -> None:
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
        raise Refusal(ACTIVE)
    return names


def _unpacked(data: bytes, streams: list[re.Match[bytes]]) -> Iterator[bytes]:
    """The objects of every stream that is compressed; the others were seen in the raw bytes."""
    left = _MOST_OBJECTS
    for stream in streams:
        codings = stream[1].count(b"Decode")
        if codings > 1 or (b"/Filter" in stream[1]) != (b"/FlateDecode" in stream[1]):
            raise Refusal(ACTIVE)
        if codings:
            objects = _inflate(data, stream.end(), left)
            left -= len(objects)
            yield unescaped(objects)


def _inflate(data: bytes, at: int, left: int) -> bytes:
    """What a stream unpacks to. A broken one is refused: nobody knows what a reader would make of it."""
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
