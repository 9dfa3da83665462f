"""What guards the audit in the database itself: triggers on PostgreSQL, none on SQLite (migration 0015)."""

from django.db import connection

from services.forms.models import AuditEntry, AuditSeal

TABLES = (AuditEntry._meta.db_table, AuditSeal._meta.db_table)
TRIGGERS = ("audit_row_guard", "audit_truncate_guard")
ALWAYS = "A"
"""How PostgreSQL writes that a trigger fires whatever the session asks for."""


def has_guards() -> bool:
    """Return whether this database can have them. SQLite has one user, the file's: who may write there may write
    anything.
    """
    return connection.vendor == "postgresql"


def missing_guards() -> list[str]:
    """Triggers that should be there and are not, or are switched off, each as "trigger of table"."""
    if not has_guards():
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE t.tgrelid = ANY(ARRAY[%s::regclass, %s::regclass]) AND t.tgenabled = %s",
            [*TABLES, ALWAYS],
        )
        there = set(cursor.fetchall())
    return [f"{name} of {table}" for table in TABLES for name in TRIGGERS if (table, name) not in there]
