"""Numbers without a line: where they lie, among the lines and after the last one.

A deed that was rolled back has drawn a number too, so a gap proves nothing; but of a line that was taken away before it
was sealed it is the only trace.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.models import F, Max, Window
from django.db.models.functions import Lag

from services.forms.models import AuditEntry


@dataclass(frozen=True)
class Gap:
    """Numbers of which no line is there, the first and the last."""

    first: int
    last: int


def gaps() -> list[Gap]:
    """Return all of them, in their order."""
    before = Window(Lag("pk", default=0), order_by="pk")
    jumps = AuditEntry.objects.annotate(before=before).filter(pk__gt=F("before") + 1).order_by("pk")
    found = [Gap(before + 1, pk - 1) for pk, before in jumps.values_list("pk", "before")]
    last = AuditEntry.objects.aggregate(last=Max("pk"))["last"] or 0
    drawn = _last_drawn()
    return [*found, Gap(last + 1, drawn)] if drawn > last else found


def _last_drawn() -> int:
    """Return the highest number the database has given out, whatever became of it."""
    table = AuditEntry._meta.db_table
    if connection.vendor == "postgresql":
        ask = "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, 'id')::regclass)"
    else:
        ask = "SELECT seq FROM sqlite_sequence WHERE name = %s"
    with connection.cursor() as cursor:
        cursor.execute(ask, [table])
        row = cursor.fetchone()
    return int(row[0]) if row and row[0] is not None else 0
