"""The acknowledgement a citizen gets at filing: what was filed, with whom, under which code, and what comes next.

It is no appointment slip: slip 01 with the day of the result is issued by the office at acceptance.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from services.forms.slips.sheet import Sheet

QR_SIDE = 34.0


@dataclass(frozen=True)
class Section:
    """A step of the form as the citizen filled it in: rows of a label and its lines."""

    heading: str
    rows: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True)
class Acknowledgement:
    """Everything on the sheet, in words of one language. `link` is what the QR code holds."""

    portal: str
    code: str
    tracking_code: str
    filed_at: str
    service: str
    agency: str
    filed_by: str
    fees: Sequence[str]
    place: Sequence[str]
    sections: Sequence[Section]
    link: str
    tracking_page: str
    language: str
    is_demonstration: bool


def acknowledgement_pdf(sheet_of: Acknowledgement) -> bytes:
    """Return the sheet as PDF; every word of it can be selected and searched."""
    title = _("Acknowledgement of an online filing")
    sheet = Sheet(
        title=f"{title} {sheet_of.code}",
        language=sheet_of.language,
        footer=f"{sheet_of.portal} · {sheet_of.code}",
        watermark=_("DEMONSTRATION") if sheet_of.is_demonstration else "",
    )
    sheet.paragraph(sheet_of.portal, 10)
    sheet.qr(sheet_of.link, side=QR_SIDE, caption=_("Scan to track this application"))
    sheet.heading(title)
    sheet.code(_("Code of the application"), sheet_of.code)
    sheet.code(_("Tracking code (keep it to yourself)"), sheet_of.tracking_code)
    sheet.clear()
    _facts(sheet, sheet_of)
    _what_comes_next(sheet, sheet_of)
    for section in sheet_of.sections:
        sheet.section(section.heading)
        for label, lines in section.rows:
            sheet.row(label, lines)
    return bytes(sheet.output())


def _facts(sheet: Sheet, sheet_of: Acknowledgement) -> None:
    facts = (
        (_("Service"), [sheet_of.service]),
        (_("Agency"), [sheet_of.agency]),
        (_("Filed by"), [sheet_of.filed_by]),
        (_("Filed at"), [sheet_of.filed_at]),
        (_("Fees at the time of filing"), sheet_of.fees),
        (_("Whom to ask"), sheet_of.place),
    )
    for label, lines in facts:
        sheet.row(label, lines)


def _what_comes_next(sheet: Sheet, sheet_of: Acknowledgement) -> None:
    sheet.section(_("What happens next"))
    sheet.paragraph(
        _(
            "The agency checks whether the application is complete. The time limit counts from the moment it accepts "
            "the application; you then get the receipt with the day of the result. If something is missing, you are "
            "told which document and why."
        )
    )
    sheet.paragraph(
        _("You can see how far it is at %(page)s with the code and the tracking code.")
        % {"page": sheet_of.tracking_page}
    )
