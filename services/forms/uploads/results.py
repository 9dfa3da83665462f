"""The result of a dossier as a file of the office: checked like every file, its row written by the action."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.uploadedfile import UploadedFile

from accounts.models import User
from services.forms.models import Attachment, Submission
from services.forms.uploads import storage
from services.forms.uploads.cleaning import clean
from services.forms.uploads.receiving import received
from services.forms.uploads.taking import scanned


@contextmanager
def result_file(
    submission: Submission, question: str, uploaded: UploadedFile | None, *, by: User
) -> Iterator[Attachment | None]:
    """Yield a row to be written within the block, whose bytes are kept; whatever fails in it takes them with it.

    None where there is no file. Refusal (uploads/exceptions.py) says why a file is not kept.
    """
    if uploaded is None:
        yield None
        return
    file = received(uploaded)
    storage.require_room(len(file.data))
    kept = clean(file.data, file.kind)
    state = scanned(kept)
    stored = storage.write(kept)
    row = Attachment(
        submission=submission, question=question, name=file.name, kind=file.kind.name, state=state, uploaded_by=by
    )
    row.path, row.size, row.sha256 = stored.path, stored.size, stored.sha256
    try:
        yield row
    except BaseException:
        storage.remove(stored.path)
        raise
