"""The entries that the software knows (data/*.json), planted into the lexicon.

Every installation gets them from `manage.py load_lexicon`. An entry is planted once: what an editor changed or deleted
stays so. One that nobody has touched since follows the file.
"""

import json
from functools import cache
from pathlib import Path

from django.db import transaction

from core.models.typed_text import clean_texts
from search.entry_lines import lines_of
from search.models import LexiconEntry, PlantedEntry

DATA = Path(__file__).parent / "data"

Columns = dict[str, str]


@cache
def entry_records() -> dict[str, Columns]:
    """Return the columns of every entry of the files, by its key."""
    return {
        record["key"]: _columns(record, found["language"])
        for path in sorted(DATA.glob("*.json"))
        for found in [json.loads(path.read_text(encoding="utf-8"))]
        for record in found["entries"]
    }


@transaction.atomic
def ensure_entries() -> int:
    """Plant the entries that were never planted, bring those up to date that nobody has changed; how many it wrote."""
    planted = {mark.key: mark for mark in PlantedEntry.objects.all()}
    missing = {key: columns for key, columns in entry_records().items() if key not in planted}
    LexiconEntry.objects.bulk_create(_new_rows(missing))
    PlantedEntry.objects.bulk_create([PlantedEntry(key=key, columns=columns) for key, columns in missing.items()])
    older = [mark for key, mark in planted.items() if entry_records().get(key, mark.columns) != mark.columns]
    return len(missing) + sum(map(_follow_the_file, older))


def _new_rows(missing: dict[str, Columns]) -> list[LexiconEntry]:
    """Return rows to make; a phrase that an editor has written down already stays with the editor's entry."""
    own = LexiconEntry.objects.filter(key="")
    taken = {(row.language, phrase.casefold()) for row in own for phrase in lines_of(row.phrases)}
    rows = [_row(LexiconEntry(key=key), columns) for key, columns in missing.items()]
    for row in rows:
        row.phrases = "\n".join(one for one in lines_of(row.phrases) if (row.language, one.casefold()) not in taken)
        row.fold()
    return [row for row in rows if row.phrases]


def _follow_the_file(mark: PlantedEntry) -> bool:
    """Bring one entry up to date; False when somebody changed or deleted it."""
    row = LexiconEntry.objects.filter(key=mark.key).first()
    if row is None or {name: getattr(row, name) for name in mark.columns} != mark.columns or not row.is_live:
        return False
    mark.columns = entry_records()[mark.key]
    _row(row, mark.columns).save()
    mark.save()
    return True


def _row(row: LexiconEntry, columns: Columns) -> LexiconEntry:
    for name, value in columns.items():
        setattr(row, name, value)
    clean_texts(row)
    row.fold()
    return row


def _columns(record: dict[str, str | list[str]], language: str) -> Columns:
    return {
        "language": language,
        "kind": str(record["kind"]),
        "phrases": "\n".join(record["phrases"]),
        "targets": "\n".join(record.get("targets", [])),
        "authority": str(record.get("authority", "")),
    }
