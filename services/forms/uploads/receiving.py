"""A file as it arrives: read once, judged by its content, named as what it is."""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile

from services.forms.uploads import kinds
from services.forms.uploads.kinds import FileKind
from services.forms.uploads.limits import LARGEST_FILE
from services.forms.uploads.names import shown_name, with_extension


@dataclass(frozen=True)
class Received:
    """`name` ends as its kind ends, whatever it was called by its sender."""

    name: str
    kind: FileKind
    data: bytes


def received(uploaded_file: UploadedFile) -> Received:
    """Return what arrived. Refusal says why it cannot be taken."""
    name = shown_name(uploaded_file.name or "")
    data = _read(uploaded_file)
    kind = kinds.judged(data, name)
    return Received(with_extension(name, kind.extensions), kind, data)


def _read(uploaded_file: UploadedFile) -> bytes:
    """Return the bytes, never more than may be."""
    uploaded_file.seek(0)
    data: bytes = uploaded_file.read(LARGEST_FILE + 1)
    return data
