"""An A4 sheet of the portal as PDF: Vietnamese fonts, margins, headings, rows, page numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos

from core.qr import matrix, runs
from services.forms.definition.glyphs import FONTS, printable
from services.forms.slips.page_breaks import KEPT_WHOLE, end_of_part, following, together

FAMILY = "Noto Sans"
MARGIN = 18.0
LABEL_WIDTH = 58.0
GAP = 4.0
"""Between what stands side by side."""
LINE = 4.85
"""From one line of a row to the next."""
LONGEST_LABEL = 8
"""Lines of a label in its column; a longer one takes the whole width, with what belongs to it below."""
LONGEST_VALUE = 24
"""Lines of what belongs to a label in its column; a longer text takes the whole width below the label."""
GREY, BLACK, PALE, RULE = 90, 0, 236, 205


@dataclass(frozen=True)
class Piece:
    """A text within one line: where it begins, how much room it has, how it stands there."""

    text: str
    left: float
    width: float
    colour: int = BLACK
    align: str = "L"


class Sheet(FPDF):
    """Writes from top to bottom; lengths are millimetres, sizes are points.

    Whatever is written is first parted into lines; a line stands on one page with all its pieces, so nothing that is
    longer than its page runs over its neighbour.
    """

    def __init__(
        self, *, title: str, language: str, footer: str, watermark: str = "", is_landscape: bool = False
    ) -> None:
        super().__init__("landscape" if is_landscape else "portrait", format="A4")
        self._footer, self._watermark = footer, watermark
        self._taken, self._taken_width = 0.0, 0.0
        self.set_title(title)
        self.set_lang(language)
        self.set_creator("")
        self.add_font(FAMILY, "", FONTS / "NotoSans-Regular.ttf")
        self.add_font(FAMILY, "B", FONTS / "NotoSans-Bold.ttf")
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=MARGIN + 4)
        self.alias_nb_pages()
        self.add_page()

    def header(self) -> None:
        """The watermark lies under everything else."""
        self._taken = 0.0
        if self._watermark:
            self.set_font(FAMILY, "B", 60)
            self.set_text_color(PALE)
            with self.rotation(50, x=self.w / 2, y=self.h / 2):
                width = self.get_string_width(self._watermark)
                self.text((self.w - width) / 2, self.h / 2, self._watermark)
            self.set_text_color(BLACK)

    def footer(self) -> None:
        self.set_y(-MARGIN)
        self.set_font(FAMILY, "", 8)
        self.set_text_color(GREY)
        for line in self.wrapped(f"{self._footer} · {self.page_no()}/{{nb}}", self.epw):
            self.cell(0, 4, line, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_text_color(BLACK)

    def heading(self, text: str, size: float = 17) -> None:
        """A heading that stays with what stands below it."""
        self.set_font(FAMILY, "B", size)
        lines, height = self._paragraph(text), size * 0.52
        if self.will_page_break(len(lines) * height + KEPT_WHOLE * LINE):
            self.add_page()
        self.flow(lines, height)
        self.ln(1.5)

    def section(self, text: str) -> None:
        self.ln(3)
        self.heading(text, 12)

    def paragraph(self, text: str, size: float = 10) -> None:
        self.set_font(FAMILY, "", size)
        self.flow(self._paragraph(text), size * 0.52)
        self.ln(1)

    def centred(self, text: str, size: float, style: str = "B") -> None:
        self.set_font(FAMILY, style, size)
        self.flow(self._paragraph(text, "C"), size * 0.52)

    def row(self, label: str, lines: Iterable[str]) -> None:
        """A label with what belongs to it at its right, line beside line over as many pages as it takes."""
        self.set_font(FAMILY, "", 9.5)
        text, left = "\n".join(lines) or "–", self.l_margin + LABEL_WIDTH + GAP
        names = self._pieces(label, self.l_margin, LABEL_WIDTH, GREY)
        values = self._pieces(text, left, self.w - self.r_margin - left)
        if len(names) <= LONGEST_LABEL and len(values) <= LONGEST_VALUE:
            self.flow(_beside(names, values), LINE)
        else:
            wide = values if len(values) <= LONGEST_VALUE else self._pieces(text, self.l_margin, self.epw)
            self._stacked(self._pieces(label, self.l_margin, self.epw, GREY), wide)
        self._rule()

    def _stacked(self, above: Sequence[Piece], below: Sequence[Piece]) -> None:
        """A text and below it another, whose first lines stand on the page of its last ones."""
        first = len(above)
        joined = following(first) | {first} | {first + number for number in following(len(below))}
        self.flow([[piece] for piece in (*above, *below)], LINE, joined)

    def _rule(self) -> None:
        """A fine line between rows."""
        self.set_draw_color(RULE)
        with self.local_context(line_width=0.1):
            self.line(self.l_margin, self.get_y() + 0.5, self.w - self.r_margin, self.get_y() + 0.5)
        self.set_draw_color(BLACK)
        self.ln(1.1)

    def code(self, label: str, value: str) -> None:
        """A code to be read and typed: large, with its name above."""
        self.paragraph(label, 9)
        self.set_font(FAMILY, "B", 18)
        self.flow(self._paragraph(value), 9)
        self.ln(2)

    def qr(self, text: str, *, side: float, caption: str, is_left: bool = False) -> None:
        """A QR code at one side, drawn as vectors, with its caption; `clear` goes on below it.

        What is written before leaves room for one at the right.
        """
        at = self.get_y()
        modules = matrix(text)
        left = self.l_margin if is_left else self.w - self.r_margin - side
        module = side / len(modules)
        for y, line in enumerate(modules):
            for first, length in runs(line):
                self.rect(left + first * module, at + y * module, length * module, module, style="F")
        self.set_font(FAMILY, "", 8)
        self.set_y(at + side + 1)
        self.flow([[Piece(line, left, side, align="C")] for line in self.wrapped(caption, side)], 4)
        self._taken, self._taken_width = self.get_y(), 0.0 if is_left else side + GAP
        self.set_xy(self.l_margin, at)

    def clear(self) -> None:
        """Go on below what stands at the side."""
        self.set_y(max(self.get_y(), self._taken) + 3)

    def wrapped(self, text: str, width: float) -> list[str]:
        """Return the lines that a text takes in the font in force; never none."""
        self.auto_page_break = False  # measuring begins no page
        found = self.multi_cell(width, text=printable(text), dry_run=True, output=MethodReturnValue.LINES)
        self.auto_page_break = True
        return cast(list[str], found) or [""]

    def flow(self, lines: Sequence[Sequence[Piece]], height: float, follow: set[int] | None = None) -> None:
        """Write lines below each other in the font in force, on the next page when this one is full.

        `follow` are the numbers of those that stand on the page of the line before them.
        """
        follow = following(len(lines)) if follow is None else follow
        first = 0
        while first < len(lines):
            if self.will_page_break(together(first, follow) * height):
                self.add_page()
            last = end_of_part(first, len(lines), follow, lambda count: not self.will_page_break(count * height))
            self.write_part(lines[first:last], height)
            first = last

    def write_part(self, lines: Sequence[Sequence[Piece]], height: float) -> None:
        """Write lines that fit on this page, and go on below them; one column after the other, as one reads them."""
        top = self.get_y()
        placed = [(piece, top + number * height) for number, pieces in enumerate(lines) for piece in pieces]
        for piece, at in sorted(placed, key=lambda placed: placed[0].left):
            self.set_xy(piece.left, at)
            self.set_text_color(piece.colour)
            self.cell(piece.width, height, piece.text, align=piece.align, new_x=XPos.LMARGIN, new_y=YPos.TOP)
        self.set_text_color(BLACK)
        self.set_xy(self.l_margin, top + len(lines) * height)

    def _pieces(self, text: str, left: float, width: float, colour: int = BLACK) -> list[Piece]:
        return [Piece(line, left, width, colour) for line in self.wrapped(text, width)]

    def _paragraph(self, text: str, align: str = "L") -> list[list[Piece]]:
        """Return a text over the whole width, or what is left of it beside a QR code."""
        width = self.epw - (self._taken_width if self.get_y() < self._taken else 0.0)
        return [[Piece(line, self.l_margin, width, align=align)] for line in self.wrapped(text, width)]


def _beside(names: Sequence[Piece], values: Sequence[Piece]) -> list[list[Piece]]:
    """Return two columns line by line."""
    count = max(len(names), len(values))
    return [[*names[number : number + 1], *values[number : number + 1]] for number in range(count)]
