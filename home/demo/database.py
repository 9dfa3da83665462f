"""The database file of a demo (SQLite): which version made it, whether somebody worked in it, put aside for another."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from enum import Enum, auto
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

from accounts.models import User
from home.models import Feedback
from services.models import ServicePage

ROOT = Path(__file__).resolve().parents[2]
MAKERS = ("home/demo/**/*", "home/setup.py", "search/lexicon/data/*.json", "*/migrations/*.py", "*/*/migrations/*.py")
"""Whose text decides what a new demo holds."""
WRITE_AHEAD = "-wal"
"""What SQLite appends to the name of a database for the file that is there as long as somebody has it open."""


class State(Enum):
    """What a database file is to the code that runs now."""

    EMPTY = auto()
    """No file, or nothing of a demo in it yet."""
    CURRENT = auto()
    """Made by this very version."""
    OLDER = auto()
    """Made by another version; nobody logged in or wrote anything since."""
    WORKED_IN = auto()
    """Made by another version, and somebody did."""
    UNREADABLE = auto()
    """It went through migrations that this version does not have, so its tables may be others."""


def database_file() -> Path | None:
    """Return where the database lies; None when it is no file."""
    return Path(settings.DATABASES["default"]["NAME"]) if connection.vendor == "sqlite" else None


def version() -> int:
    """Return a number that changes with whatever decides what a new demo holds; never 0, which a database has by
    itself.
    """
    texts = sorted(path for maker in MAKERS for path in ROOT.glob(maker) if is_source(path))
    digest = hashlib.sha256()
    for path in texts:
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return int.from_bytes(digest.digest()[:4], "big") % (2**31 - 1) + 1


def is_source(path: Path) -> bool:
    """Return whether this is a file, and none that Python wrote."""
    return path.is_file() and path.suffix != ".pyc"


def sign() -> None:
    """Note in the database, in the one number SQLite keeps for its owner, that this version made the demo in it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {version()}")


def state_of(path: Path) -> State:
    """Return what the file is. Read without models: its tables may be those of another version."""
    if not path.exists():
        return State.EMPTY
    with closing(sqlite3.connect(path)) as database:
        if not _any(database, ServicePage._meta.db_table):
            return State.EMPTY
        if database.execute("PRAGMA user_version").fetchone() == (version(),):
            return State.CURRENT
        if unknown_migrations(database):
            return State.UNREADABLE
        worked = _any(database, User._meta.db_table, "last_login IS NOT NULL")
        return State.WORKED_IN if worked or _any(database, Feedback._meta.db_table) else State.OLDER


def _any(database: sqlite3.Connection, table: str, condition: str = "TRUE") -> bool:
    """Return whether there is such a row; a table that is not there has none."""
    known = database.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [table]).fetchone()
    if not known:
        return False
    return database.execute(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1").fetchone() is not None  # noqa: S608 (both written here)


def unknown_migrations(database: sqlite3.Connection) -> list[tuple[str, str]]:
    """App and name of each migration of ours that was applied and that this version does not have."""
    folders = {app.label: Path(app.path) / "migrations" for app in apps.get_app_configs() if _is_ours(Path(app.path))}
    applied = database.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    return [(app, name) for app, name in applied if app in folders and not (folders[app] / f"{name}.py").exists()]


def _is_ours(folder: Path) -> bool:
    return folder.is_relative_to(ROOT) and "site-packages" not in folder.parts


def is_open_elsewhere(path: Path) -> bool:
    """Return whether another process has the database open (asked while this one has not)."""
    with closing(sqlite3.connect(path)) as database:  # the last to close takes the write-ahead file away
        database.execute("SELECT 1 FROM sqlite_master").fetchall()
    return path.with_name(path.name + WRITE_AHEAD).exists()


def put_aside(path: Path, folders: Iterable[Path], *, today: date) -> Path:
    """Move the database and the folders of its files into one new folder beside it, and return that.

    The files go along because the worker removes what no row of the database knows. The database goes last: as long as
    it is there, nothing new is made.
    """
    kept = next(place for place in _names(path, today) if not place.exists())
    kept.mkdir(parents=True)
    for source in (*(folder for folder in folders if folder.exists()), path):
        shutil.move(source, kept / source.name)
    return kept


def _names(path: Path, today: date) -> Iterator[Path]:
    """Yield where it may go: beside it, named after it and the day, then with numbers."""
    first = path.with_name(f"{path.stem}-{today:%Y-%m-%d}.old")
    yield first
    for number in range(2, 1_000):
        yield first.with_stem(f"{first.stem}-{number}")
