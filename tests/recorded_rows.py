"""Pages that many tests begin with: made once by their builder, afterwards put into the database as rows.

Wagtail takes half a second for a service with its department: tree, revision, indexes of references and of search. For
the same words in the same state the rows are the same every time. `@recorded` reads what its builder wrote when a
worker asks for it the second time, and writes the same rows again from then on. Whoever tests how pages are made calls
Wagtail itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import partial, wraps
from typing import Any, TypeVar
from unittest import mock

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import reference_index_auto_update_disabled

from accounts.models import User
from core.models import Audience, Field, LegalDocument, PortalDocument
from services.forms.models import Submission

CLOCK = timezone.now
PAGE_STATE = ("pk", "path", "url_path", "live", "numchild", "latest_revision")
"""What a page's neighbours may take from it."""
FOUND_BY_BUILDERS = (Audience, Field, LegalDocument, PortalDocument, Locale, ContentType)
FOUND_BY_DATED = (*FOUND_BY_BUILDERS, User, Submission)
MOST_PAGES = 60
"""Beyond that, looking at the state costs more than it saves."""
BLOCK = 100_000
"""On SQLite, numbers kept apart for one recording; a test's own rows follow those that were replayed last."""
INDEX_OF_SEARCH = "_fts"
"""Tables that SQLite's triggers write by themselves."""

Made = TypeVar("Made")
Row = tuple[Any, ...]


class NotPlain(Exception):
    """An argument cannot be told from another of the same looks."""


@dataclass
class Recording:
    """What a builder wrote, as statements with their values, and how its answer is read again."""

    statements: list[tuple[str, list[Any]]]
    read: Callable[[], Any]

    def replay(self) -> Any:
        """Write it again; the answer."""
        with transaction.atomic(), connection.cursor() as cursor:
            for statement, values in self.statements:
                cursor.execute(statement, values)
        Site.clear_site_root_paths_cache()  # as saving a page does
        return self.read()


@dataclass
class Recordings:
    """The recordings of a worker by builder, arguments and state; None for what was asked for once. `is_open` is False
    while one is made."""

    known: dict[Any, Recording | None]
    is_open: bool = True


RECORDINGS = Recordings({})


def recorded(make: Callable[..., Made] | None = None, *, dated: bool = False) -> Any:
    """Make a builder of rows fast from the third time on; a `dated` one writes dossiers, of people, at some time."""
    if make is None:
        return partial(recorded, dated=dated)

    @wraps(make)
    def made(*args: Any, **kwargs: Any) -> Any:
        is_told_the_time = dated and timezone.now is not CLOCK
        found = FOUND_BY_DATED if dated else FOUND_BY_BUILDERS
        state = _state(found) if RECORDINGS.is_open and not is_told_the_time else None
        if state is None:
            return make(*args, **kwargs)
        try:
            key = (make.__qualname__, _plain(args), _plain(kwargs), state)
        except NotPlain:
            return make(*args, **kwargs)
        if key not in RECORDINGS.known:
            RECORDINGS.known[key] = None
            return make(*args, **kwargs)
        recording = RECORDINGS.known[key] or _record(lambda: make(*args, **kwargs))
        RECORDINGS.known[key] = recording
        return recording.replay()

    return made


def _state(found: tuple[type[models.Model], ...]) -> tuple[Any, ...] | None:
    """What a builder finds, and the hour, which its rows keep; None where that is too much to look at, or where nothing
    will be rolled back.
    """
    if not connection.in_atomic_block:
        return None
    pages = tuple(Page.objects.order_by("pk").values_list(*PAGE_STATE)[: MOST_PAGES + 1])
    others = (tuple(model.objects.order_by("pk").values_list("pk", flat=True)) for model in found)
    hour, unreferenced = f"{CLOCK():%Y-%m-%d %H}", getattr(reference_index_auto_update_disabled, "value", False)
    return None if len(pages) > MOST_PAGES else (hour, unreferenced, get_language(), pages, *others)


def _plain(value: Any) -> Any:
    """The value as a key: rows by all their columns."""
    if isinstance(value, dict):
        return tuple((name, _plain(inner)) for name, inner in value.items())
    if isinstance(value, list | tuple):
        return tuple(_plain(inner) for inner in value)
    if isinstance(value, models.Model):
        return (value._meta.label, *(str(getattr(value, field.attname)) for field in value._meta.concrete_fields))
    if isinstance(value, str | int | float | date | None):
        return (type(value).__name__, value)
    raise NotPlain


def _reader(value: Any) -> Callable[[], Any]:
    """What reads the rows in an answer anew."""
    if isinstance(value, models.Model):
        return lambda: type(value)._default_manager.get(pk=value.pk)
    if isinstance(value, list):
        each = [_reader(inner) for inner in value]
        return lambda: [read() for read in each]
    if isinstance(value, dict):
        inner = {key: _reader(each) for key, each in value.items()}
        return lambda: {key: read() for key, read in inner.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: _reader(getattr(value, each.name)) for each in fields(value)}
        return lambda: type(value)(**{name: read() for name, read in parts.items()})
    return lambda: value


def _record(make: Callable[[], Any]) -> Recording:
    """Run the builder, read what it wrote, and take it back."""
    RECORDINGS.is_open = False
    try:
        with transaction.atomic():
            before = _rows()
            _number_apart()
            with mock.patch.object(timezone, "now", CLOCK):
                made = make()
            after = _rows()
            statements = [each for table in after for each in _statements(table, before[table], after[table])]
            transaction.set_rollback(True)
    finally:
        RECORDINGS.is_open = True
    return Recording(statements, _reader(made))


def _statements(table: str, before: dict[Any, Row], after: dict[Any, Row]) -> list[tuple[str, list[Any]]]:
    """What turns the one state of a table into the other: whole new rows, single columns of others.

    Names of tables and columns come from the database itself.
    """
    if before == after:
        return []
    quote = connection.ops.quote_name
    columns = _columns(table)
    names, places = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    statements = []
    for key, row in after.items():
        if key not in before:
            statements.append((f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", list(row)))  # noqa: S608
            continue
        new = {quote(name): now for name, now, was in zip(columns, row, before[key], strict=True) if now != was}
        if new:
            sets = ", ".join(f"{name} = %s" for name in new)
            update = f"UPDATE {quote(table)} SET {sets} WHERE {quote(columns[0])} = %s"  # noqa: S608
            statements.append((update, [*new.values(), key]))
    return statements


def _rows() -> dict[str, dict[Any, Row]]:
    """Every row of every table, by its first column, which is the key of each of them."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if INDEX_OF_SEARCH not in table:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
                found[table] = {row[0]: row for row in cursor.fetchall()}
    return found


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def _number_apart() -> None:
    """Give new rows numbers of their own. PostgreSQL gives no number twice anyway."""
    if connection.vendor == "sqlite":
        first = BLOCK * (1 + sum(recording is not None for recording in RECORDINGS.known.values()))
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%%AUTOINCREMENT%%'")
            numbered = [(name, first) for (name,) in cursor.fetchall()]
            cursor.execute("DELETE FROM sqlite_sequence")
            cursor.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", numbered)
