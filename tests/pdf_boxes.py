"""Where each text stands on the pages of a PDF, as a printer would find it: overlaps, margins, columns.

A text here is what the sheet wrote as one piece: one line of a paragraph, a column or a cell.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium

MILLIMETRE = 72 / 25.4
TOLERANCE = 0.15
"""Millimetres by which boxes may touch."""

AS_PRINTED = {0x02: "-", 0xFFFE: "-"}
"""The reader tells a stroke at the end of a line from others, for it may part a word."""


@dataclass(frozen=True)
class Text:
    """A text with the box of its ink in millimetres from the upper left corner; `page` from 0."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Text") -> bool:
        return (
            self.page == other.page
            and min(self.right, other.right) - max(self.left, other.left) > TOLERANCE
            and min(self.bottom, other.bottom) - max(self.top, other.top) > TOLERANCE
        )


@dataclass(frozen=True)
class Page:
    """A page in millimetres."""

    width: float
    height: float


@lru_cache(maxsize=4)
def pages_of(pdf: bytes) -> tuple[Page, ...]:
    """Every page; remembered, for it is asked anew for each text."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(Page(page.get_width() / MILLIMETRE, page.get_height() / MILLIMETRE) for page in document)


@lru_cache(maxsize=4)
def texts_of(pdf: bytes, *, without: str = "BẢN MINH HỌA") -> tuple[Text, ...]:
    """Every text in the order in which it was written; a turned one, the watermark `without`, is left out."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = [text for number, page in enumerate(document) for text in _texts(number, page)]
    return tuple(text for text in found if text.text and squeezed(without) != squeezed(text.text))


def _texts(number: int, page: pypdfium2.PdfPage) -> Iterator[Text]:
    words, height = page.get_textpage(), page.get_height()
    for piece in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = (side / MILLIMETRE for side in piece.get_bounds())
        down = height / MILLIMETRE
        yield Text(number, _words(piece, words), left, down - top, right, down - bottom)


def _words(piece: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(piece, words, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(piece, words, buffer, size)
    found = bytes(buffer).decode("utf-16-le").rstrip("\0").translate(AS_PRINTED)
    return " ".join(found.split())


def overlapping(texts: Iterable[Text]) -> list[tuple[Text, Text]]:
    """The pairs that lie over one another."""
    by_page: dict[int, list[Text]] = {}
    for text in texts:
        by_page.setdefault(text.page, []).append(text)
    return [pair for found in by_page.values() for pair in combinations(found, 2) if pair[0].overlaps(pair[1])]


def outside(pdf: bytes, *, sides: float, top: float, bottom: float) -> list[Text]:
    """The texts that leave the margins."""
    pages = pages_of(pdf)
    return [
        text
        for text in texts_of(pdf)
        if text.left < sides - TOLERANCE
        or text.right > pages[text.page].width - sides + TOLERANCE
        or text.top < top - TOLERANCE
        or text.bottom > pages[text.page].height - bottom + TOLERANCE
    ]


def column(texts: Iterable[Text], left: float, width: float) -> str:
    """What stands in a column over all pages, without blanks; `left` and `width` in millimetres."""
    inside = [text for text in texts if left <= text.left and text.right <= left + width]
    return squeezed("".join(text.text for text in inside))


def squeezed(text: str) -> str:
    """Composed and without blanks: lines are broken where a column ends, also inside long words."""
    return "".join(unicodedata.normalize("NFC", text).split())
