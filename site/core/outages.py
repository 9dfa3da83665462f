"""Which faults are none of the code: the database is away, busy or too slow (503), or there is no room left (507)."""

import errno
import sqlite3
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError

UNAVAILABLE, NO_ROOM = 503, 507
RETRY_SECONDS = 30
"""What Retry-After says: a database that restarts is back in about that time."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_DISK_FULL = "53100"
"""PostgreSQL's code (SQLSTATE)."""
_PRIMARY = 0xFF
"""The bits of SQLite's codes that name the kind."""


def outage_status(error: BaseException | None) -> int | None:
    """503 or 507 for an error that such an outage is, or comes from; None for any other fault.

    An error that was raised while another was handled (a rollback over a connection that is gone) counts as that one.
    """
    found = {status for each in _chain(error) if (status := _status(each))}
    return max(found, default=None)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _status(error: BaseException) -> int | None:
    if isinstance(error, OSError):
        return NO_ROOM if error.errno in _FULL else None
    if not isinstance(error, (OperationalError, InterfaceError)):
        return None
    cause = error.__cause__
    kind = getattr(cause, "sqlite_errorcode", 0) & _PRIMARY
    if kind == sqlite3.SQLITE_FULL or getattr(cause, "pgcode", "") == _DISK_FULL:
        return NO_ROOM
    return None if kind == sqlite3.SQLITE_ERROR else UNAVAILABLE  # a wrong statement; PostgreSQL has a class for those
