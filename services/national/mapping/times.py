"""Ways of filing and time limits of a record. A limit nobody can count is kept in words."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from core.text import fold
from services.national.facts import CHANNELS, DURATIONS, FactRow
from services.national.mapping.flags import Flag, Oddity
from services.national.mapping.record import Record, line, lines, number, parts
from services.rules.choices import ChannelKind, CountedFrom, DurationUnit

KIND_OF_CHANNEL = {"DIRECT": ChannelKind.IN_PERSON, "ONLINE": ChannelKind.ONLINE, "POSTAL": ChannelKind.POST}
COUNTED = {
    "WORKING_DAY": DurationUnit.WORKING_DAY,
    "DAY": DurationUnit.CALENDAR_DAY,
    "MONTH": DurationUnit.MONTH,
    "YEAR": DurationUnit.YEAR,
}
HOUR = "HOUR"
WORKING_HOURS = fold("giờ làm việc")


class Limit(NamedTuple):
    """A time limit; without a unit nothing can be said but what stands in the note."""

    value: int | None
    unit: DurationUnit | None
    note: str


def channel_rows(record: Record, odd: list[Oddity]) -> tuple[FactRow, ...]:
    """Return each way of filing once, in the order of the record; a limit without a unit stands in its note."""
    notes: dict[ChannelKind, list[str]] = {}
    for method in parts(record, "executionMethods"):
        kind = KIND_OF_CHANNEL.get(line(method, "submissionMethod"))
        if kind is None:
            odd.append(Oddity(Flag.UNKNOWN_CHANNEL, line(method, "submissionMethod")))
            continue
        limit = _limit(method, [])
        said = notes.setdefault(kind, [])
        if limit.unit is None and limit.note not in ("", *said):
            said.append(limit.note)
    return tuple(FactRow(CHANNELS, {"kind": kind, "note": "\n".join(said)}) for kind, said in notes.items())


def duration_rows(record: Record, odd: list[Oddity]) -> tuple[FactRow, ...]:
    """Return the time limits of each channel; the same limit of one channel stands once."""
    found: dict[tuple[ChannelKind, int | None, str, str], FactRow] = {}
    for method in parts(record, "executionMethods"):
        kind = KIND_OF_CHANNEL.get(line(method, "submissionMethod"))
        limit = _limit(method, odd)
        if kind is None or limit.unit is None:
            continue
        told = limit.note if limit.unit is DurationUnit.WORDS else ""
        values = {
            "channel": kind,
            "case": "",
            "value": limit.value,
            "unit": limit.unit,
            "counted_from": CountedFrom.ACCEPTANCE,
            "note": limit.note,
        }
        found.setdefault((kind, limit.value, limit.unit, told), FactRow(DURATIONS, values))
    rows = tuple(found.values())
    counted = [row.text("channel") for row in rows if row.values["unit"] != DurationUnit.WORDS]
    odd += [Oddity(Flag.SEVERAL_LIMITS, kind) for kind in sorted(set(counted)) if counted.count(kind) > 1]
    return rows


def _limit(method: Record, odd: list[Oddity]) -> Limit:
    written, unit = number(method, "processingTime"), line(method, "processingTimeUnit")
    words = lines(method, "description")
    if not written:
        told = words or lines(method, "processingTime")
        has_told = bool(told) and told != "0"
        return Limit(None, DurationUnit.WORDS, told) if has_told else Limit(None, None, "")
    known = COUNTED.get(unit)
    if unit == HOUR and WORKING_HOURS in fold(words):
        known = DurationUnit.WORKING_HOUR
    if known and isinstance(written, int):
        return Limit(written, known, words)
    if known or unit == HOUR:
        odd.append(Oddity(Flag.BROKEN_NUMBER, f"{written} {unit}"))
        return Limit(None, DurationUnit.WORDS, _in_words(written, unit, words))
    if words:
        return Limit(None, DurationUnit.WORDS, words)
    odd.append(Oddity(Flag.NO_UNIT, str(written)))
    return Limit(None, None, _("The national record gives “%(number)s” as the time limit, without a unit.")
                 % {"number": written})  # fmt: skip


def _in_words(written: float, unit: str, words: str) -> str:
    said = {
        "WORKING_DAY": _("%(number)s working days"),
        "DAY": _("%(number)s days"),
        "MONTH": _("%(number)s months"),
        "YEAR": _("%(number)s years"),
        HOUR: _("%(number)s hours"),
    }[unit] % {"number": f"{written:n}".replace(".", ",")}
    return f"{said}. {words}" if words else said
