"""Lists for spreadsheets out of the admin, in which no text can become a formula."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import StreamingHttpResponse
from wagtail.admin.views.mixins import SpreadsheetExportMixin

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""With these, spreadsheet programs begin to calculate."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheet programs do not read a CSV file as UTF-8."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that a workbook cannot hold."""


def as_text(value: Any) -> Any:
    """A cell that stays the text it is; numbers and dates as they are."""
    if not isinstance(value, str):
        return value
    value = UNPRINTABLE.sub("", value)
    return f"'{value}" if value.startswith(FORMULA_SIGNS) else value


class SafeExport(SpreadsheetExportMixin):
    """Wagtail's export of a list, with every cell made safe; stands before the view it is mixed into."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        return as_text(super().preprocess_field_value(field, value, export_format))

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        yield BYTE_ORDER_MARK.encode()
        yield from super().stream_csv(queryset)

    def write_csv_response(self, queryset: Any) -> StreamingHttpResponse:
        response = super().write_csv_response(queryset)
        response.headers["Content-Type"] = "text/csv; charset=utf-8"
        return response
