"""Word and Excel files (Office Open XML): the right main part, no macros, nothing embedded, nothing fetched.

Source: ECMA-376 part 2. XML is read event by event; a document type, the door to entity bombs, is refused.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from urllib.parse import unquote
from xml.parsers import expat

from services.forms.uploads.archive import open_checked
from services.forms.uploads.limits import MEGABYTE
from services.forms.uploads.refusal import ACTIVE, DAMAGED, EXPANDS, MISMATCH, Refusal

CONTENT_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.{}.main+xml"
_ACTIVE_TYPE = re.compile(r"macro|vbaproject|activex|oleobject|javascript|x-msdownload", re.IGNORECASE)
_ACTIVE_NAME = re.compile(
    r"vbaproject|vbadata|activex|macrosheets?/|oleobject|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|lnk|hta|docm|xlsm|dotm|xltm)$",
    re.IGNORECASE,
)
_CALLS_OUT = frozenset({"ddelink", "olelink"})
_ON_THIS_COMPUTER = re.compile(r"file:///[a-z]:|[a-z]:[/\\]|(?![/\\]{2})[^:]+$", re.IGNORECASE)
"""A template or a picture on the writer's own disk: harmless elsewhere, and Word writes it into many files."""
_LINKS = ("/hyperlink", "/externalLinkPath")
"""What a person has to click, and where a table once took its numbers from."""
_MOST_XML = 10 * MEGABYTE
"""Of the parts that are looked into, together; common files have some kilobytes."""

Seen = Callable[[str, Mapping[str, str]], None]


def check_docx(data: bytes) -> None:
    """Refusal unless it is a Word document without anything active."""
    _check(data, _MAIN.format("wordprocessingml.document"))


def check_xlsx(data: bytes) -> None:
    """Refusal unless it is an Excel workbook without anything active."""
    _check(data, _MAIN.format("spreadsheetml.sheet"))


def _check(data: bytes, main: str) -> None:
    with open_checked(data) as archive:
        names = set(archive.namelist())
        if CONTENT_TYPES not in names:
            raise Refusal(MISMATCH)
        if any(_ACTIVE_NAME.search(name) for name in names):
            raise Refusal(ACTIVE)
        parts = [name for name in sorted(names) if name == CONTENT_TYPES or _is_looked_into(name)]
        if sum(archive.getinfo(name).file_size for name in parts) > _MOST_XML:
            raise Refusal(EXPANDS)
        _check_types(archive, names, main)
        for name in parts:
            _check_part(archive, name)


def _is_looked_into(name: str) -> bool:
    small = name.lower()
    return small.endswith(".rels") or ("externallinks/" in small and small.endswith(".xml"))


def _check_types(archive: zipfile.ZipFile, names: set[str], main: str) -> None:
    mains = []

    def seen(element: str, attributes: Mapping[str, str]) -> None:
        kind = attributes.get("ContentType", "")
        if element == "override" and kind == main:
            mains.append(attributes.get("PartName", "").lstrip("/"))
        elif _ACTIVE_TYPE.search(kind):
            raise Refusal(ACTIVE)

    _read(archive, CONTENT_TYPES, seen)
    if len(mains) != 1 or mains[0] not in names:
        raise Refusal(MISMATCH)


def _check_part(archive: zipfile.ZipFile, name: str) -> None:
    """Relations lead nowhere by themselves; tables that Excel would fetch through other programs are refused."""
    _read(archive, name, _no_fetching if name.lower().endswith(".rels") else _no_calling)


def _no_fetching(element: str, attributes: Mapping[str, str]) -> None:
    is_outside = element == "relationship" and attributes.get("TargetMode", "").lower() == "external"
    if not is_outside or attributes.get("Type", "").endswith(_LINKS):
        return
    if not _ON_THIS_COMPUTER.match(unquote(attributes.get("Target", ""))):
        raise Refusal(ACTIVE)


def _no_calling(element: str, _attributes: Mapping[str, str]) -> None:
    if element in _CALLS_OUT:
        raise Refusal(ACTIVE)


def _read(archive: zipfile.ZipFile, name: str, seen: Seen) -> None:
    """Tell `seen` of every element: its name in small letters without its space, and its attributes."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def element(tag: str, attributes: dict[str, str]) -> None:
        seen(tag.rpartition(" ")[2].lower(), attributes)

    def document_type(*_args: object) -> None:
        raise Refusal(ACTIVE)

    parser.StartElementHandler = element
    parser.StartDoctypeDeclHandler = document_type
    try:
        with archive.open(name) as content:
            parser.ParseFile(content)
    except expat.ExpatError as error:
        raise Refusal(DAMAGED) from error
