"""Files that editors give out to everybody: judged by the rules for what citizens hand in, before they are kept.

Older formats (DOC, XLS, ODT, ODS) are taken too, because ministries publish their forms in them. Nobody reads them part
by part here: they are what their first bytes say, hold no macros that are named as such, and are scanned for viruses.
"""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.files.base import File

from services.forms.uploads import kinds, scanner
from services.forms.uploads.archive import open_checked
from services.forms.uploads.exceptions import MACROS, MISMATCH, UNCHECKED, Refusal
from services.forms.uploads.names import extension_of
from services.forms.uploads.refusal_texts import sentence

MACRO_STREAMS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Macros"))
"""Names of the storages macros lie in (MS-OVBA 2.2.1)."""
MACRO_FOLDERS = ("Basic/", "Scripts/")
"""The same of OpenDocument files."""
OPEN_DOCUMENTS = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}


def judge_document(file: File) -> None:
    """Raise ValidationError, in words an editor understands, for a file that nobody should be given."""
    try:
        _judge(file)
    except Refusal as refusal:
        raise ValidationError(sentence(refusal), code=refusal.code) from refusal


def _judge(file: File) -> None:
    file.seek(0)
    data: bytes = file.read()
    file.seek(0)
    extension = extension_of(file.name or "")
    if judge := _OLDER.get(extension):
        judge(data)
    elif kinds.judged(data, file.name or "").name != extension:
        raise Refusal(MISMATCH)
    _scan(data)


def _scan(data: bytes) -> None:
    try:
        verdict = scanner.scan(data)
    except scanner.ScannerDown as down:
        raise Refusal(UNCHECKED) from down
    if verdict is scanner.Verdict.INFECTED:
        raise Refusal("infected")


def _compound(data: bytes) -> None:
    if not data.startswith(kinds.OLD_OFFICE):
        raise Refusal(MISMATCH)
    if any(name in data for name in MACRO_STREAMS):
        raise Refusal(MACROS)


def _open_document(media_type: bytes) -> Callable[[bytes], None]:
    def judge(data: bytes) -> None:
        with open_checked(data) as archive:
            names = archive.namelist()
            if "mimetype" not in names or archive.read("mimetype") != media_type:
                raise Refusal(MISMATCH)
        if any(name.startswith(MACRO_FOLDERS) for name in names):
            raise Refusal(MACROS)

    return judge


_OLDER: dict[str, Callable[[bytes], None]] = {
    "doc": _compound,
    "xls": _compound,
    **{extension: _open_document(media_type) for extension, media_type in OPEN_DOCUMENTS.items()},
}
