"""A demo that another version made is noticed, and goes aside with its files; what somebody did in it is never lost."""

import sqlite3
from contextlib import closing
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from home.demo import database
from home.demo.database import State, is_open_elsewhere, put_aside, state_of, version
from home.demo.loader import DemoLoader
from home.models import Feedback
from services.models import ServicePage
from tests.builders import make_service

pytestmark = pytest.mark.once  # files of SQLite, whatever the database of the tests is

KNOWN, UNKNOWN = ("home", "0001_initial"), ("home", "0099_of_another_version")


def make_file(path: Path, *, made_by: int = 0, log_in: str | None = None, feedback: int = 0, migration=KNOWN) -> Path:
    """A database with one service and one user, as far as it is looked at."""
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("PRAGMA journal_mode = WAL")
        made.execute(f"CREATE TABLE {ServicePage._meta.db_table} (id)")
        made.execute(f"CREATE TABLE {User._meta.db_table} (last_login)")
        made.execute(f"CREATE TABLE {Feedback._meta.db_table} (id)")
        made.execute("CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app, name)")
        for model, rows in ((ServicePage, [1]), (User, [log_in]), (Feedback, range(feedback))):
            insert = f"INSERT INTO {model._meta.db_table} VALUES (?)"  # noqa: S608 (a table of ours)
            made.executemany(insert, [[row] for row in rows])
        made.execute("INSERT INTO django_migrations (app, name) VALUES (?, ?)", migration)
        made.execute(f"PRAGMA user_version = {made_by}")
    return path


@pytest.fixture
def place(tmp_path, settings, monkeypatch):
    """Where the demo's database lies, with a file of a citizen and a picture beside it."""
    settings.DEMO = True
    settings.PRIVATE_ROOT, settings.MEDIA_ROOT = str(tmp_path / "private"), str(tmp_path / "media")
    for folder in ("private", "media"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "file").write_text(folder)
    path = tmp_path / "db.sqlite3"
    monkeypatch.setattr("home.management.commands.renew_demo.database_file", lambda: path)
    return path


def renew(**options) -> str:
    out = StringIO()
    call_command("renew_demo", stdout=out, **options)
    return out.getvalue()


def contents(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ({"made_by": version(), "log_in": "2026-11-30"}, State.CURRENT),
        ({"made_by": version() + 1}, State.OLDER),
        ({}, State.OLDER),
        ({"log_in": "2026-11-30"}, State.WORKED_IN),
        ({"feedback": 1}, State.WORKED_IN),
        ({"migration": UNKNOWN, "log_in": "2026-11-30"}, State.UNREADABLE),
        ({"migration": ("wagtailcore", "0099_of_another_version")}, State.OLDER),
    ],
)
def test_a_file_is_what_was_done_with_it(tmp_path, made, expected):
    assert state_of(make_file(tmp_path / "db.sqlite3", **made)) is expected


def test_where_nothing_is_there_is_nothing_to_renew(place):
    assert state_of(place) is State.EMPTY
    sqlite3.connect(place).close()
    assert state_of(place) is State.EMPTY
    assert renew() == renew(now=True) == ""


def test_version_changes_with_what_is_loaded_and_with_migrations(tmp_path, monkeypatch):
    content, migrations = tmp_path / "home" / "demo" / "content", tmp_path / "home" / "migrations"
    monkeypatch.setattr(database, "ROOT", tmp_path)
    seen = {version()}
    for path in (content / "terms.json", migrations / "0001_initial.py"):
        path.parent.mkdir(parents=True)
        for text in ("one", "two"):
            path.write_text(text)
            seen.add(version())
    assert len(seen) == 5
    (content / "terms.pyc").write_text("what Python wrote")
    assert version() in seen
    assert all(0 < number < 2**31 for number in seen)


def test_older_demo_that_nobody_touched_goes_aside_with_its_files(place):
    make_file(place)
    told = renew()
    [kept] = place.parent.glob("db-*.old")
    assert contents(place.parent) == [f"{kept.name}/{name}" for name in ("db.sqlite3", "media/file", "private/file")]
    assert str(kept) in told
    assert "made by another version" in told
    assert state_of(kept / "db.sqlite3") is State.OLDER


def test_older_demo_in_which_somebody_worked_stays_until_a_new_one_is_asked_for(place):
    make_file(place, log_in="2026-11-30")
    before = contents(place.parent)
    assert "make new-demo" in renew()
    assert contents(place.parent) == before
    renew(now=True)
    assert not place.exists()
    [kept] = place.parent.glob("db-*.old")
    assert contents(kept) == before


def test_demo_of_tables_that_are_not_known_here_goes_aside_even_then(place):
    make_file(place, migration=UNKNOWN, log_in="2026-11-30")
    assert "does not know" in renew()
    assert not place.exists()


def test_demo_of_this_version_is_left_alone(place):
    make_file(place, made_by=version())
    assert renew() == ""
    assert place.exists()


def test_demo_that_another_process_has_open_stays(place):
    make_file(place)
    other = sqlite3.connect(place)
    other.execute("INSERT INTO django_migrations (app, name) VALUES ('home', '0002_initial')")
    other.commit()
    assert is_open_elsewhere(place)
    assert "Another process" in renew()
    with pytest.raises(CommandError, match="Another process"):
        renew(now=True)
    other.close()
    assert place.exists()
    assert not is_open_elsewhere(place)


def test_database_that_is_no_file_is_left_to_its_owner(place, monkeypatch):
    monkeypatch.setattr("home.management.commands.renew_demo.database_file", lambda: None)
    assert renew() == ""
    with pytest.raises(CommandError, match="no file of SQLite"):
        renew(now=True)


def test_twice_on_one_day_is_kept_twice(tmp_path):
    day = date(2026, 11, 30)
    names = [put_aside(make_file(tmp_path / "db.sqlite3"), [], today=day).name for _time in range(3)]
    assert names == ["db-2026-11-30.old", "db-2026-11-30-2.old", "db-2026-11-30-3.old"]


def test_site_that_is_no_demo_is_never_touched(place, settings):
    make_file(place)
    settings.DEMO = False
    with pytest.raises(CommandError, match="no demo"):
        renew(now=True)
    assert place.exists()


@pytest.mark.django_db
def test_demo_command_signs_what_it_made_and_nothing_that_was_there(settings, monkeypatch):
    settings.DEMO = True
    monkeypatch.setattr(DemoLoader, "load", lambda loader: bool(make_service()))
    assert signature() == 0
    call_command("demo", verbosity=0)
    assert signature() == version()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA user_version = 7")
    call_command("demo", verbosity=0)
    assert signature() == 7


def signature() -> int:
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA user_version").fetchone()[0]
