"""Files that were taken while the scanner was down: asked about again until there is a verdict."""

import logging
from datetime import timedelta
from typing import Any

from django.utils import timezone

from outbox.queue import put
from services.forms.models import Attachment, AttachmentState
from services.forms.uploads import storage
from services.forms.uploads.scanner import Verdict, scan

log = logging.getLogger(__name__)

KIND = "attachment.scan"
FORGOTTEN_AFTER = timedelta(hours=25)
"""The outbox gives up after a day; a file that is still pending then is put in anew, once a day."""


def ask_again(attachment: Attachment) -> None:
    """Put the file into the outbox; to be called in the transaction that makes its row."""
    day = timezone.now().date()
    put(KIND, {"attachment": str(attachment.pk)}, key=f"{KIND}:{attachment.pk}:{day}")


def ask_again_about_forgotten() -> int:
    """Put in every file whose deliveries were given up; how many there are."""
    forgotten = Attachment.objects.filter(
        state=AttachmentState.PENDING, uploaded_at__lt=timezone.now() - FORGOTTEN_AFTER
    )
    for attachment in forgotten:
        ask_again(attachment)
    return len(forgotten)


def deliver(payload: dict[str, Any]) -> None:
    """Handler of the outbox. ScannerDown when there is no verdict yet; running twice does no harm."""
    attachment = Attachment.objects.filter(pk=payload["attachment"], state=AttachmentState.PENDING).first()
    if attachment is None:
        return
    with storage.open_path(attachment.path) as file:
        verdict = scan(file.read())
    if verdict is Verdict.CLEAN:
        _settle(attachment, state=AttachmentState.CLEAN)
    elif _settle(attachment, state=AttachmentState.REFUSED, refused_because="infected"):
        log.warning("attachment %s is infected", attachment.pk)
        storage.remove(attachment.path)


def _settle(attachment: Attachment, **fields: str) -> bool:
    """Write the verdict, unless the file went or was settled in the meantime."""
    return bool(Attachment.objects.filter(pk=attachment.pk, state=AttachmentState.PENDING).update(**fields))
