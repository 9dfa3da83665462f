"""Days and moments in words, as they stand inside a sentence."""

from datetime import date, datetime

from django.utils import dateformat
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def on_day(day: date) -> str:
    """Return a day with its weekday, as it stands inside a sentence: thứ Sáu 20/11/2026; Friday 20 November 2026."""
    if (get_language() or "").startswith("en"):
        return dateformat.format(day, "l j F Y")
    weekday = dateformat.format(day, "l")
    return f"{weekday[:1].lower()}{weekday[1:]} {dateformat.format(day, 'j/n/Y')}"


def when(moment: datetime) -> dict[str, str]:
    """Return hour and day of a moment, for a pattern."""
    return {"time": f"{moment:%H:%M}", "day": on_day(moment.date())}


def days(first: date, last: date) -> str:
    """Return one day, or from the first to the last."""
    if first == last:
        return on_day(first)
    return _("%(first)s to %(last)s") % {"first": on_day(first), "last": on_day(last)}
