"""A working calendar as a row keeps it, as JSON: what counts in it, and the names of its days at that time."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import TypedDict

from core.working_time import NamedDay, Session, WorkingCalendar, hours_told


class CalendarJSON(TypedDict):
    """Days by their ISO date, hours as 07:00-11:30; `cut_off` is None where the office's closing is meant."""

    off: dict[str, str]
    extra: dict[str, str]
    sessions: list[str]
    cut_off: str | None
    weekly: dict[str, list[str]]
    single: dict[str, list[str]]


def calendar_to_json(calendar: WorkingCalendar) -> CalendarJSON:
    """Return what counts in the calendar, as the column keeps it."""
    return {
        "off": _names(calendar.off),
        "extra": _names(calendar.extra),
        "sessions": hours_told(calendar.sessions),
        "cut_off": f"{calendar.cut_off:%H:%M}" if calendar.cut_off else None,
        "weekly": {str(day): hours_told(hours) for day, hours in calendar.weekly.items()},
        "single": {day.isoformat(): hours_told(hours) for day, hours in calendar.single.items()},
    }


def calendar_from_json(data: CalendarJSON, today: WorkingCalendar) -> WorkingCalendar:
    """Return the calendar that was kept. Days that `today`'s calendar names are called as there, in its language."""
    return WorkingCalendar(
        off=_days(data["off"], today),
        extra=_days(data["extra"], today),
        unconfirmed=today.unconfirmed,
        sessions=_hours(data["sessions"]),
        cut_off=time.fromisoformat(data["cut_off"]) if data["cut_off"] else None,
        weekly={int(day): _hours(hours) for day, hours in data["weekly"].items()},
        single={date.fromisoformat(day): _hours(hours) for day, hours in data["single"].items()},
    )


def _names(days: Mapping[date, NamedDay]) -> dict[str, str]:
    return {day.isoformat(): named.name for day, named in days.items()}


def _days(names: Mapping[str, str], today: WorkingCalendar) -> dict[date, NamedDay]:
    days = {date.fromisoformat(day): name for day, name in names.items()}
    return {day: NamedDay(today.name_of(day) or name) for day, name in days.items()}


def _hours(told: Iterable[str]) -> tuple[Session, ...]:
    spans = (span.split("-") for span in told)
    return tuple(Session(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in spans)
