"""The audit's tables with their lock lifted, as the owner of the tables alone can lift it: for one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def unlocked_audit() -> Iterator[None]:
    """Rows may be changed and removed inside; on SQLite, where nothing is locked, as ever."""
    with transaction.atomic():
        _lift("txid_current()::text")
        yield
        _lift("''")


def _lift(value: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT set_config('portal.audit_unlocked_in', {value}, true)")
