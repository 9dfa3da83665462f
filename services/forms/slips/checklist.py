"""The list of papers to print: the answer of a service in four lines, then a box to tick for each paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from services.answers.card import AnswerCard, CardFact
from services.forms.slips.sheet import LINE, Piece, Sheet

QR_SIDE = 28.0
BOX = 3.6
INDENT = 7.0


@dataclass(frozen=True)
class PaperLine:
    """A paper with how many of it are needed; `notes` stand below it: when it is needed."""

    name: str
    notes: Sequence[str]


@dataclass(frozen=True)
class PaperGroup:
    """Papers below one heading."""

    heading: str
    papers: Sequence[PaperLine]


@dataclass(frozen=True)
class Checklist:
    """Everything on the sheet, in words of one language. `link` is the page of the service, which the QR code holds."""

    portal: str
    title: str
    official_name: str
    case: str
    day: str
    card: AnswerCard
    groups: Sequence[PaperGroup]
    link: str
    language: str
    is_demonstration: bool


def checklist_pdf(told: Checklist) -> bytes:
    """Return the sheet as PDF."""
    sheet = Sheet(
        title=f"{_('Documents to prepare')}: {told.title}",
        language=told.language,
        footer=f"{told.portal} · {told.day}",
        watermark=_("DEMONSTRATION") if told.is_demonstration else "",
    )
    sheet.qr(told.link, side=QR_SIDE, caption=told.day)
    sheet.paragraph(_("Documents to prepare"), 10)
    sheet.heading(told.title, 13)
    if told.official_name != told.title:
        sheet.paragraph(told.official_name, 8)
    if told.case:
        sheet.paragraph(_("Your case: %(case)s") % {"case": told.case}, 10)
    sheet.clear()
    for fact in told.card.facts:
        sheet.row(fact.label, _lines(fact))
    for group in told.groups:
        sheet.section(group.heading)
        for paper in group.papers:
            _tick(sheet, paper)
    return bytes(sheet.output())


def _lines(fact: CardFact) -> list[str]:
    return [fact.value, *fact.notes]


def _tick(sheet: Sheet, paper: PaperLine) -> None:
    """Write a paper beside its box; both stand on one page."""
    sheet.set_font("Noto Sans", "", 9)
    width = sheet.epw - INDENT
    lines = [line for text in (paper.name, *paper.notes) for line in sheet.wrapped(text, width)]
    if sheet.will_page_break(min(len(lines), 3) * LINE):
        sheet.add_page()
    sheet.rect(sheet.l_margin, sheet.get_y() + 0.6, BOX, BOX)
    sheet.flow([[Piece(line, sheet.l_margin + INDENT, width)] for line in lines], LINE * 0.9)
    sheet.ln(0.8)
