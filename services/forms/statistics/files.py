"""Numbers to take along as CSV or as a workbook, in which no name can become a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from core.exports import BYTE_ORDER_MARK, as_text

Line = Sequence[Any]


def as_csv(lines: Iterable[Line]) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    for line in lines:
        writer.writerow(["" if cell is None else as_text(cell) for cell in line])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def as_workbook(lines: Iterable[Line]) -> bytes:
    """Texts are written as texts, numbers as numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in lines:
        sheet.append([_cell(sheet, cell) for cell in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    cell = WriteOnlyCell(sheet, value=as_text(value))
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


WRITERS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def download(kind: str, name: str, lines: Iterable[Line]) -> HttpResponse:
    """The answer with the file; KeyError for a kind there is not."""
    write, media_type = WRITERS[kind]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(write(lines), content_type=media_type, headers=headers)
