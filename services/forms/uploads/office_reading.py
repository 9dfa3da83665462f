"""The process an Office file is read in: every part of it is on the list of what documents hold, and judged.

Source: ECMA-376 part 2. Nothing is unpacked to be kept: parts are read event by event. It runs alone, on the standard
library, with little memory and time (sandbox.py).
"""

import re
import sys
import zipfile
from collections.abc import Mapping

from services.forms.uploads.archive import open_checked
from services.forms.uploads.exceptions import EMBEDDED, EXPANDS, HIDDEN, MISMATCH, UNKNOWN_PART, Refusal
from services.forms.uploads.limits import MEGABYTE
from services.forms.uploads.office_elements import DrawingReader, PartReader
from services.forms.uploads.office_parts import (
    DATA,
    DRAWING,
    INNER,
    MAIN,
    PICTURES,
    PLAIN_PARTS,
    RELATIONSHIPS,
    XML_PARTS,
    check_relation,
    names_macros,
    reason_against,
)
from services.forms.uploads.sandbox import REFUSED, confine
from services.forms.uploads.xml_reading import read_xml

MEMORY = 256
"""Megabytes."""
CONTENT_TYPES = "[Content_Types].xml"
_MOST_XML = 30 * MEGABYTE
"""Of all parts together; what takes longer to read than somebody waits."""
_DEEPEST = 1
"""The table behind a chart; no file in that."""
_PICTURE = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\x00|MM\x00\*|\x01\x00\x00\x00.{36} EMF|\xd7\xcd\xc6\x9a"
    rb"|[\x01\x02]\x00\x09\x00|II\xbc|RIFF....WEBP|\x00\x00\x01\x00",
    re.DOTALL,
)
"""What pictures of the kinds Office takes begin with."""
_PROGRAM = re.compile(
    rb"MZ|\x7fELF|PK\x03\x04|\xd0\xcf\x11\xe0|#!|%PDF|\xca\xfe\xba\xbe|L\x00\x00\x00\x01\x14\x02"
    rb"|[\x00\s]*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\x00\s]*<"
)
"""What nothing begins with that is neither XML nor a file of its own."""
_DATA_KINDS = {"application/xml", "text/xml"}
_XML_NAME = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)


def main(kind: str) -> int:
    """Judge the file on standard input; a refusal's code goes to standard output."""
    confine(MEMORY)
    try:
        judge(sys.stdin.buffer.read(), kind)
    except Refusal as refusal:
        sys.stdout.write(refusal.code)
        sys.stdout.flush()
        return REFUSED
    return 0


def judge(data: bytes, kind: str, depth: int = 0) -> None:
    """Raise Refusal unless it is a file of that kind, and every part and relation of it is known and passive."""
    with open_checked(data) as archive:
        parts = _parts(archive, kind)
        _check_kinds(parts)
        if sum(archive.getinfo(name).file_size for name, kind in parts.items() if kind in XML_PARTS) > _MOST_XML:
            raise Refusal(EXPANDS)
        for name, content_type in sorted(parts.items()):
            _check_part(archive, name, content_type, depth)


class _Types:
    """The list of content types: of parts by name, else by ending."""

    def __init__(self) -> None:
        self.named: dict[str, str] = {f"/{CONTENT_TYPES}".lower(): "application/xml"}
        self.endings: dict[str, str] = {}

    def element(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        kind = attributes.get("ContentType", "").strip().lower()
        if name == "Override":
            _add(self.named, attributes.get("PartName", "").lower(), kind)
        elif name == "Default":
            _add(self.endings, attributes.get("Extension", "").lower(), kind)

    def of(self, name: str) -> str:
        """Return the content type of an entry; "" when nothing is said of it."""
        small = f"/{name}".lower()
        usual = RELATIONSHIPS if small.endswith(".rels") else ""
        return self.named.get(small) or self.endings.get(small.rpartition(".")[2], usual)


def _add(kinds: dict[str, str], name: str, kind: str) -> None:
    """What is said twice and differently is read in two ways."""
    if kinds.setdefault(name, kind) != kind:
        raise Refusal(HIDDEN)


def _parts(archive: zipfile.ZipFile, kind: str) -> dict[str, str]:
    """Return every part and its content type, once exactly one of them is the main part of that kind of file."""
    if CONTENT_TYPES not in archive.namelist():
        raise Refusal(MISMATCH)
    types = _Types()
    with archive.open(CONTENT_TYPES) as content:
        read_xml(content, types.element)
    parts = {name: types.of(name) for name in archive.namelist() if not _is_folder(archive, name)}
    if list(parts.values()).count(MAIN[kind]) != 1:
        raise Refusal(_reason_against_main(parts))
    return parts


def _reason_against_main(parts: Mapping[str, str]) -> str:
    """Another kind of file; or this kind with macros, whose main part says so."""
    mains = [kind for kind in parts.values() if kind.endswith(".main+xml")]
    return next((reason_against(kind) for kind in mains if "macro" in kind), MISMATCH)


def _is_folder(archive: zipfile.ZipFile, name: str) -> bool:
    return name.endswith("/") and not archive.getinfo(name).file_size


def _check_kinds(parts: Mapping[str, str]) -> None:
    """Every part is of a kind on the lists, and no name says otherwise: readers go by the one or by the other."""
    for name, kind in parts.items():
        is_known = kind in XML_PARTS or kind in PLAIN_PARTS or kind in PICTURES or kind in INNER
        if not is_known or (_XML_NAME.search(name) and kind not in XML_PARTS) or names_macros(name):
            reasons = (reason_against(kind), reason_against(name))
            raise Refusal(next((reason for reason in reasons if reason != UNKNOWN_PART), UNKNOWN_PART))


def _check_part(archive: zipfile.ZipFile, name: str, kind: str, depth: int) -> None:
    if kind in XML_PARTS:
        _check_xml(archive, name, kind)
    elif kind in INNER:
        _check_inner(archive.read(name), INNER[kind], depth)
    else:
        with archive.open(name) as content:
            beginning = content.read(64)
        is_picture = _PICTURE.match(beginning) is not None or not beginning
        if _PROGRAM.match(beginning) or (kind in PICTURES and not is_picture):
            raise Refusal(EMBEDDED)


def _check_inner(data: bytes, kind: str, depth: int) -> None:
    if depth == _DEEPEST:
        raise Refusal(EMBEDDED)
    judge(data, kind, depth + 1)


def _check_xml(archive: zipfile.ZipFile, name: str, kind: str) -> None:
    with archive.open(name) as content:
        if name.lower().endswith(".rels"):
            read_xml(content, _check_relation)
            return
        if name.lower().startswith(DATA) and kind in _DATA_KINDS:
            read_xml(content, None)
            return
        reader = DrawingReader() if kind == DRAWING else PartReader()
        read_xml(content, reader.element, text=reader.text, end=reader.end)
        reader.finish()


def _check_relation(tag: str, attributes: Mapping[str, str]) -> None:
    if tag.rpartition(" ")[2].lower() == "relationship":
        check_relation(attributes.get("Type", ""), attributes.get("Target", ""), attributes.get("TargetMode", ""))
