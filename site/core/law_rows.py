"""The rows of the acts that the portal's own texts name by key (law_records.py).

Every installation gets them from `manage.py setup_portal`; what an editor changes in them stays.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from core.law_records import LawRecord, records
from core.models import LegalDocument
from core.models.typed_text import clean_texts


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
