"""Everything about one person in one archive: data as JSON, the files as they were handed in, a list with digests."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from django.utils import timezone

from accounts.exports import everything_about
from accounts.models import User
from services.forms.audit import audit_log
from services.forms.models import Attachment, AuditEntry, Submission
from services.forms.uploads import storage

DATA = "data.json"
MANIFEST = "manifest.json"


def export_person(user: User, target: Path, *, by: User | None) -> dict[str, Any]:
    """Write the archive, readable by the own account alone, whole or not at all; its manifest.

    FileExistsError when there is something at `target` already.
    """
    beside = target.with_name(f"{target.name}.tmp")
    if target.exists():
        raise FileExistsError(target)
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            with ZipFile(file, "w", ZIP_DEFLATED) as archive:
                manifest = _fill(archive, user)
            file.flush()
            os.fsync(file.fileno())
        audit_log.record(actor=by, action="person.export", detail={"account": user.pk, "files": len(manifest["files"])})
        beside.rename(target)
    finally:
        beside.unlink(missing_ok=True)
    return manifest


def _fill(archive: ZipFile, user: User) -> dict[str, Any]:
    data = _text({**everything_about(user), "audit": list(_lines(user))})
    archive.writestr(DATA, data)
    files = [{"path": DATA, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}]
    missing = []
    owned = Attachment.objects.filter(submission__owner=user).select_related("submission")
    for attachment in owned.order_by("submission", "uploaded_at", "pk"):
        path = _path(attachment)
        try:
            files.append(_copied(archive, attachment, path))
        except FileNotFoundError:  # refused by the scanner: its bytes are gone
            missing.append({"path": path, "id": str(attachment.pk), "state": attachment.state})
    manifest = {"account": user.pk, "made_at": timezone.now().isoformat(), "files": files, "without_bytes": missing}
    archive.writestr(MANIFEST, _text(manifest))
    return manifest


def _copied(archive: ZipFile, attachment: Attachment, path: str) -> dict[str, Any]:
    """Copy the bytes piece by piece; a file that is not as it was stored is told by its digest."""
    hashed, size = hashlib.sha256(), 0
    with storage.open_path(attachment.path) as source, archive.open(path, "w") as target:
        while piece := source.read(1024 * 1024):
            hashed.update(piece)
            size += len(piece)
            target.write(piece)
    is_same = hashed.hexdigest() == attachment.sha256
    return {"path": path, "bytes": size, "sha256": hashed.hexdigest(), "as_stored": is_same}


def _path(attachment: Attachment) -> str:
    """Return a path of its own for a file, so that no two meet; no name leads out of its folder."""
    folder = attachment.submission.code or f"draft-{attachment.submission_id}"
    name = attachment.name.replace("/", "_").replace("\\", "_")
    return f"files/{folder}/{attachment.pk}-{name}"


def _lines(user: User) -> Iterator[dict[str, Any]]:
    """Yield who did what with the person's dossiers, and what the person did; other people by their numbers."""
    own = Submission.objects.filter(owner=user).values("pk")
    for line in AuditEntry.objects.filter(Q(actor_id=user.pk) | Q(submission_id__in=own)).order_by("pk").iterator():
        yield {
            "at": line.at,
            "account": line.actor_id,
            "action": line.action,
            "submission": line.submission_id,
            "code": line.code,
            "detail": line.detail,
        }


def _text(data: dict[str, Any] | list[dict[str, Any]]) -> bytes:
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2).encode()
