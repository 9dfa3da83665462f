"""A calendar of one whole day, as calendars of telephones and computers read it (RFC 5545)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

OCTETS = 75
"""Of one line; what is longer goes on in the next one after a blank (RFC 5545, 3.1)."""
CONTENT_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class WholeDay:
    """What stands in a calendar on a day. `uid` stays the same when the entry is fetched again; `made_on` is the day on
    which it was worked out.
    """

    uid: str
    day: date
    title: str
    text: str
    url: str
    made_on: date


def calendar_of(entry: WholeDay, *, language: str) -> bytes:
    """Return the calendar with that one entry."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Cong Dich vu cong Thanh Hoa//NONSGML//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_escaped(entry.uid)}",
        f"DTSTAMP:{entry.made_on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY;LANGUAGE={language}:{_escaped(entry.title)}",
        f"DESCRIPTION;LANGUAGE={language}:{_escaped(entry.text)}",
        f"URL:{entry.url}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _escaped(text: str) -> str:
    """Return a text as a value (RFC 5545, 3.3.11)."""
    for sign, told in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(sign, told)
    return text


def _folded(line: str) -> Iterator[str]:
    """Yield the parts of a line, none longer than 75 octets and none cut within a letter."""
    part, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + length
    yield part
