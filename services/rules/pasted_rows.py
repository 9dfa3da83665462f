"""What a pasted table says, as papers, fees or steps. What is not understood is kept in its own words, and told."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from core.money import parse_dong
from core.text import fold
from services.rules.choices import ChannelKind, FeeStatus
from services.rules.pasted_columns import KINDS, Column, columns_of

MOST_ROWS = 100
"""Rows that are pasted at once; long real services have 40."""
MOST_COPIES = 99

FREE = {"mien phi", "khong thu", "khong thu phi", "khong mat phi", "khong"}
NOT_PRESCRIBED = {"khong quy dinh", "chua quy dinh"}
CHANNELS = {
    "truc tiep": ChannelKind.IN_PERSON,
    "nop truc tiep": ChannelKind.IN_PERSON,
    "truc tuyen": ChannelKind.ONLINE,
    "nop truc tuyen": ChannelKind.ONLINE,
    "buu chinh": ChannelKind.POST,
    "dich vu buu chinh": ChannelKind.POST,
    "qua buu chinh": ChannelKind.POST,
}
_QUANTITY = {"originals": re.compile(r"ban (?:chinh|goc) (\d+)"), "copies": re.compile(r"ban (?:sao|chup) (\d+)")}


@dataclass
class PastedRow:
    """One row: what its fields get, and what was not understood."""

    values: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Pasted:
    """A pasted table as rows, with what became of its columns; `left_out` rows were too many."""

    columns: list[Column]
    rows: list[PastedRow]
    left_out: int


def read_rows(kind: str, table: list[list[str]]) -> Pasted:
    """Return the rows of a table that was pasted among rows of this kind."""
    columns, body = columns_of(kind, table)
    rows = [_row(kind, columns, cells) for cells in body[:MOST_ROWS]]
    return Pasted(columns, rows, max(0, len(body) - MOST_ROWS))


def _row(kind: str, columns: list[Column], cells: list[str]) -> PastedRow:
    row = PastedRow()
    for column, words in zip(columns, cells, strict=False):
        if words and column.field != "":
            _fill(row, column, words)
    if kind == "fees":
        row.values.setdefault("status", FeeStatus.SEE_NOTE)
    if row.kept:
        place = KINDS[kind].kept_in
        row.values[place] = "\n".join(filter(None, [row.values.get(place, ""), *row.kept]))
    return row


def _fill(row: PastedRow, column: Column, words: str) -> None:
    values = _read(column.field, words) if column.field else None
    if values is None:
        row.kept.append(f"{column.heading}: {words}" if column.heading else words)
    else:
        row.values |= values


def _read(field_name: str, words: str) -> dict[str, str] | None:
    read = READERS.get(field_name)
    return read(words) if read else {field_name: words}


def _count(name: str) -> Callable[[str], dict[str, str] | None]:
    def read(words: str) -> dict[str, str] | None:
        found = re.fullmatch(r"0*(\d{1,2})(?: ban(?: chinh| sao| goc)?)?", fold(words))
        return {name: found[1]} if found else None

    return read


def _quantity(words: str) -> dict[str, str] | None:
    """Read "Bản chính: 1 - Bản sao: 0", as the national portal writes it."""
    counts = {name: found[1] for name, rule in _QUANTITY.items() if (found := rule.search(fold(words)))}
    return {name: str(int(count)) for name, count in counts.items() if int(count) <= MOST_COPIES} or None


def _amount(words: str) -> dict[str, str] | None:
    """A bare 0 is no "free": the source may mean that nothing is known."""
    if amount := parse_dong(words):
        return {"amount": f"{amount:,}".replace(",", "."), "status": FeeStatus.AMOUNT}
    if fold(words) in FREE:
        return {"status": FeeStatus.FREE}
    return {"status": FeeStatus.NOT_PRESCRIBED} if fold(words) in NOT_PRESCRIBED else None


def _channel(words: str) -> dict[str, str] | None:
    kind = CHANNELS.get(fold(words))
    return {"channel": kind} if kind else None


READERS: dict[str, Callable[[str], dict[str, str] | None]] = {
    "originals": _count("originals"),
    "copies": _count("copies"),
    "quantity": _quantity,
    "amount": _amount,
    "channel": _channel,
}
"""How the words of a cell are read where they are no words; None when they are not understood."""
