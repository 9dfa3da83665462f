"""Months and the periods people ask for: a month, a quarter, a year, everything."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from core.working_time import ZONE, local

PERIOD = re.compile(r"(?P<year>20\d\d)(?:-(?P<month>0[1-9]|1[0-2])|-Q(?P<quarter>[1-4]))?")

Month = date
"""A month by its first day."""


def month_of(moment: datetime) -> Month:
    return local(moment).date().replace(day=1)


def after(month: Month, number: int = 1) -> Month:
    """Return the month so many later (or earlier)."""
    year, index = divmod(month.year * 12 + month.month - 1 + number, 12)
    return date(year, index + 1, 1)


def end_of(month: Month) -> datetime:
    """Return the first moment that does not belong to it."""
    return datetime(after(month).year, after(month).month, 1, tzinfo=ZONE)


def months(first: Month, last: Month) -> list[Month]:
    """From the first to the last, both among them."""
    number = (last.year - first.year) * 12 + last.month - first.month
    return [after(first, step) for step in range(number + 1)]


@dataclass(frozen=True)
class Period:
    """Whole months, both ends among them; `name` is how an address writes it."""

    name: str
    first: Month
    last: Month

    def until(self, month: Month) -> "Period":
        """Return the same without what lies after that month."""
        return Period(self.name, self.first, min(self.last, month))


def read_period(text: str) -> Period | None:
    """2026, 2026-Q4 or 2026-11; None for anything else."""
    found = PERIOD.fullmatch(text)
    if found is None:
        return None
    year = int(found["year"])
    if found["month"]:
        month = date(year, int(found["month"]), 1)
        return Period(text, month, month)
    if found["quarter"]:
        first = date(year, int(found["quarter"]) * 3 - 2, 1)
        return Period(text, first, after(first, 2))
    return Period(text, date(year, 1, 1), date(year, 12, 1))


def names(first: Month, last: Month) -> list[str]:
    """Return the periods that touch these months, the latest first: each year with its quarters,
    each with its months.
    """
    found: list[str] = []
    for month in reversed(months(first, last)):
        quarter = f"{month.year}-Q{(month.month + 2) // 3}"
        for name in (f"{month.year}", quarter, f"{month:%Y-%m}"):
            if name not in found:
                found.append(name)
    return found
