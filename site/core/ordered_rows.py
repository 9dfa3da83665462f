"""Rows in an order the database does not know, such as that of a Vietnamese dictionary, read where they are shown."""

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


class OrderedRows(Sequence[Row], Generic[Row]):
    """The rows with these keys, in their order; only what is asked for is read, a page of a list in one question."""

    AT_ONCE = 500

    def __init__(self, rows: QuerySet[Row], keys: Sequence[Any]) -> None:
        self.rows = rows.order_by()
        self.keys = keys
        self.model = rows.model

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[Row]:
        for first in range(0, len(self.keys), self.AT_ONCE):
            yield from self[first : first + self.AT_ONCE]

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if not isinstance(place, slice):
            return self[place : place + 1 or None][0]
        keys = self.keys[place]
        found = self.rows.in_bulk(keys) if keys else {}
        return [found[key] for key in keys if key in found]
