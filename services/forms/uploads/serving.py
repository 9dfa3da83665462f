"""How a file goes out: as a download that no browser runs, shows inside a page or keeps."""

import io
import logging

from django.http import FileResponse, Http404

from services.forms.models import Attachment, AttachmentState
from services.forms.uploads import storage
from services.forms.uploads.kinds import BY_NAME

log = logging.getLogger(__name__)

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


def open_file(attachment: Attachment) -> io.BufferedReader:
    """Return the bytes of a clean file; Http404 for every other one."""
    if attachment.state != AttachmentState.CLEAN:
        raise Http404("not a clean file")
    try:
        return storage.open_path(attachment.path)
    except FileNotFoundError as error:
        log.exception("attachment %s has no bytes", attachment.pk)
        raise Http404("no bytes") from error


def response_for(attachment: Attachment) -> FileResponse:
    """Return the answer of a view that has asked already whose file it is."""
    return FileResponse(
        open_file(attachment),
        as_attachment=True,
        filename=attachment.name,
        content_type=BY_NAME[attachment.kind].media_type,
        headers=HEADERS,
    )
