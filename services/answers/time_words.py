"""The time of an answer in words: how long, and its last day if the papers are accepted on the day asked about."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils import dateformat, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.i18n import reader_language
from core.links import Link
from services.answers.card import CardFact, FactState
from services.answers.time_limits import DatedLimit, TimeAnswer
from services.answers.words import depends_on, lowered, short, unknown_fact
from services.rules import deadlines


def time_fact(time: TimeAnswer, *, noun: str, ask: str, calendar: Link | None = None) -> CardFact:
    """Return how long it takes, and the last day of it if the papers are accepted on the day of the answer."""
    label = pgettext("fact of an answer", "Time")
    if not time.is_known:
        why = next((limit.row.note.strip() for limit in time.limits if limit.row.note.strip()), "")
        return unknown_fact("time", label, ask, why=short(why))
    state = FactState.KNOWN if len({_limit(limit) for limit in time.limits}) == 1 else FactState.RANGE
    days = time.due_dates
    notes = list(_when(time, noun))
    return CardFact("time", label, _how_long(time), state, notes[:2], calendar if len(days) == 1 else None)


def _how_long(time: TimeAnswer) -> str:
    rows = [limit.row for limit in time.limits if limit.is_known and not limit.is_in_words]
    if told := deadlines.range_of(rows):
        return told
    ordered = sorted(time.limits, key=lambda limit: limit.due_on or date.max) if time.due_dates else time.limits
    words = list(dict.fromkeys(_limit(limit) for limit in ordered if limit.is_known and not limit.is_in_words))
    return _("%(first)s or %(last)s") % {"first": words[0], "last": lowered(words[-1])}


def _limit(limit: DatedLimit) -> str:
    return deadlines.text(limit.row.value, limit.row.unit, limit.row.note)


def _when(time: TimeAnswer, noun: str) -> Iterator[str]:
    days = time.due_dates
    if days and time.accepted_on:
        yield _by_day(time.accepted_on, days)
    if len(days) != 1 and len(time.limits) > 1:
        yield depends_on(noun)
    if time.may_change and days:
        yield _("The date may change: days off are not settled yet")
    event = next((limit for limit in time.limits if limit.counts_from_event), None)
    if event:
        yield short(event.row.note.strip() or _("Counted from another event than acceptance"))


def _by_day(accepted: date, days: Sequence[date]) -> str:
    last = {"day": short_day(days[-1], accepted), "first": short_day(accepted, accepted)}
    if accepted == timezone.localdate():
        return _("If accepted today: by %(day)s") % last
    return _("If accepted on %(first)s: by %(day)s") % last


def short_day(day: date, beside: date) -> str:
    """Return a day inside a sentence, with its year only where it is not that of the other day."""
    year = "" if day.year == beside.year else ("/Y" if reader_language() == "vi" else " Y")
    weekday = dateformat.format(day, "l")
    if reader_language() == "vi":
        return f"{lowered(weekday)} {dateformat.format(day, f'j/n{year}')}"
    return f"{weekday} {dateformat.format(day, f'j F{year}')}"
