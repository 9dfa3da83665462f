"""An A4 sheet of the portal as PDF: Vietnamese fonts, margins, headings, rows, page numbers."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.fonts import FontFace

from core.qr import matrix, runs
from services.forms.slips.glyphs import FONTS, printable

FAMILY = "Noto Sans"
MARGIN = 18.0
LABEL_WIDTH = 76.0
GREY, BLACK, PALE = 90, 0, 236
PADDING = 1
"""Around the text of a cell."""
MOST_LINES = 30
"""Lines of one row of a table; a row has to fit on one page, so what is longer goes on in a row below."""
SHORT = 200
"""Characters that never need so many lines; what is longer is measured."""


class Sheet(FPDF):
    """Writes from top to bottom; lengths are millimetres, sizes are points."""

    def __init__(
        self, *, title: str, language: str, footer: str, watermark: str = "", is_landscape: bool = False
    ) -> None:
        super().__init__("landscape" if is_landscape else "portrait", format="A4")
        self._footer, self._watermark, self._taken = footer, watermark, 0.0
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
        self.cell(0, 5, f"{self._footer} · {self.page_no()}/{{nb}}", align="C")
        self.set_text_color(BLACK)

    def heading(self, text: str, size: float = 17) -> None:
        self.set_font(FAMILY, "B", size)
        self._lines(text, size * 0.52)
        self.ln(1.5)

    def section(self, text: str) -> None:
        """A heading that stays with the line below it."""
        self.ln(3)
        if self.will_page_break(22):
            self.add_page()
        self.heading(text, 12)

    def paragraph(self, text: str, size: float = 10) -> None:
        self.set_font(FAMILY, "", size)
        self._lines(text, size * 0.52)
        self.ln(1)

    def centred(self, text: str, size: float, style: str = "B") -> None:
        self.set_font(FAMILY, style, size)
        self._lines(text, size * 0.52, align="C")

    def grid(self, head: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], size: float = 9) -> None:
        """A table with lines; its head stands on every page. `widths` are shares of the whole."""
        self.set_font(FAMILY, "", size)
        bold = FontFace(emphasis="BOLD", fill_color=PALE)
        with self.table(col_widths=tuple(widths), text_align="LEFT", line_height=size * 0.55, padding=PADDING) as table:
            for texts, style in [(head, bold), *((row, None) for row in rows)]:
                for part in self._cut([printable(text) for text in texts], widths):
                    line = table.row(style=style)
                    for text in part:
                        line.cell(text)
        self.ln(2)

    def _cut(self, texts: Sequence[str], widths: Sequence[int]) -> Iterable[Sequence[str]]:
        """The row itself, or as many as it takes when one of its texts is too long for one page."""
        if all(len(text) <= SHORT and text.count("\n") < MOST_LINES for text in texts):
            return [texts]
        share = self.epw / sum(widths)
        pieces = [self._pieces(text, share * width) for text, width in zip(texts, widths, strict=True)]
        return zip_longest(*pieces, fillvalue="")

    def _pieces(self, text: str, width: float) -> list[str]:
        inner = width - 2 * PADDING - self.line_width
        lines: Any = self.multi_cell(inner, text=text, dry_run=True, output=MethodReturnValue.LINES)
        starts = range(0, len(lines), MOST_LINES)
        return ["\n".join(lines[start : start + MOST_LINES]) for start in starts]

    def row(self, label: str, lines: Iterable[str]) -> None:
        """A label with what belongs to it at its right."""
        text = "\n".join(lines) or "–"
        self.set_font(FAMILY, "", 9.5)
        if self.will_page_break(10):
            self.add_page()
        top, page = self.get_y(), self.page
        self.set_text_color(GREY)
        self._lines(label, 5, width=LABEL_WIDTH)
        self.set_text_color(BLACK)
        below_label, label_page = self.get_y(), self.page
        self.page = page
        self.set_xy(self.l_margin + LABEL_WIDTH + 4, top)
        self._lines(text, 5, width=self.w - self.r_margin - self.get_x())
        if self.page == label_page:
            self.set_y(max(self.get_y(), below_label))
        self.ln(1.2)

    def code(self, label: str, value: str) -> None:
        """A code to be read and typed: large, with its name above."""
        self.paragraph(label, 9)
        self.set_font(FAMILY, "B", 18)
        self._lines(value, 9)
        self.ln(2)

    def qr(self, text: str, *, side: float, caption: str, is_left: bool = False) -> None:
        """A QR code at one side, drawn as vectors, with its caption; `clear` goes on below it."""
        at = self.get_y()
        modules = matrix(text)
        left = self.l_margin if is_left else self.w - self.r_margin - side
        module = side / len(modules)
        for y, line in enumerate(modules):
            for first, length in runs(line):
                self.rect(left + first * module, at + y * module, length * module, module, style="F")
        self.set_font(FAMILY, "", 8)
        self.set_xy(left, at + side + 1)
        self.multi_cell(side, 4, printable(caption), align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self._taken = self.get_y()
        self.set_xy(self.l_margin, at)

    def clear(self) -> None:
        """Go on below what stands at the right."""
        self.set_y(max(self.get_y(), self._taken) + 3)

    def _lines(self, text: str, height: float, width: float = 0, align: str = "L") -> None:
        self.multi_cell(width, height, printable(text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
