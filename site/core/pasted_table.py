"""What was copied from Word or Excel, as rows of cells."""

import csv
import re
from html.parser import HTMLParser
from io import StringIO

Table = list[list[str]]

IGNORED = {"style", "script", "title"}
LINES = {"br", "p", "div", "li"}
"""Elements that begin a new line within a cell."""
MOST_SPANNED = 500
"""Rows or columns that a cell may claim to span."""


def read_table(text: str, html: str = "") -> Table:
    """Return the cells of what was pasted: of the first table in `html`, else of the text as Excel writes it, tabs
    between cells and lines between rows. Rows without words are left out.
    """
    rows = _Reader.read(html) if "<table" in html.lower() else []
    return [row for row in rows or _from_text(text) if any(row)]


def _from_text(text: str) -> Table:
    # a cell with a line or a quote in it is written in quotes; other quotes are words
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    cells = re.compile(r'(?<![^\t\n])"(?:[^"]|"")*"(?![^\t\n])')
    quoted = "\t" in text or "\n" in text
    kept = [match.span() for match in cells.finditer(text)] if quoted else []
    return [[_tidy(cell) for cell in row] for row in csv.reader(StringIO(_escaped(text, kept)), delimiter="\t")]


def _escaped(text: str, kept: list[tuple[int, int]]) -> str:
    """Double the quotes that are words, and put their cells into quotes, so that a reader of tables takes them so."""
    parts, end = [], 0
    for start, stop in kept:
        parts += [_words(text[end:start]), text[start:stop]]
        end = stop
    return "".join([*parts, _words(text[end:])])


def _words(text: str) -> str:
    return re.sub(r'[^\t\n]*"[^\t\n]*', lambda found: '"' + found[0].replace('"', '""') + '"', text)


def _tidy(cell: str) -> str:
    lines = (" ".join(line.split()) for line in cell.replace("\xa0", " ").splitlines())
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Reads the cells of the first table. A cell that spans rows stands in each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.table: Table = []
        self.row: list[str] | None = None
        self.cell: list[str] | None = None
        self.span = (1, 1)
        self.above: dict[int, tuple[int, str]] = {}
        self.depth = self.ignored = 0
        self.is_over = False

    @classmethod
    def read(cls, html: str) -> Table:
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader.table

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ignored += tag in IGNORED
        if tag == "table":
            self.depth += 1
        elif tag == "tr" and self.depth == 1 and not self.is_over:
            self.row = []
        elif tag in ("td", "th") and self.row is not None and self.depth == 1:
            self._fill_from_above()
            told = dict(attrs)
            self.cell, self.span = [], (_number(told.get("rowspan")), _number(told.get("colspan")))
        elif tag in LINES and self.cell is not None:
            self.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.ignored -= tag in IGNORED and self.ignored > 0
        if tag == "table":
            self.depth -= 1
            self.is_over = self.depth == 0
        elif tag in ("td", "th") and self.cell is not None and self.row is not None and self.depth == 1:
            self._end_cell(self.row, _tidy("".join(self.cell)))
        elif tag == "tr" and self.row is not None and self.depth == 1:
            self._fill_from_above()
            self.table.append(self.row)
            self.row = None

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.ignored:
            self.cell.append(data.replace("\n", " "))

    def _end_cell(self, row: list[str], words: str) -> None:
        rows, columns = self.span
        for number in range(columns):
            if rows > 1:
                self.above[len(row)] = (rows - 1, "" if number else words)
            row.append("" if number else words)
        self.cell = None

    def _fill_from_above(self) -> None:
        while self.row is not None and (found := self.above.get(len(self.row))):
            rows, words = found
            if rows > 1:
                self.above[len(self.row)] = (rows - 1, words)
            else:
                del self.above[len(self.row)]
            self.row.append(words)


def _number(told: str | None) -> int:
    return max(1, min(int(told), MOST_SPANNED)) if told and told.isdecimal() else 1
