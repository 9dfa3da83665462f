"""How long one statement of a request may take: a page that nobody waits for any more holds no connection."""

from django.conf import settings
from django.db import connections


def limit_statements() -> None:
    """Have PostgreSQL end a statement after settings.STATEMENT_SECONDS in every connection opened from now on.

    What the address of the database says of `options` goes before. SQLite has no such limit.
    """
    milliseconds = settings.STATEMENT_SECONDS * 1000
    for alias in connections:
        told = connections.settings[alias]
        if told["ENGINE"].endswith("postgresql"):
            options = told.setdefault("OPTIONS", {})
            options["options"] = f"-c statement_timeout={milliseconds} {options.get('options', '')}".strip()
