"""Dates of birth: a day, or only a month or a year where a person knows no more. Kept as 1945-03-02, 1945-03, 1945."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.forms.dates import PARTS, Parts, read_date

OLDEST = 130
"""Nobody is known to have lived so long."""
EARLIEST_YEAR = 1900

_WRITTEN = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII),
    re.compile(r"(?:(?:(?P<day>\d{1,2})\s*[/.-]\s*)?(?P<month>\d{1,2})\s*[/.-]\s*)?(?P<year>\d{4})", re.ASCII),
)


def written_parts(text: str) -> Parts:
    """Day, month and year of "1945", "3/1945", "02/03/1945", "1945-03"; of anything else a year that is none."""
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _WRITTEN)), None)
    return {part: (found[part] or "") if found else "" for part in PARTS} | ({} if found else {"year": text})


def read_birth(parts: Parts, *, today: date) -> str | None:
    """Return the date of birth of three boxes, None when all are empty. ValidationError names the wrong boxes by its
    codes.

    A day without its month is half a date; a month or a year alone is an answer.
    """
    known = 10 if parts["day"] else 7 if parts["month"] else 4
    first = {"day": "1", "month": "1", "year": ""} if known < 10 and any(parts.values()) else {}
    whole = read_date(first | {part: typed for part, typed in parts.items() if typed or part not in first})
    if whole is None:
        return None
    iso = whole.isoformat()[:known]
    _require_possible(iso, today)
    return iso


def _require_possible(iso: str, today: date) -> None:
    earliest = max(EARLIEST_YEAR, today.year - OLDEST)
    if iso > today.isoformat():
        raise ValidationError(_("A date of birth cannot lie in the future."), code="range")
    if int(iso[:4]) < earliest:
        words = _("The year of birth must be {year} or later.")
        raise ValidationError(words.format(year=earliest), code="year")
