"""Tables of numbers as pages and files show them: a row per month, per agency, per field."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.links import Link
from services.forms.statistics.figures import Figures

NOTHING = "–"

Column = tuple[str | Promise, Callable[[Figures], int | float | None]]

RECEIVED: Column = (gettext_lazy("Filed"), lambda one: one.received)
HANDLING: tuple[Column, ...] = (
    (gettext_lazy("Settled"), lambda one: one.settled),
    (gettext_lazy("Early"), lambda one: one.early),
    (gettext_lazy("On time"), lambda one: one.on_time),
    (gettext_lazy("Late"), lambda one: one.late),
    (gettext_lazy("Without a date"), lambda one: one.undated),
    (gettext_lazy("In time, %"), lambda one: one.rate),
)
ENDS: tuple[Column, ...] = (
    (gettext_lazy("Not accepted"), lambda one: one.not_accepted),
    (gettext_lazy("Refused after appraisal"), lambda one: one.refused),
    (gettext_lazy("Stopped"), lambda one: one.stopped),
    (gettext_lazy("Withdrawn after acceptance"), lambda one: one.withdrawn),
    (gettext_lazy("Withdrawn before acceptance"), lambda one: one.withdrawn_early),
)
REQUESTS: tuple[Column, ...] = (
    (gettext_lazy("Days since complete, on average"), lambda one: one.mean_legal_days),
    (gettext_lazy("Days in all, on average"), lambda one: one.mean_days),
    (gettext_lazy("More than one request for documents"), lambda one: one.asked_twice),
    (gettext_lazy("A late request for documents"), lambda one: one.asked_late),
    (gettext_lazy("Late, with an apology"), lambda one: one.apologised),
    (gettext_lazy("Late, without an apology"), lambda one: one.without_apology),
)
LATE_BY_REQUESTS: Column = (
    gettext_lazy("Late, if more than one request counts as late (not confirmed)"),
    lambda one: one.late_or_asked_twice,
)
"""For the office alone, where the rule of the clock says so: no citizen is told that an application is late by it."""
OPEN: tuple[Column, ...] = (
    (gettext_lazy("New, not accepted yet"), lambda one: one.open_new),
    (gettext_lazy("Open, in time"), lambda one: one.open_in_time),
    (gettext_lazy("Open, overdue"), lambda one: one.open_overdue),
    (gettext_lazy("Open, waiting for the citizen"), lambda one: one.open_paused),
    (gettext_lazy("Open, without a date"), lambda one: one.open_undated),
)
EVERYTHING: tuple[Column, ...] = (
    RECEIVED,
    (gettext_lazy("Accepted"), lambda one: one.accepted),
    *HANDLING,
    *ENDS,
    *REQUESTS,
    *OPEN,
)


@dataclass(frozen=True)
class Row:
    """A line: what it is about, and a text for each column with the name of that column."""

    name: Link
    cells: list[tuple[str, str]]


@dataclass(frozen=True)
class Table:
    """A table of numbers. `first` heads the names of the rows."""

    caption: str
    first: str
    columns: list[str]
    rows: list[Row]


def table(caption: str, first: str, columns: Sequence[Column], rows: Iterable[tuple[Link, Figures]]) -> Table:
    """Return numbers as a reader of that language writes them; what is not known is a dash."""
    heads = [str(head) for head, _read in columns]
    return Table(
        caption,
        first,
        heads,
        [
            Row(name, list(zip(heads, (formatted(read(one)) for _head, read in columns), strict=True)))
            for name, one in rows
        ],
    )


def formatted(number: int | float | None) -> str:
    """1.234 or 87,5 in Vietnamese, 1,234 or 87.5 in English."""
    if number is None:
        return NOTHING
    return number_format(number, decimal_pos=1 if isinstance(number, float) else 0, force_grouping=True)


def lines(first: Sequence[str], rows: Iterable[tuple[Sequence[str], Figures]]) -> list[list[Any]]:
    """Return the head and the rows of a file: names as text, numbers as numbers, nothing where nothing is known."""
    found: list[list[Any]] = [[*first, *(str(head) for head, _read in EVERYTHING)]]
    for names, one in rows:
        found.append([*names, *(read(one) for _head, read in EVERYTHING)])
    return found


def unnamed(words: str = "") -> Link:
    """Return what stands where a tally has no agency or field."""
    return Link(words or _("Not known"))
