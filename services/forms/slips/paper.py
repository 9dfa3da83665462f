"""A slip as PDF, made of what was kept when it was issued; the same at any time."""

from typing import Any

from django.urls import reverse
from django.utils import translation
from fpdf.enums import XPos, YPos

from core.addresses import absolute
from services.forms.models import Slip
from services.forms.slips.glyphs import printable
from services.forms.slips.letterhead import letterhead
from services.forms.slips.sheet import FAMILY, Sheet
from services.forms.slips.wording import LANGUAGE, label

QR_SIDE = 32.0
SIGNATURE_WIDTH = 80.0


def check_address(token: str) -> str:
    """Where anybody can see that the slip is genuine; in Vietnamese, as the slip is."""
    with translation.override(LANGUAGE):
        return absolute(reverse("slip_check", args=[token]))


def render(slip: Slip) -> bytes:
    """The sheet. ValueError when what it said was removed."""
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
    sign(sheet, label("signed_by"), slip.issued_by or slip.agency_name, check_address(slip.token))
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
        sheet.grid(table["head"], table["widths"], table["rows"])
    elif table:
        sheet.paragraph(table["none"])
    if said["closing"]:
        sheet.paragraph(said["closing"])


def sign(sheet: Sheet, what: str, who: str, address: str = "") -> None:
    """Who made the paper, at the right; at the left, where it can be checked."""
    if sheet.will_page_break(QR_SIDE + 24):
        sheet.add_page()
    sheet.ln(4)
    top = sheet.get_y()
    if address:
        sheet.qr(address, side=QR_SIDE, caption=label("check"), is_left=True)
    for text, style in ((what.upper(), "B"), (who, "")):
        sheet.set_font(FAMILY, style, 9.5)
        sheet.set_x(sheet.w - sheet.r_margin - SIGNATURE_WIDTH)
        sheet.multi_cell(SIGNATURE_WIDTH, 6, printable(text), align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.clear()
    sheet.set_y(max(sheet.get_y(), top))
    if address:
        sheet.paragraph(label("check_at", address=address), 8)
