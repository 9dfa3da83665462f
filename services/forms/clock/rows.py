"""Which time limits of a service hold: those of the case and the channel go before those of every case and channel."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Row(Protocol):
    """A time limit of a service; `channel` and `case_key` are "" where it holds on every channel and in every case."""

    @property
    def channel(self) -> str: ...
    @property
    def case_key(self) -> str: ...


AnyRow = TypeVar("AnyRow", bound=Row)


def holding(rows: Sequence[AnyRow], *, channel: str = "", case: str = "") -> list[AnyRow]:
    """Return the rows that hold there, in their order; "" stands for "not known", and leaves all that may hold.
    A case is given by its key.

    A case no row names is not known to this table: then all its cases may hold, for none may be ruled out.
    """
    found = [row for row in rows if not channel or row.channel in ("", channel)]
    if channel:
        special = {row.case_key for row in found if row.channel}
        found = [row for row in found if row.channel or row.case_key not in special]
    if any(row.case_key == case for row in rows if row.case_key):
        found = [row for row in found if row.case_key == case] or [row for row in found if not row.case_key]
    return found
