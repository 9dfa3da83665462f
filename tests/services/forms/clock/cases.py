"""Short ways to write cases of the clock: the calendar of the demo, moments, limits, pauses."""

import json
from datetime import date, datetime
from functools import cache
from pathlib import Path

from core.working_time import ZONE, NamedDay, WorkingCalendar
from services.forms.clock import Limit, Pause

HOLIDAYS = Path(__file__).parent / "holidays.json"
CULTURE_DAY = date(2026, 11, 24)


@cache
def demo_calendar(*, with_culture_day: bool = False) -> WorkingCalendar:
    """A calendar as it was known before the days of 2027 were announced; 24 November counts only when confirmed."""
    off, extra, unconfirmed = {}, {}, {}
    for record in json.loads(HOLIDAYS.read_text(encoding="utf-8")):
        day = date.fromisoformat(record["date"])
        is_open = record["status"] == "to_confirm" and not (with_culture_day and day == CULTURE_DAY)
        kept = unconfirmed if is_open else off if record["kind"] == "off" else extra
        kept[day] = NamedDay(record["name"], record["status"] != "calculated")
    return WorkingCalendar(off, extra, unconfirmed)


def at(text: str) -> datetime:
    """A moment of Việt Nam: "2026-11-20 16:40"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def pause(text: str) -> Pause:
    """A pause from … to …, written with a slash; nothing after it while it is open."""
    asked, _slash, answered = text.partition("/")
    return Pause(at(asked), at(answered) if answered else None)


def limit(text: str) -> Limit:
    """ "5 working_day" or "same_day"."""
    number, _blank, unit = text.rpartition(" ")
    return Limit(int(number) if number else None, unit)
