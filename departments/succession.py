"""Who does the work of a former department today: told by field, since mergers are not one to one."""

from collections.abc import Collection, Hashable, Iterable
from typing import Generic, NamedTuple, TypeVar

Successor = TypeVar("Successor")


class Takeover(NamedTuple, Generic[Successor]):
    """The fields of work (by any stable key) that one successor took over."""

    fields: Collection[Hashable]
    successor: Successor


def successor_for(field: Hashable | None, takeovers: Iterable[Takeover[Successor]]) -> Successor | None:
    """Return the department that took over this field, or None when nobody said so or when several are named.

    A takeover without fields answers for none: a former department may have been split, so what is not said is unknown.
    """
    named: list[Successor] = []
    for takeover in takeovers:
        if field is not None and field in takeover.fields and takeover.successor not in named:
            named.append(takeover.successor)
    return named[0] if len(named) == 1 else None
