"""The kinds of files that are taken: extension, media type, and whether the bytes are of that kind."""

from dataclasses import dataclass

import filetype

from services.forms.uploads import heic, jpeg, office, pdf, png
from services.forms.uploads.limits import LARGEST_FILE
from services.forms.uploads.names import extension_of
from services.forms.uploads.refusal import MISMATCH, PROTECTED, Refusal

_OFFICE = "application/vnd.openxmlformats-officedocument"
_ZIP = "application/zip"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Word and Excel before 2007, and the box that newer ones put a file with a password into."""


@dataclass(frozen=True)
class FileKind:
    """One kind. `sniffed` are the media types its first bytes may be taken for."""

    name: str
    media_type: str
    extensions: tuple[str, ...]
    sniffed: tuple[str, ...]
    is_photo: bool = False


def _kind(name: str, media_type: str, *more: str, extensions: tuple[str, ...] = (), is_photo: bool = False) -> FileKind:
    return FileKind(name, media_type, (name, *extensions), (media_type, *more), is_photo)


KINDS = (
    _kind("pdf", "application/pdf"),
    _kind("jpg", "image/jpeg", extensions=("jpeg",), is_photo=True),
    _kind("png", "image/png", is_photo=True),
    _kind("heic", "image/heic"),
    _kind("docx", f"{_OFFICE}.wordprocessingml.document", _ZIP),
    _kind("xlsx", f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
)
"""`is_photo`: the details a camera wrote into it are stripped before it is kept (stripping.py)."""

BY_NAME = {kind.name: kind for kind in KINDS}
_BY_EXTENSION = {extension: kind for kind in KINDS for extension in kind.extensions}
ACCEPT = ",".join(f".{extension}" for extension in _BY_EXTENSION)
"""For the `accept` attribute of a file field."""

_STRUCTURES = {
    "pdf": pdf.check,
    "jpg": jpeg.check,
    "png": png.check,
    "heic": heic.check,
    "docx": office.check_docx,
    "xlsx": office.check_xlsx,
}


def kind_named(name: str) -> FileKind:
    """The kind that the extension of a shown name stands for; Refusal when it is none of ours."""
    kind = _BY_EXTENSION.get(extension_of(name))
    if kind is None:
        raise Refusal("kind_not_allowed")
    return kind


def check(data: bytes, kind: FileKind) -> None:
    """Refusal unless size, first bytes and structure are those of that kind."""
    if not data:
        raise Refusal("empty")
    if len(data) > LARGEST_FILE:
        raise Refusal("too_large")
    if filetype.guess_mime(data) not in kind.sniffed:
        raise Refusal(PROTECTED if kind.name in {"docx", "xlsx"} and data.startswith(_OLD_OFFICE) else MISMATCH)
    _STRUCTURES[kind.name](data)
