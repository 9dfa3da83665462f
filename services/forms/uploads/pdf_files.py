"""Files inside a PDF, as PDF/A-3 carries them: each is judged as a file of its own, or the PDF is refused.

Source: ISO 32000-2, 7.11.4, and ISO 19005-3. Taken are what invoices and registers carry: XML, CSV, PDF, JPG and PNG.
"""

import io
import re
import zlib
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import pikepdf

from services.forms.uploads import jpeg, pdf, png
from services.forms.uploads.exceptions import DAMAGED, EMBEDDED, EXPANDS, Refusal
from services.forms.uploads.limits import MEGABYTE
from services.forms.uploads.xml_reading import read_xml

MOST_FILES = 20
MOST_BYTES = 20 * MEGABYTE
"""Of all of them together, unpacked."""
DEEPEST = 2
"""A PDF in a PDF in a PDF; no further."""
_PAGES = ("http://www.w3.org/1999/xhtml ", "http://www.w3.org/2000/svg ", "http://www.w3.org/1999/XSL/")
"""XML that a browser or a program would run."""
_CALCULATES = re.compile(r"""(?:^|[,;\t"'\r\n])\s*(?:[=@]|[+-](?!\s*[\d.,]))""")
"""A cell that a spreadsheet would take for a formula; a number with its sign is none."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")

Judge = Callable[[bytes, "Files"], None]


class Files:
    """The files of one PDF and of the PDFs in it, counted together."""

    def __init__(self, judge: Judge) -> None:
        self.seen = 0
        """How many dictionaries of files were judged, one that is read twice counted twice."""
        self._count = 0
        self._bytes = 0
        self._depth = 0
        self._judge_pdf = judge
        self._known: set[int] = set()

    def judge(self, found: pikepdf.Object) -> None:
        """Raise Refusal unless every file that this dictionary holds is of a known kind and sound in itself."""
        self.seen += 1
        names = _names(found)
        check = self._check_of(_ending(names))
        inside = found["/EF"]
        for key in inside.keys() if isinstance(inside, pikepdf.Dictionary) else []:
            check(self._content(names, inside[key]))

    def _check_of(self, kind: str) -> Callable[[bytes], None]:
        checks = {
            "xml": _check_xml,
            "csv": _check_csv,
            "jpg": jpeg.check,
            "jpeg": jpeg.check,
            "png": png.check,
            "pdf": self._check_pdf,
        }
        if kind not in checks:
            raise Refusal(EMBEDDED)
        return _as_an_inner_file(checks[kind])

    def _content(self, names: list[str], stream: pikepdf.Object) -> bytes:
        """Its bytes; the same file read twice counts once."""
        if not isinstance(stream, pikepdf.Stream):
            raise Refusal(EMBEDDED)
        data = _unpacked(stream, MOST_BYTES - self._bytes)
        if (key := hash((*names, data))) not in self._known:
            self._known.add(key)
            self._count += 1
            self._bytes += len(data)
        if self._count > MOST_FILES:
            raise Refusal(EMBEDDED)
        return data

    def _check_pdf(self, data: bytes) -> None:
        if self._depth == DEEPEST:
            raise Refusal(EMBEDDED)
        self._depth += 1
        pdf.check_ends(data)
        self._judge_pdf(data, self)
        self._depth -= 1


def _as_an_inner_file(check: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Return what is not what its name says has no place in a PDF; the PDF itself is not damaged by it."""

    def checked(data: bytes) -> None:
        try:
            check(data)
        except Refusal as refusal:
            raise Refusal(EMBEDDED) if refusal.code == DAMAGED else refusal from refusal

    return checked


def _names(found: pikepdf.Object) -> list[str]:
    return [str(found[key]).strip().lower() for key in ("/UF", "/F", "/DOS", "/Mac", "/Unix") if key in found]


def _ending(names: list[str]) -> str:
    """Return what all of them end with; "" when they disagree, for each reader would take another."""
    endings = {PurePosixPath(name).suffix.removeprefix(".") for name in names}
    return endings.pop() if len(endings) == 1 else ""


def _unpacked(stream: pikepdf.Object, most: int) -> bytes:
    """Its bytes, never more than may be."""
    packing = stream.get("/Filter")
    raw = stream.read_raw_bytes()
    if isinstance(packing, pikepdf.Array) and len(packing) == 1:
        packing = packing[0]
    if packing is None:
        data = raw
    elif packing == pikepdf.Name.FlateDecode and "/DecodeParms" not in stream:
        data = _inflated(raw, most)
    else:
        raise Refusal(EMBEDDED)
    if len(data) > most:
        raise Refusal(EXPANDS)
    return data


def _inflated(raw: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, most + 1)
    except zlib.error as error:
        raise Refusal(DAMAGED) from error


def _check_xml(data: bytes) -> None:
    def element(name: str, _attributes: Mapping[str, str]) -> None:
        if name.startswith(_PAGES):
            raise Refusal(EMBEDDED)

    def instruction(_target: str, _text: str) -> None:
        raise Refusal(EMBEDDED)

    read_xml(io.BytesIO(data), element, instruction=instruction)


def _check_csv(data: bytes) -> None:
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(EMBEDDED) from error
    if _CONTROLS.search(text) or _CALCULATES.search(text):
        raise Refusal(EMBEDDED)
