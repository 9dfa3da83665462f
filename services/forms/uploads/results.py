"""The result of a dossier as a file of the office: checked like every file, its row written by the action."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from services.forms.models import Attachment, Submission
from services.forms.uploads import kinds, storage
from services.forms.uploads.cleaning import clean
from services.forms.uploads.names import shown_name
from services.forms.uploads.taking import read, scanned


@contextmanager
def result_file(submission: Submission, question: str, uploaded: UploadedFile | None, *, by: Any) -> Iterator[Any]:
    """A row to be written within the block, whose bytes are kept; whatever fails in it takes them with it.

    None where there is no file. Refusal (uploads/refusal.py) says why a file is not kept.
    """
    if uploaded is None:
        yield None
        return
    name = shown_name(uploaded.name or "")
    kind = kinds.kind_named(name)
    data = read(uploaded)
    kinds.check(data, kind)
    storage.require_room(len(data))
    kept = clean(data, kind)
    state = scanned(kept)
    stored = storage.write(kept)
    row = Attachment(submission=submission, question=question, name=name, kind=kind.name, state=state, uploaded_by=by)
    row.path, row.size, row.sha256 = stored.path, stored.size, stored.sha256
    try:
        yield row
    except BaseException:
        storage.remove(stored.path)
        raise
