"""Slip 07, the register: the dossiers an agency accepted in a period, as rows of texts and as a PDF to print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from services.forms.definition.standard_steps import DELIVERY, owner_name
from services.forms.models import Submission
from services.forms.rules.slip_kinds import SlipKind
from services.forms.rules.workflow import State
from services.forms.slips.composing import day_line
from services.forms.slips.facts import moment
from services.forms.slips.grid import grid
from services.forms.slips.letterhead import letterhead
from services.forms.slips.sheet import Sheet
from services.forms.slips.wording import LANGUAGE, built_in_words, label, wording_in_force

WIDTHS = (3, 14, 15, 12, 10, 7, 7, 7, 7, 6, 8)
AT_ONCE = 500
"""Rows read from the database at a time."""
NEEDED = (
    *("id", "code", "service_title", "agency_name", "answers", "state", "accepted_at", "due_at", "resolved_at"),
    "closed_at",
)


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both included."""

    since: date
    until: date


def register_head() -> list[str]:
    return [str(column) for column in built_in_words()["register"]["columns"]]


def register_rows(found: QuerySet[Submission]) -> Iterator[list[Any]]:
    """Yield a row per dossier, numbered in order: texts, and moments or None. Sensitive answers are not among the
    columns.
    """
    for number, submission in enumerate(found.only(*NEEDED).iterator(chunk_size=AT_ONCE), start=1):
        handed_over = submission.closed_at if submission.state == State.HANDED_OVER else None
        yield [
            number,
            submission.code or "",
            submission.service_title,
            owner_name(submission.answers),
            submission.agency_name,
            *(submission.accepted_at, submission.due_at, submission.resolved_at, handed_over),
            str(built_in_words()["register"]["ways"].get(submission.answers.get(DELIVERY), "")),
            str(State(submission.state).label),
        ]


def _on_paper(value: object) -> str:
    if isinstance(value, datetime):
        return moment(value)
    return "" if value is None else str(value)


def register_pdf(lines: Iterable[list[Any]], *, agency: str, period: Period, count: int) -> bytes:
    """Return the register as PDF, on its side; the head of the table stands on every page."""
    now, said = timezone.now(), built_in_words()["register"]
    wording = wording_in_force(SlipKind.REGISTER, timezone.localdate(now))
    sheet = Sheet(
        title=wording.title,
        language=LANGUAGE,
        footer=f"{settings.WAGTAIL_SITE_NAME} · {wording.title}",
        watermark=label("demonstration") if settings.DEMO else "",
        is_landscape=True,
    )
    letterhead(sheet, agency=agency, number="", day=day_line(now))
    sheet.centred(wording.title.upper(), 14)
    days = {"since": f"{period.since:%d/%m/%Y}", "until": f"{period.until:%d/%m/%Y}"}
    sheet.centred(said["period"].format(**days), 10, "")
    sheet.ln(3)
    if wording.opening:
        sheet.paragraph(wording.opening)
    if count:
        grid(sheet, register_head(), WIDTHS, ([_on_paper(value) for value in line] for line in lines), 7.5)
    sheet.paragraph(said["count"].format(count=count))
    for text in filter(None, (wording.closing, wording.notes, label("legal_basis", basis=wording.legal_basis))):
        sheet.paragraph(text, 8)
    return bytes(sheet.output())
