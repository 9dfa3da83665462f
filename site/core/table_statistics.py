"""What the database knows of its tables, by which it plans how to read them."""

from django.db import connection

ROWS_LOOKED_AT = 1000
"""Rows of each index that SQLite looks at, so that it is done within a second however large the tables are."""


def count_rows() -> None:
    """Have the database count its rows: else it plans for empty tables, after many were written at once."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")


def count_rows_of_sqlite() -> None:
    """What PostgreSQL does by itself, as a routine of the worker."""
    if connection.vendor == "sqlite":
        count_rows()
