"""A national record as its portal writes it, and reading single values of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TypeGuard

from core.json_types import JSON
from core.text import clean, clean_lines

Record = dict[str, JSON]
NATIONAL_PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"
VIETNAM = timedelta(hours=7)


class UnreadableRecord(Exception):
    """A record lacks what it cannot be used without, or is no record."""


def is_record(value: object) -> TypeGuard[Record]:
    """Return whether a JSON value is an object."""
    return isinstance(value, dict)


def parts(record: Record, name: str) -> Iterator[Record]:
    """Yield the objects of a list; a record without the list has none."""
    value = record.get(name)
    if isinstance(value, list):
        yield from (part for part in value if is_record(part))


def line(record: Record, name: str) -> str:
    """Return a text as one clean line, "" when it is missing or no text."""
    value = record.get(name)
    return clean(value) if isinstance(value, str) else ""


def lines(record: Record, name: str) -> str:
    """Return a text of several lines, clean and without empty ones."""
    value = record.get(name)
    text = clean_lines(value) if isinstance(value, str) else ""
    return "\n".join(one for one in text.splitlines() if one)


def number(record: Record, name: str) -> int | float | None:
    """Return a number, also one that was written as a text; None when it is none."""
    value = record.get(name)
    if isinstance(value, str):
        typed = value.strip()
        return int(typed) if typed.isascii() and typed.isdigit() else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def day(record: Record, name: str) -> date | None:
    """Return the day, in Vietnam, of a moment in milliseconds; None when it is missing."""
    moment = number(record, name)
    return None if not moment else (datetime.fromtimestamp(moment / 1000, UTC) + VIETNAM).date()


def page_address(record: Record) -> str:
    """Return where the national portal shows the record."""
    return f"{NATIONAL_PAGE}{line(record, 'id')}"
