"""The kinds of files that are taken. The content says which one a file is, whatever its name ends with."""

from dataclasses import dataclass

import filetype

from services.forms.uploads import heic, jpeg, office, pdf, png
from services.forms.uploads.exceptions import MISMATCH, PROTECTED, Refusal
from services.forms.uploads.limits import LARGEST_FILE
from services.forms.uploads.names import extension_of

_OFFICE = "application/vnd.openxmlformats-officedocument"
_ZIP = "application/zip"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Word and Excel before 2007, and the box that newer ones put a file with a password into."""


@dataclass(frozen=True)
class FileKind:
    """One kind: its extensions, the usual one first, and the media types its first bytes may be taken for."""

    name: str
    media_type: str
    extensions: tuple[str, ...]
    sniffed: tuple[str, ...]
    is_photo: bool = False


def _kind(name: str, media_type: str, *more: str, extensions: tuple[str, ...] = (), is_photo: bool = False) -> FileKind:
    return FileKind(name, media_type, (name, *extensions), (media_type, *more), is_photo)


KINDS = (
    _kind("pdf", "application/pdf"),
    _kind("jpg", "image/jpeg", extensions=("jpeg", "jpe", "jfif"), is_photo=True),
    _kind("png", "image/png", is_photo=True),
    _kind("heic", "image/heic", extensions=("heif", "hif"), is_photo=True),
    _kind("docx", f"{_OFFICE}.wordprocessingml.document", _ZIP),
    _kind("xlsx", f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
)
"""`is_photo`: the details a camera wrote into it are stripped before it is kept (stripping.py)."""

BY_NAME = {kind.name: kind for kind in KINDS}
_BY_EXTENSION = {extension: kind for kind in KINDS for extension in kind.extensions}
ACCEPT = ",".join([*(f".{extension}" for extension in _BY_EXTENSION), "application/pdf", "image/*"])
"""For the `accept` attribute of a file field; phones only offer their camera for a media type."""

_STRUCTURES = {
    "pdf": pdf.check,
    "jpg": jpeg.check,
    "png": png.check,
    "heic": heic.check,
    "docx": office.check_docx,
    "xlsx": office.check_xlsx,
}


def judged(data: bytes, name: str) -> FileKind:
    """Return the kind that the bytes are of, checked. Refusal when it is none of ours, or not sound.

    A name that ends as a file of another kind ends (`.exe`, `.html`) is refused whatever is in it.
    """
    extension = extension_of(name)
    named = _BY_EXTENSION.get(extension)
    if extension and named is None:
        raise Refusal("kind_not_allowed")
    _check_size(data)
    media_type = _media_type(data)
    found = sorted((kind for kind in KINDS if media_type in kind.sniffed), key=lambda kind: kind is not named)
    for kind in found:
        try:
            _STRUCTURES[kind.name](data)
        except Refusal as refusal:
            if refusal.code != MISMATCH:
                raise
        else:
            return kind
    raise _nothing_of_ours(data, named)


def check(data: bytes, kind: FileKind) -> None:
    """Raise Refusal unless size, first bytes and structure are those of that kind."""
    _check_size(data)
    if _media_type(data) not in kind.sniffed:
        raise _nothing_of_ours(data, kind)
    _STRUCTURES[kind.name](data)


def _check_size(data: bytes) -> None:
    if not data:
        raise Refusal("empty")
    if len(data) > LARGEST_FILE:
        raise Refusal("too_large")


def _media_type(data: bytes) -> str | None:
    """Return what the first bytes are taken for."""
    if pdf.starts(data):
        return "application/pdf"
    found: str | None = "image/heic" if heic.starts(data) else filetype.guess_mime(data)
    return found


def _nothing_of_ours(data: bytes, named: FileKind | None) -> Refusal:
    if named is None:
        return Refusal("kind_not_allowed")
    return Refusal(PROTECTED if named.name in {"docx", "xlsx"} and data.startswith(OLD_OFFICE) else MISMATCH)
