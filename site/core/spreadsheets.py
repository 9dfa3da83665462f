"""Spreadsheets, as CSV and as workbooks: texts stay texts and never calculate, moments are moments, numbers numbers."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.functional import Promise
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from wagtail.admin.views.mixins import SpreadsheetExportMixin

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from openpyxl.worksheet.worksheet import Worksheet

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With these, spreadsheet programs begin to calculate; with their wide and small forms, such as ＝, some of them do."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheet programs do not read a CSV file as UTF-8."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that a workbook cannot hold."""


DAY, MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
"""How a workbook shows its dates; it sorts and filters them as what they are."""

CSV = "text/csv; charset=utf-8"
MEDIA_TYPES = {"csv": CSV, "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
"""The kinds of files, which are their endings."""

Lines = Iterable[Iterable[object]]
_PIECE = 64 * 1024


def download(kind: str, lines: Lines, *, name: str, title: str | Promise) -> HttpResponse:
    """Return the answer with the whole file; KeyError for a kind there is not. `title` heads the sheet
    of a workbook.
    """
    return HttpResponse(b"".join(_pieces(kind, lines, title)), **_told(kind, name, {}))


def streamed_download(
    kind: str, lines: Lines, *, name: str, title: str | Promise, language: str, headers: Mapping[str, str]
) -> StreamingHttpResponse:
    """Return the same for a list of any length, line by line, in the language given."""

    def pieces() -> Iterator[bytes]:
        with translation.override(language):
            yield from _pieces(kind, lines, title)

    return StreamingHttpResponse(pieces(), **_told(kind, name, headers))


def _pieces(kind: str, lines: Lines, title: str | Promise) -> Iterator[bytes]:
    return csv_pieces(lines) if kind == "csv" else workbook_pieces(lines, str(title))


def _told(kind: str, name: str, headers: Mapping[str, str]) -> dict[str, Any]:
    disposition = f'attachment; filename="{name}.{kind}"'
    return {"content_type": MEDIA_TYPES[kind], "headers": {**headers, "Content-Disposition": disposition}}


def as_text(value: object) -> object:
    """Return a cell that stays the text it is; numbers and dates as they are."""
    if not isinstance(value, str):
        return value
    value = UNPRINTABLE.sub("", value)
    return f"'{value}" if normalize("NFKC", value[:1]).startswith(FORMULA_SIGNS) else value


def printed(value: object) -> object:
    """Return what stands in a CSV file, which knows no dates: 20/11/2026 16:40 as on a clock here; "" for what is
    unknown.
    """
    if isinstance(value, datetime):
        return f"{_here(value):%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else as_text(value)


def cell(sheet: "Worksheet", value: object) -> WriteOnlyCell:
    """Return a cell of a workbook. A text is one, whatever it looks like:
    codes and telephone numbers keep their zeros.
    """
    made = WriteOnlyCell(sheet, value=_here(value) if isinstance(value, datetime) else as_text(value))
    if isinstance(value, str):
        made.data_type = "s"
    elif isinstance(value, date):  # a datetime is one as well
        made.number_format = MOMENT if isinstance(value, datetime) else DAY
    return made


def csv_pieces(lines: Lines) -> Iterator[bytes]:
    """Yield the lines as UTF-8 that spreadsheet programs recognise, one after another."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK.encode()
    for line in lines:
        yield writer.writerow([printed(value) for value in line]).encode()


def workbook_pieces(lines: Lines, title: str) -> Iterator[bytes]:
    """Yield the lines as one sheet, written to a temporary file row by row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for line in lines:
        sheet.append([cell(sheet, value) for value in line])
    with TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _here(moment: datetime) -> datetime:
    """As a clock here shows it; a workbook knows no time zones."""
    return timezone.make_naive(moment) if timezone.is_aware(moment) else moment


class _Echo:
    """A file that gives back what is written into it."""

    def write(self, text: str) -> str:
        return text


def guard_lists_of_the_admin() -> None:
    """Make every cell safe that Wagtail exports, of whatever list: its reports hold titles and names as well."""
    usual = SpreadsheetExportMixin.preprocess_field_value

    def safely(self: SpreadsheetExportMixin, field: str, value: object, export_format: str) -> object:
        return as_text(usual(self, field, value, export_format))

    SpreadsheetExportMixin.preprocess_field_value = safely


class SafeExport(SpreadsheetExportMixin):
    """Wagtail's export of a list, told as UTF-8 and with local time; stands before the view it is mixed into."""

    def generate_xlsx_row(
        self, worksheet: "Worksheet", row_dict: dict[str, object], date_format: str | None = None
    ) -> Iterator[WriteOnlyCell]:
        """Wagtail would write moments in universal time."""
        for field, value in row_dict.items():
            is_date = isinstance(value, date)
            yield cell(worksheet, value if is_date else self.preprocess_field_value(field, value, self.FORMAT_XLSX))

    def stream_csv(self, queryset: "QuerySet") -> Iterator[bytes]:
        yield BYTE_ORDER_MARK.encode()
        yield from super().stream_csv(queryset)

    def write_csv_response(self, queryset: "QuerySet") -> StreamingHttpResponse:
        response = super().write_csv_response(queryset)
        response.headers["Content-Type"] = CSV
        return response
