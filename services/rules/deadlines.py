"""Time limits as data and as words. The clock that counts them towards a date is not here."""

from collections.abc import Iterable
from typing import Protocol, TypedDict

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from services.rules.choices import DurationUnit

COUNTED = {
    DurationUnit.WORKING_HOUR: ngettext_lazy("%(count)s working hour", "%(count)s working hours", "plural"),
    DurationUnit.WORKING_DAY: ngettext_lazy("%(count)s working day", "%(count)s working days", "plural"),
    DurationUnit.CALENDAR_DAY: ngettext_lazy("%(count)s calendar day", "%(count)s calendar days", "plural"),
    DurationUnit.MONTH: ngettext_lazy("%(count)s month", "%(count)s months", "plural"),
    DurationUnit.YEAR: ngettext_lazy("%(count)s year", "%(count)s years", "plural"),
}
"""Units that take a number, with their words."""

UNCOUNTED = {
    DurationUnit.IMMEDIATE: _("Immediately on receipt"),
    DurationUnit.SAME_DAY: _("Within the working day"),
}
"""Units that say everything by themselves."""

_ISO_DATE_PART = {DurationUnit.CALENDAR_DAY: "D", DurationUnit.MONTH: "M", DurationUnit.YEAR: "Y"}


class Duration(Protocol):
    """One time limit: `value` counts `unit` (a DurationUnit), None where the unit takes no number or nobody said it."""

    @property
    def value(self) -> int | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def note(self) -> str: ...


class DurationRow(TypedDict, total=False):
    """A time limit as JSON: what a dossier keeps of it from its filing."""

    value: int | None
    unit: str
    note: str
    channel: str
    case_key: str
    case: str
    counted_from: str


class DurationData(TypedDict):
    """A time limit as partners read it."""

    value: int | None
    unit: str
    text: str
    iso8601: str | None


def is_known(value: int | None, unit: str, note: str = "") -> bool:
    """Return whether the limit is said: by a number of 1 or more, by a unit that needs none, or in the words of the
    note.
    """
    if DurationUnit(unit) in COUNTED:
        return bool(value)
    return unit in UNCOUNTED or bool(note.strip())


def text(value: int | None, unit: str, note: str = "") -> str:
    """Return the limit in the language in force: "7 working days", "Immediately on receipt", or the note of one told in
    words.

    A counted unit without its number is unknown: then the note speaks alone, and "" when there is none.
    """
    if is_known(value, unit, note) and unit in COUNTED:
        return _counted(unit, str(value), plural=value or 0)
    return str(UNCOUNTED.get(DurationUnit(unit), note.strip()))


def iso8601(value: int | None, unit: str) -> str | None:
    """Return the limit as an ISO 8601 duration: P7D, P1M, P1Y, and PT0S for "immediately"; else None.

    Working days and hours have no ISO form: how long seven of them last depends on the weekends and holidays they
    meet, and a partner who read P7D or PT4H would count the wrong days. "Within the working day" ends at closing time,
    whenever it began.
    """
    if unit == DurationUnit.IMMEDIATE:
        return "PT0S"
    part = _ISO_DATE_PART.get(DurationUnit(unit))
    return f"P{value}{part}" if part and value else None


def as_data(value: int | None, unit: str, note: str = "") -> DurationData:
    """Number, unit, words and ISO 8601 form of one limit."""
    return DurationData(value=value, unit=str(unit), text=text(value, unit, note), iso8601=iso8601(value, unit))


def range_of(durations: Iterable[Duration]) -> str | None:
    """Shortest to longest limit, for cards: "3–7 working days", or the one text that all share.

    None when nothing is known and when limits cannot be compared: one of them is unknown, or units differ (whether
    7 working days or 10 calendar days last longer depends on the calendar).
    """
    rows = list(durations)
    if not all(is_known(row.value, row.unit, row.note) for row in rows):
        return None
    texts = {text(row.value, row.unit, row.note) for row in rows}
    units = {row.unit for row in rows}
    if len(texts) == 1:
        return texts.pop()
    if len(units) != 1 or not units <= set(COUNTED):
        return None
    values = sorted(row.value for row in rows if row.value)
    return _counted(units.pop(), f"{values[0]}–{values[-1]}", plural=values[-1])


def _counted(unit: str, count: str, *, plural: int) -> str:
    return str(COUNTED[DurationUnit(unit)] % {"count": count, "plural": plural})
