"""The chain of the audit: what a seal is made of. SHA-256 over the seal before, its own figures and every line."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

from core.json_types import JSON


class ChainedLine(Protocol):
    """What of a line is sealed: all of it."""

    pk: int
    at: datetime
    actor_id: int | None
    action: str
    submission_id: UUID | None
    code: str
    detail: JSON
    request_id: str


@dataclass(frozen=True)
class Head:
    """The figures of a seal that go into its digest."""

    number: int
    first_id: int
    last_id: int
    count: int
    previous: str
    sealed_at: datetime


def digest(head: Head, lines: Iterable[ChainedLine]) -> str:
    """64 hexadecimal digits; another value for any other head, line or order of lines."""
    hashed = hashlib.sha256()
    figures: list[JSON] = [head.number, head.first_id, head.last_id, head.count, head.previous, _moment(head.sealed_at)]
    hashed.update(_json(figures))
    for line in lines:
        hashed.update(canonical(line))
    return hashed.hexdigest()


def canonical(line: ChainedLine) -> bytes:
    """Return the one way a line is written down; the line feed at its end cannot stand inside."""
    submission = str(line.submission_id) if line.submission_id else None
    return _json(
        [
            *(line.pk, _moment(line.at), line.actor_id, line.action),
            *(submission, line.code, line.detail, line.request_id),
        ]
    )


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _json(value: JSON) -> bytes:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode() + b"\n"
