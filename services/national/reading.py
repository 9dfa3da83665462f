"""Reads a file of records line by line, packed or not; a line that is no record is told, the next one is read."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from services.national.mapping.record import Record, is_record

PACKED = ".gz"


class ReadLine(NamedTuple):
    """A line of the file: its number, counted from 1, and its record; None with what is wrong with it."""

    number: int
    record: Record | None
    fault: str = ""


def read_records(path: Path) -> Iterator[ReadLine]:
    """Yield what stands on each line that is not blank."""
    with gzip.open(path, "rb") if path.suffix == PACKED else path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _read(number, line)


def count_records(path: Path) -> int:
    """Return how many lines are not blank, for a bar of progress."""
    with gzip.open(path, "rb") if path.suffix == PACKED else path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def digest(record: Record) -> str:
    """Return the SHA-256 of a record: the same however its file orders and spaces it."""
    written = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _read(number: int, line: bytes) -> ReadLine:
    try:
        value = json.loads(line)
    except ValueError as error:  # broken JSON or bytes that are no UTF-8
        return ReadLine(number, None, str(error))
    return ReadLine(number, value) if is_record(value) else ReadLine(number, None, "no object")
