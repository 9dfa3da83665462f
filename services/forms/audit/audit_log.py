"""The audit: every write and every read of personal data leaves a line, in the transaction it belongs to.

A line says who (account number), what (action), on which dossier, in which request. It holds no personal data.
"""

import re
from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone

from accounts.models import User
from core import request_ids
from core.json_types import JSON
from services.forms.models import AuditEntry, Submission

CODE = re.compile(r"[A-Za-z0-9_.:-]{1,80}")
"""What a text in a detail looks like: a number, a state, a key. Words of people have spaces, tone marks or an @."""


def record(
    *, actor: User | None, action: str, submission: Submission | None = None, detail: Mapping[str, object] | None = None
) -> None:
    """Add a line. `actor` is None for the portal itself and for the command line; `action` is "<thing>.<deed>".

    `detail` holds whole numbers, booleans, None, UUIDs and codes, also in lists and dictionaries. ValueError for what
    could be words, TypeError for any other value.
    """
    AuditEntry(
        at=timezone.now(),
        actor_id=actor.pk if actor is not None else None,
        action=_code(action),
        submission_id=submission.pk if submission is not None else None,
        code=(submission.code or "") if submission is not None else "",
        detail=_plain(detail or {}),
        request_id=request_ids.current(),
    ).save()


def read(*, reader: User, submission: Submission, what: str = "page") -> None:
    """Add a line when somebody else than its owner looks at a dossier; what one may see of one's own is no secret."""
    if reader.pk != submission.owner_id:
        record(actor=reader, action="submission.read", submission=submission, detail={"what": what})


def _plain(value: object) -> JSON:
    """Return the value as JSON keeps it on every database."""
    match value:
        case None | bool() | int():
            return value
        case UUID():
            return str(value)
        case str():
            return _code(value)
        case Mapping():
            return {_code(key): _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
    raise TypeError(f"A detail of the audit holds no {type(value).__name__}.")


def _code(text: str) -> str:
    if not CODE.fullmatch(text):
        raise ValueError("A detail of the audit holds codes, never words.")
    return str(text)
