"""A table with lines on a sheet: its head stands on every page, and a row may be longer than a page."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from services.forms.slips.page_breaks import end_of_part, following, together
from services.forms.slips.sheet import FAMILY, PALE, Piece, Sheet

PADDING = 1.0
"""Above and below the text of a cell."""


class Grid:
    """Writes rows from top to bottom; `widths` are shares of the whole."""

    def __init__(self, sheet: Sheet, head: Sequence[str], widths: Sequence[int], size: float) -> None:
        share = sheet.epw / sum(widths)
        self._sheet, self._head, self._size, self._line = sheet, head, size, size * 0.55
        self._widths = [share * width for width in widths]
        self._lefts = [sheet.l_margin + sum(self._widths[:column]) for column in range(len(widths))]

    def write(self, rows: Iterable[Sequence[str]]) -> None:
        """The head, and the rows below it."""
        head = self._lines(self._head, "B")
        for number, row in enumerate(rows):
            lines = self._lines(row, "")
            if number == 0 and self._lacks_room(len(head), together(0, following(len(lines)))):
                self._sheet.add_page()
            if number == 0:
                self._write_head(head)
            self._write_row(lines, head)

    def _lines(self, texts: Sequence[str], style: str) -> list[list[Piece]]:
        """Return the row line by line, in the font in which it will be written."""
        self._sheet.set_font(FAMILY, style, self._size)
        cells = [self._sheet.wrapped(text, width) for text, width in zip(texts, self._widths, strict=True)]
        places = list(zip(self._lefts, self._widths, strict=True))
        return [
            [Piece(text, *place) for text, place in zip(line, places, strict=True)]
            for line in zip_longest(*cells, fillvalue="")
        ]

    def _lacks_room(self, *counts: int) -> bool:
        """Return whether rows of so many lines do not fit on the page any more."""
        return self._sheet.will_page_break(sum(count * self._line + 2 * PADDING for count in counts))

    def _write_head(self, lines: list[list[Piece]]) -> None:
        sheet = self._sheet
        sheet.set_font(FAMILY, "B", self._size)
        sheet.set_fill_color(PALE)
        self._frame(sheet.get_y(), len(lines) * self._line + 2 * PADDING, "DF")
        sheet.set_fill_color(0)
        self._write_lines(lines)
        sheet.set_font(FAMILY, "", self._size)

    def _write_row(self, lines: list[list[Piece]], head: list[list[Piece]]) -> None:
        """As many parts as it takes, each framed and below a head of its own."""
        follow, first = following(len(lines)), 0
        while first < len(lines):
            if self._lacks_room(together(first, follow)):
                self._sheet.add_page()
                self._write_head(head)
            last = end_of_part(first, len(lines), follow, lambda count: not self._lacks_room(count))
            top = self._sheet.get_y()
            self._write_lines(lines[first:last])
            self._frame(top, self._sheet.get_y() - top, "D")
            first = last

    def _write_lines(self, lines: list[list[Piece]]) -> None:
        sheet = self._sheet
        sheet.set_y(sheet.get_y() + PADDING)
        sheet.write_part(lines, self._line)
        sheet.set_y(sheet.get_y() + PADDING)

    def _frame(self, top: float, height: float, style: str) -> None:
        """A box around each cell of a row."""
        for left, width in zip(self._lefts, self._widths, strict=True):
            self._sheet.rect(left, top, width, height, style=style)


def grid(
    sheet: Sheet, head: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], size: float = 9
) -> None:
    """Write a table and go on below it."""
    Grid(sheet, head, widths, size).write(rows)
    sheet.ln(2)
