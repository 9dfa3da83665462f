"""Prints the rights of the role the portal runs as, where another role owns the tables and migrates them."""

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from services.forms.audit.database_guards import TABLES, has_guards

ROLE = re.compile(r"[a-z_][a-z0-9_]{0,62}")

GRANTS = """\
BEGIN;
GRANT USAGE ON SCHEMA {schema} TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role};
REVOKE INSERT, UPDATE, DELETE ON {schema}.django_migrations FROM {role};
REVOKE UPDATE, DELETE, TRUNCATE ON {audit} FROM {role};
REVOKE EXECUTE ON FUNCTION {schema}.audit_wait_for_writers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {schema}.audit_wait_for_writers() TO {role};
COMMIT;
"""


class Command(BaseCommand):
    help = (
        "Print the SQL that lets a role do what the portal needs, and to the audit no more than adding and reading. "
        "The owner of the tables runs it after every migrate."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("role", help="the PostgreSQL role in the portal's DATABASE_URL")

    def handle(self, *args: Any, role: str, **options: Any) -> None:
        if not has_guards():
            raise CommandError("Only PostgreSQL has roles.")
        if not ROLE.fullmatch(role):
            raise CommandError("A role is written in small letters, digits and _.")
        with connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            schema = cursor.fetchone()[0]
        audit = ", ".join(f"{schema}.{table}" for table in TABLES)
        self.stdout.write(GRANTS.format(role=f'"{role}"', schema=schema, audit=audit), ending="")
