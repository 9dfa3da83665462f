"""The index for the search of the desk: there where PostgreSQL lets us have it, and no obstacle where it does not."""

from importlib import import_module
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection

(_FILE,) = (Path(__file__).resolve().parents[3] / "services" / "forms" / "migrations").glob("*_desk_speed.py")
MIGRATION = import_module(f"services.forms.migrations.{_FILE.stem}")


class Editor:
    """Does as a schema editor, but for the extension, which the account may not create."""

    def __init__(self):
        self.connection = connection
        self.told = []

    def execute(self, statement):
        self.told.append(statement)
        if "EXTENSION" in statement:
            raise ProgrammingError("permission denied to create extension")


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such index")
def test_an_account_that_may_not_create_the_extension_goes_on_without_it(capsys):
    editor = Editor()
    MIGRATION.index_words(None, editor)
    assert len(editor.told) == 1
    assert "permission denied" in capsys.readouterr().out
    assert not connection.needs_rollback


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such index")
def test_the_index_stands_in_a_new_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'submission_words'")
        ((definition,),) = cursor.fetchall()
    assert "gin_trgm_ops" in definition


@pytest.mark.django_db
def test_elsewhere_nothing_is_done(monkeypatch):
    editor = Editor()
    monkeypatch.setattr(connection, "vendor", "sqlite")
    MIGRATION.index_words(None, editor)
    MIGRATION.no_index_of_words(None, editor)
    assert editor.told == []
