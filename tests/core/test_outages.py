"""Which faults are an outage (503), which a full disk (507), and which remain faults of the code (500)."""

import errno
import sqlite3

import psycopg2.errors
import pytest
from django.db import DataError, IntegrityError, InterfaceError, OperationalError, ProgrammingError, connection

from core.outages import outage_status


def caused(error, cause):
    error.__cause__ = cause
    return error


def sqlite(code, text):
    """As Django passes SQLite's own error on."""
    cause = sqlite3.OperationalError(text)
    cause.sqlite_errorcode = code
    return caused(OperationalError(text), cause)


class DiskFull(psycopg2.errors.DiskFull):
    """As PostgreSQL tells of it; a real one gets its code from the server."""

    pgcode = "53100"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError("server closed the connection unexpectedly"), 503),
        (OperationalError('connection to server on socket "/x" failed: No such file or directory'), 503),
        (OperationalError("canceling statement due to statement timeout"), 503),
        (OperationalError("FATAL: sorry, too many clients already"), 503),
        (sqlite(5, "database is locked"), 503),
        (sqlite(14, "unable to open database file"), 503),
        (sqlite(10 | 3 << 8, "disk I/O error"), 503),
        (InterfaceError("connection already closed"), 503),
        (sqlite(13, "database or disk is full"), 507),
        (caused(OperationalError("could not extend file"), DiskFull()), 507),
        (OSError(errno.ENOSPC, "No space left on device"), 507),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), 507),
        (caused(RuntimeError("x"), OSError(errno.ENOSPC, "")), 507),
        (caused(InterfaceError("gone"), OSError(errno.ENOSPC, "")), 507),
        (sqlite(1, "no such table: core_x"), None),
        (sqlite(1, 'near "SELEC": syntax error'), None),
        (sqlite(1, "table x has no column named y"), None),
        (OSError(errno.EACCES, "Permission denied"), None),
        (ProgrammingError('relation "x" does not exist'), None),
        (IntegrityError("duplicate key"), None),
        (DataError("out of range"), None),
        (KeyError("x"), None),
        (None, None),
    ],
    ids=str,
)
def test_each_fault_is_told_as_what_it_is(error, status):
    assert outage_status(error) == status


@pytest.mark.django_db
def test_a_statement_that_is_wrong_is_a_fault_of_the_code():
    with pytest.raises((OperationalError, ProgrammingError)) as failed, connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")
    assert outage_status(failed.value) is None


def test_what_is_raised_while_an_outage_is_handled_counts_as_it():
    error = KeyError("rollback")
    error.__context__ = OperationalError("gone")
    assert outage_status(error) == 503


def test_an_error_that_names_itself_as_its_cause_ends():
    error, other = KeyError("x"), KeyError("y")
    error.__context__, other.__context__ = other, error
    assert outage_status(error) is None
