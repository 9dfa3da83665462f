"""Numbers to take along as CSV or as a workbook, in which no name can become a formula."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from core.exports import CSV, XLSX, csv_pieces, workbook_pieces

Line = Sequence[Any]


def as_workbook(lines: Iterable[Line]) -> Iterator[bytes]:
    """Texts are written as texts, numbers as numbers."""
    return workbook_pieces(lines, _("Numbers"))


WRITERS = {"csv": (csv_pieces, CSV), "xlsx": (as_workbook, XLSX)}


def download(kind: str, name: str, lines: Iterable[Line]) -> HttpResponse:
    """The answer with the file; KeyError for a kind there is not."""
    write, media_type = WRITERS[kind]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(b"".join(write(lines)), content_type=media_type, headers=headers)
