"""Word and Excel files (Office Open XML): the right main part, and nothing in them that acts, fetches or carries.

They unpack to many times their size, so they are read in a process of their own (office_reading.py).
"""

import logging

from services.forms.uploads.exceptions import UNCHECKED, Refusal
from services.forms.uploads.sandbox import BrokeDown, run_alone

log = logging.getLogger(__name__)

_READER = "services.forms.uploads.office_reading"


def check_docx(data: bytes) -> None:
    """Raise Refusal unless it is a Word document without anything active."""
    _check("docx", data)


def check_xlsx(data: bytes) -> None:
    """Raise Refusal unless it is an Excel workbook without anything active."""
    _check("xlsx", data)


def _check(kind: str, data: bytes) -> None:
    try:
        refused, code = run_alone(_READER, kind, data=data)
    except BrokeDown as error:
        log.warning("reading a %s of %d bytes: %s", kind, len(data), error)
        raise Refusal(UNCHECKED) from error
    if refused:
        raise Refusal(code.decode())
