"""What pages of statistics show: sums of tallies. No dossier is looked at here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, Min, QuerySet, Sum

from services.forms.models.tally import FLOWS, HIGHEST, LOWEST, SCORES, STOCKS, Tally, TallyCount
from services.forms.statistics.months import Month, Period, month_of

FEWEST_RATINGS = 5
"""With fewer answers no average is shown: it would say something about single people."""
TIMELINESS = ("early", "on_time", "late", "undated")


@dataclass(frozen=True)
class Figures:
    """The sums of some tallies: flows of a period, and what was open at its end."""

    received: int = 0
    accepted: int = 0
    not_accepted: int = 0
    withdrawn_early: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    undated: int = 0
    refused: int = 0
    stopped: int = 0
    withdrawn: int = 0
    days: int = 0
    legal_days: int = 0
    asked_twice: int = 0
    asked_late: int = 0
    apologised: int = 0
    late_or_asked_twice: int = 0
    open_new: int = 0
    open_in_time: int = 0
    open_overdue: int = 0
    open_paused: int = 0
    open_undated: int = 0
    scores: Mapping[int, int] = field(default_factory=dict)

    @property
    def settled(self) -> int:
        """Accepted dossiers whose handling ended: decided, stopped or withdrawn."""
        return self.early + self.on_time + self.late + self.undated

    @property
    def in_time(self) -> int:
        return self.early + self.on_time

    @property
    def rate(self) -> float | None:
        """Of those with a date, the part that ended in time, in percent with one decimal; None without any.

        Rounded down, so that 100 % is said only of all.
        """
        judged = self.in_time + self.late
        return self.in_time * 1000 // judged / 10 if judged else None

    @property
    def being_handled(self) -> int:
        """Accepted and not ended yet."""
        return self.open_in_time + self.open_overdue + self.open_paused + self.open_undated

    @property
    def mean_days(self) -> float | None:
        return round(self.days / self.settled, 1) if self.settled else None

    @property
    def mean_legal_days(self) -> float | None:
        return round(self.legal_days / self.settled, 1) if self.settled else None

    @property
    def without_apology(self) -> int:
        return self.late - self.apologised

    @property
    def ratings(self) -> int:
        return sum(self.scores.values())

    @property
    def satisfaction(self) -> "Satisfaction | None":
        """None while there are too few answers."""
        if self.ratings < FEWEST_RATINGS:
            return None
        total = sum(score * number for score, number in self.scores.items())
        return Satisfaction(round(total / self.ratings, 1), self.ratings, dict(self.scores))


@dataclass(frozen=True)
class Satisfaction:
    """The average score, how many gave one, and how many gave which."""

    average: float
    count: int
    distribution: Mapping[int, int]


NAMES = frozenset(one.name for one in fields(Figures)) - {"scores"}


def counted_at() -> datetime | None:
    """Return when the tallies were counted; None before the first time."""
    return TallyCount.objects.values_list("counted_at", flat=True).first()


def span() -> tuple[Month, Month] | None:
    """From the first month with a dossier to that of the last count; None while there is nothing."""
    found = Tally.objects.aggregate(first=Min("month"), last=Max("month"))
    at = counted_at()
    if found["first"] is None or at is None:
        return None
    return found["first"], max(month_of(at), found["last"])


def within(period: Period | None) -> QuerySet[Tally]:
    """Return the tallies of that period; of all time without one."""
    rows = Tally.objects.all()
    return rows.filter(month__gte=period.first, month__lte=period.last) if period else rows


def total(rows: QuerySet[Tally], last: Month) -> Figures:
    """Return the sums over these tallies; what is open, at the end of the month `last`."""
    flows = rows.aggregate(**_sums((*FLOWS, *SCORES)))
    return _figures(flows | _at(rows, last).aggregate(**_sums(STOCKS)))


def flows_of(rows: QuerySet[Tally]) -> Figures:
    """Return the sums over these tallies without what is open, which is of one month."""
    return _figures(rows.aggregate(**_sums((*FLOWS, *SCORES))))


def by(rows: QuerySet[Tally], *columns: str, last: Month) -> dict[Any, Figures]:
    """Return the same, apart for each value of the columns (a tuple of values where there are several)."""
    found: dict[Any, dict[str, int]] = {}
    for part, names in ((rows, (*FLOWS, *SCORES)), (_at(rows, last), STOCKS)):
        for row in part.order_by().values(*columns).annotate(**_sums(names)):
            key = tuple(row[column] for column in columns)
            found.setdefault(key if len(key) > 1 else key[0], {}).update(row)
    return {key: _figures(sums) for key, sums in found.items()}


def by_month(rows: QuerySet[Tally]) -> dict[Month, Figures]:
    """Month by month; what is open, at the end of each."""
    return {key[0]: one for key, one in by_month_and(rows).items()}


def by_month_and(rows: QuerySet[Tally], *columns: str) -> dict[tuple[Any, ...], Figures]:
    """Return the same, apart for each value of the columns: (month, value, …)."""
    sums = rows.order_by().values("month", *columns).annotate(**_sums((*FLOWS, *STOCKS, *SCORES)))
    return {tuple(row[column] for column in ("month", *columns)): _figures(row) for row in sums}


def names(column: str, title: str) -> dict[UUID | None, str]:
    """Return what agencies, services or fields are called in the tallies, by their keys."""
    return dict(Tally.objects.order_by().values_list(column, title).distinct())


def _at(rows: QuerySet[Tally], month: Month) -> QuerySet[Tally]:
    return rows.filter(month=month)


def _sums(measures: Iterable[str]) -> dict[str, Any]:
    return {f"sum_{name}": Sum(name, default=0) for name in measures}


def _figures(sums: Mapping[str, Any]) -> Figures:
    numbers = {name: sums.get(f"sum_{name}", 0) for name in NAMES}
    scores = {score: sums.get(f"sum_score_{score}", 0) for score in range(LOWEST, HIGHEST + 1)}
    return Figures(**numbers, scores=scores)
