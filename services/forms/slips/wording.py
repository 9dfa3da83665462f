"""The words of slips: those the office wrote that are in force on a day, else those the portal brings.

A slip is a Vietnamese document, whatever language its reader speaks, and is read as a whole. Its words are therefore no
messages to translate but stand together in words.json.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import translation

from core.law import Act, cite_each
from services.forms.models import SlipTemplate
from services.forms.rules.slip_kinds import SlipKind

LANGUAGE = "vi"
WORDS = Path(__file__).parent / "words.json"


@dataclass(frozen=True)
class Wording:
    """The words of one kind; texts may have several lines."""

    legal_basis: str
    title: str
    opening: str
    closing: str
    notes: str


@cache
def built_in_words() -> dict[str, Any]:
    """Return everything in the file."""
    found: dict[str, Any] = json.loads(WORDS.read_text(encoding="utf-8"))
    return found


def label(name: str, **values: object) -> str:
    """Return a fixed word of the sheets; KeyError for one there is not."""
    return str(built_in_words()["labels"][name]).format(**values)


def effect_words(effect: str) -> str:
    """Return what a request for papers does to the time limit (a RequestEffect)."""
    return str(built_in_words()["effects"][effect])


def built_in(kind: SlipKind, on: date | None = None, among: Mapping[str, Act] | None = None) -> Wording:
    """Return the words the portal brings, with the acts that slips rest on as they are that day (today).

    `among` are the acts to be found, for a migration that runs before there are rows of them.
    """
    return Wording(legal_basis=legal_basis(on, among), **built_in_words()["kinds"][kind.value])


def legal_basis(on: date | None = None, among: Mapping[str, Act] | None = None) -> str:
    """Return the acts that slips rest on, each with what amends it that day."""
    with translation.override(LANGUAGE):
        return "; ".join(act.full for act in cite_each(built_in_words()["legal_basis"], on=on, among=among))


def wording_in_force(kind: SlipKind, on: date) -> Wording:
    """Return the words of a slip issued that day."""
    rows = SlipTemplate.objects.filter(kind=kind, in_force_from__lte=on).order_by("-in_force_from")
    row = rows.values("legal_basis", "title", "opening", "closing", "notes").first()
    return Wording(**row) if row else built_in(kind, on)
