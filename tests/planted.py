"""Pages that many tests begin with: made once by their builder, afterwards put into the database as rows.

Wagtail takes half a second for a service with its department: tree, revision, indexes of references and of search. The
rows are the same every time. `@planted` reads what its builder wrote when a test first asks for it, and writes the same
rows again for every later test, as long as nothing stands on the trunk of the tree yet. Whoever tests how pages are made
calls Wagtail itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from unittest import mock

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from core.models import Audience, Field, LegalDocument, PortalDocument
from core.tops import SECTION_DEPTH

CLOCK = timezone.now
FAR = 1_000_000
"""Numbers of planted rows on SQLite begin here: those of a test's own rows are below."""
INDEX_OF_SEARCH = "_fts"
"""Tables that SQLite's triggers write by themselves."""

SOILS = 3
"""Different trunks a worker keeps rows for: a test that empties the tables leaves another one behind."""

Row = tuple[Any, ...]
Soil = tuple[Any, ...]
Builder = Callable[[], tuple[Page, ...]]


@dataclass
class Planting:
    """What a builder wrote: statements with their values, and the pages it answered with."""

    statements: list[tuple[str, list[Any]]]
    pages: list[int]

    def write(self) -> tuple[Page, ...]:
        """Write it again; the pages."""
        with transaction.atomic(), connection.cursor() as cursor:
            for statement, values in self.statements:
                cursor.execute(statement, values)
        return tuple(Page.objects.get(pk=pk).specific for pk in self.pages)


def planted(make: Builder) -> Builder:
    """Turn a builder of pages without parameters into one that is fast from the second time on."""
    known: dict[Soil, Planting] = {}

    @wraps(make)
    def pages() -> tuple[Page, ...]:
        soil = _soil()
        if soil is None or (soil not in known and len(known) == SOILS):
            return make()
        if soil not in known:
            known[soil] = _record(make)
        return known[soil].write()

    return pages


def _soil() -> Soil | None:
    """The numbers of what planted rows point at; None where something stands that a builder would find and take."""
    others = (Audience, Field, LegalDocument, PortalDocument)
    pages = list(Page.objects.order_by("path").values_list("pk", "depth"))
    if any(depth > SECTION_DEPTH for _pk, depth in pages) or any(model.objects.exists() for model in others):
        return None
    return (*pages, ContentType.objects.get_for_model(Page).pk)


def _record(make: Builder) -> Planting:
    """Run the builder, read what it wrote, and take it back."""
    with transaction.atomic():
        before = _rows()
        _number_from_afar()
        with mock.patch.object(timezone, "now", CLOCK):
            pages = make()
        after = _rows()
        statements = [statement for table in after for statement in _statements(table, before[table], after[table])]
        transaction.set_rollback(True)
    return Planting(statements, [page.pk for page in pages])


def _statements(table: str, before: dict[Any, Row], after: dict[Any, Row]) -> list[tuple[str, list[Any]]]:
    """What turns the one state of a table into the other."""
    if before == after:
        return []
    quote = connection.ops.quote_name
    columns = _columns(table)
    names, places = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    insert = f"INSERT INTO {quote(table)} ({names}) VALUES ({places})"
    new = [(insert, list(row)) for key, row in after.items() if key not in before]
    update = f"UPDATE {quote(table)} SET {', '.join(f'{quote(name)} = %s' for name in columns)} WHERE {quote(columns[0])} = %s"
    changed = [(update, [*row, key]) for key, row in after.items() if key in before and row != before[key]]
    return new + changed


def _rows() -> dict[str, dict[Any, Row]]:
    """Every row of every table, by its first column, which is the key of each of them."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if INDEX_OF_SEARCH not in table:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                found[table] = {row[0]: row for row in cursor.fetchall()}
    return found


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def _number_from_afar() -> None:
    """Give new rows high numbers. PostgreSQL gives no number twice anyway."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%%AUTOINCREMENT%%'")
            tables = [name for (name,) in cursor.fetchall()]
            cursor.execute("DELETE FROM sqlite_sequence")
            cursor.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [(name, FAR) for name in tables])
