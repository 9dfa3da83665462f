"""The days off and make-up days that the software knows (holidays.json), planted into the working calendar.

Every installation gets them from `manage.py setup_portal`. A day is planted once: what an administrator entered,
changed or removed stays so. A day nobody has touched since follows the file, as when a day that was only worked out
has been announced.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from core.models.holiday import Holiday, PlantedHoliday
from core.models.typed_text import clean_texts

HOLIDAYS = Path(__file__).parent / "holidays.json"

Columns = dict[str, Any]


@cache
def holiday_records() -> dict[date, Columns]:
    """Return the columns of every day of the file besides its date."""
    rows = json.loads(HOLIDAYS.read_text(encoding="utf-8"))
    return {date.fromisoformat(row.pop("date")): row for row in rows}


@transaction.atomic
def ensure_holidays() -> None:
    """Plant the days that were never planted, and bring those up to date that nobody has changed."""
    rows = {row.date: row for row in Holiday.objects.all()}
    planted = {row.date: row for row in PlantedHoliday.objects.all()}
    for day, columns in holiday_records().items():
        mark = planted.get(day)
        if mark is None:
            if day not in rows:
                _write(Holiday(date=day), columns)
            PlantedHoliday.objects.create(date=day, columns=columns if day not in rows else {})
        elif day in rows and mark.columns != columns and _told(rows[day], columns) == mark.columns:
            _write(rows[day], columns)
            PlantedHoliday.objects.filter(pk=mark.pk).update(columns=columns)


def _write(row: Holiday, columns: Columns) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
    clean_texts(row)
    row.save()


def _told(row: Holiday, columns: Columns) -> Columns:
    return {name: getattr(row, name) for name in columns}
