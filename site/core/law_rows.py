"""The acts that the portal's own texts name by key: what the software knows of them (laws.json), and their rows.

Every installation gets the rows from `manage.py setup_portal`; what an editor changes in them stays.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q

from core.models import LegalDocument
from core.models.typed_text import clean_texts

LAWS = Path(__file__).parent / "laws.json"
DATES = ("issued_on", "in_force_from", "in_force_to")
RELATIONS = ("replaces", "amends")


@dataclass(frozen=True)
class LawRecord:
    """One act as the file has it: the columns of its row, and the keys of those it replaces or amends."""

    key: str
    columns: dict[str, Any]
    relations: dict[str, tuple[str, ...]]


@cache
def records() -> dict[str, LawRecord]:
    """Return every act of the file by its key."""
    return {found["key"]: _record(found) for found in json.loads(LAWS.read_text(encoding="utf-8"))}


def _record(found: dict[str, Any]) -> LawRecord:
    columns = {name: value for name, value in found.items() if name not in RELATIONS}
    columns |= {name: date.fromisoformat(found[name]) for name in DATES if name in found}
    return LawRecord(found["key"], columns, {name: tuple(found.get(name, ())) for name in RELATIONS})


@transaction.atomic
def ensure_laws() -> None:
    """Make the missing rows; a row that stands there without a key gets it, and what is blank in it."""
    rows = {row.key: row for row in LegalDocument.objects.exclude(key="")}
    missing = [record for record in records().values() if record.key not in rows]
    for record in missing:
        rows[record.key] = _ensure(record)
    for record in missing:
        for name, keys in record.relations.items():
            getattr(rows[record.key], name).add(*(rows[key] for key in keys))


def _ensure(record: LawRecord) -> LegalDocument:
    columns = record.columns
    known = Q(number=columns["number"], issuer__in=(columns["issuer"], ""), key="")
    row = LegalDocument.objects.filter(known).order_by("-issuer").first() or LegalDocument()
    for name in _blank(row, columns):
        setattr(row, name, columns[name])
    clean_texts(row)
    row.save()
    return row


def _blank(row: LegalDocument, columns: Iterable[str]) -> list[str]:
    """Return the columns nobody filled in yet."""
    new = LegalDocument()
    return [name for name in columns if getattr(row, name) == getattr(new, name)]
