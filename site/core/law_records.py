"""The acts that the portal's own texts name by key: what the software itself knows of them (laws.json).

In plain texts an act stands as `{law nd-118-2025 Điều 19.5}`: law.py puts its name of today there.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

LAWS = Path(__file__).parent / "laws.json"
DATES = ("issued_on", "in_force_from", "in_force_to")
RELATIONS = ("replaces", "amends")
MENTION = re.compile(r"\{law ([a-z0-9-]+)(?: ([^{}]+))?\}")


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


def unknown_keys(text: str) -> list[str]:
    """Return the keys of a plain text that the software does not know, as they are written there."""
    return [found[1] for found in MENTION.finditer(text) if found[1] not in records()]
