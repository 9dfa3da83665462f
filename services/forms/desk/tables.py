"""Lists of dossiers to take along: rows of plain text, as CSV or as a workbook, in which nothing can calculate."""

import csv
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from core.exports import BYTE_ORDER_MARK, as_text
from services.forms.models import Submission
from services.forms.standard import owner_name
from services.forms.workflow import State

AT_ONCE = 500
"""Rows read from the database at a time."""
PIECE = 64 * 1024

Row = list[str]


def rows(found: QuerySet[Submission]) -> Iterator[Row]:
    """The head, then a row per dossier. Sensitive answers are not among the columns."""
    yield [
        *(_("Code"), _("Service"), _("Agency"), _("Owner of the dossier"), _("State"), _("Filed at")),
        *(_("Accepted at"), _("Due at"), _("Ended at"), _("Officer")),
    ]
    for submission in found.iterator(chunk_size=AT_ONCE):
        yield [as_text(text) for text in _columns(submission)]


def _columns(submission: Submission) -> Iterable[str]:
    yield submission.code or ""
    yield submission.service_title
    yield submission.agency_name
    yield owner_name(submission.answers)
    yield str(State(submission.state).label)
    yield from map(_time, (submission.filed_at, submission.accepted_at, submission.due_at, submission.closed_at))
    yield str(submission.assigned_to or "")


def _time(moment: Any) -> str:
    return timezone.localtime(moment).strftime("%d/%m/%Y %H:%M") if moment else ""


class _Echo:
    """A file that gives back what is written into it."""

    def write(self, text: str) -> str:
        return text


def as_csv(lines: Iterable[Row]) -> Iterator[bytes]:
    """The list in pieces, as UTF-8 that spreadsheet programs recognise."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK.encode()
    for line in lines:
        yield writer.writerow(line).encode()


def as_workbook(lines: Iterable[Row]) -> Iterator[bytes]:
    """The list as XLSX, written to a temporary file row by row; every cell is a text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Dossiers"))
    for line in lines:
        sheet.append([_cell(sheet, text) for text in line])
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _cell(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell
