"""A slip as PDF, made of what was kept when it was issued; the same at any time."""

from typing import Any

from django.urls import reverse
from django.utils import translation

from core.addresses import absolute
from services.forms.models import Slip
from services.forms.slips.grid import grid
from services.forms.slips.letterhead import letterhead
from services.forms.slips.sheet import FAMILY, Piece, Sheet
from services.forms.slips.wording import LANGUAGE, label

QR_SIDE = 26.0
SIGNATURE_WIDTH = 80.0
SIGNATURE_LINE = 6.0
BELOW_SIGNATURE = 22.0
"""For the caption of the QR code and the address it holds."""


def check_address(token: str) -> str:
    """Return where anybody can see that the slip is genuine; in Vietnamese, as the slip is."""
    with translation.override(LANGUAGE):
        return absolute(reverse("slip_check", args=[token]))


def slip_pdf(slip: Slip) -> bytes:
    """Return the sheet. ValueError when what it said was removed."""
    said: dict[str, Any] = slip.payload
    if not slip.is_whole:
        raise ValueError("what the slip said was removed")
    sheet = Sheet(
        title=f"{said['title']} {slip.number}",
        language=LANGUAGE,
        footer=f"{said['portal']} · {slip.number}",
        watermark=label("demonstration") if said["demonstration"] else "",
    )
    number = label("number", number=slip.number)
    letterhead(sheet, agency=slip.agency_name, number=number, day=said["day"])
    sheet.centred(said["title"].upper(), 14)
    sheet.ln(2)
    _body(sheet, said)
    sign(
        sheet,
        said.get("signed_by") or label("signed_by"),
        slip.issued_by or slip.agency_name,
        check_address(slip.token),
    )
    for text in filter(None, (said["notes"], label("legal_basis", basis=said["legal_basis"]))):
        sheet.paragraph(text, 8)
    return bytes(sheet.output())


def _body(sheet: Sheet, said: dict[str, Any]) -> None:
    if said["opening"]:
        sheet.paragraph(said["opening"])
    for name, lines in said["rows"]:
        sheet.row(name, lines)
    table = said["table"]
    if table and table["rows"]:
        sheet.ln(2)
        grid(sheet, table["head"], table["widths"], table["rows"])
    elif table:
        sheet.paragraph(table["none"])
    if said["closing"]:
        sheet.paragraph(said["closing"])


def sign(sheet: Sheet, what: str, who: str, address: str = "") -> None:
    """Who made the paper, at the right; at the left, where it can be checked. Both on one page."""
    left = sheet.w - sheet.r_margin - SIGNATURE_WIDTH
    lines = [(text, style) for part, style in ((what.upper(), "B"), (who, "")) for text in _wrapped(sheet, part, style)]
    if sheet.will_page_break(max(len(lines) * SIGNATURE_LINE, QR_SIDE if address else 0) + BELOW_SIGNATURE):
        sheet.add_page()
    sheet.ln(4)
    top = sheet.get_y()
    if address:
        sheet.qr(address, side=QR_SIDE, caption=label("check"), is_left=True)
    sheet.set_y(top)
    for text, style in lines:
        sheet.set_font(FAMILY, style, 9.5)
        sheet.write_part([[Piece(text, left, SIGNATURE_WIDTH, align="C")]], SIGNATURE_LINE)
    sheet.clear()
    if address:
        sheet.paragraph(label("check_at", address=address), 8)


def _wrapped(sheet: Sheet, text: str, style: str) -> list[str]:
    sheet.set_font(FAMILY, style, 9.5)
    return sheet.wrapped(text, SIGNATURE_WIDTH)
