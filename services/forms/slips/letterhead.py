"""The head of an administrative paper of Vietnam: agency and number at the left, nation and motto at the right."""

from services.forms.slips.sheet import FAMILY, Piece, Sheet
from services.forms.slips.wording import label

GAP = 6.0
LEFT_SHARE = 0.42
RULE = 0.3
"""Of the width of a column: the line below it."""


def letterhead(sheet: Sheet, *, agency: str, number: str, day: str) -> None:
    """Write the head and go on below it. `number` and `day` are whole lines, "" where there is none."""
    width = sheet.w - sheet.l_margin - sheet.r_margin
    left = width * LEFT_SHARE
    right = width - left - GAP
    top = sheet.get_y()
    ends = [
        _column(sheet, sheet.l_margin, top, left, [agency.upper()], number),
        _column(sheet, sheet.l_margin + left + GAP, top, right, [label("nation").upper(), label("motto")], day),
    ]
    sheet.set_xy(sheet.l_margin, max(ends) + 4)


def _column(sheet: Sheet, left: float, top: float, width: float, bold: list[str], below: str) -> float:
    """Bold lines, a rule below them, one line more; where it ends."""
    sheet.set_y(top)
    sheet.set_font(FAMILY, "B", 10)
    for text in bold:
        _write(sheet, left, width, text)
    at, rule = sheet.get_y() + 1, width * RULE
    sheet.line(left + (width - rule) / 2, at, left + (width + rule) / 2, at)
    sheet.set_y(at + 1.5)
    sheet.set_font(FAMILY, "", 9.5)
    if below:
        _write(sheet, left, width, below)
    return sheet.get_y()


def _write(sheet: Sheet, left: float, width: float, text: str) -> None:
    sheet.write_part([[Piece(line, left, width, align="C")] for line in sheet.wrapped(text, width)], 5)
