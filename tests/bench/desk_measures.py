"""What `make bench-desk` promises, and whether what was measured keeps it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FEW, MANY = 500, 50_000
MOST_QUERIES = 15
MOST_TIMES = 3.0
MOST_OF_STATISTICS = 200
"""Milliseconds of the page of statistics with many dossiers, when it was asked for before."""
EXPORTED_ROWS = 10_000
MOST_MEMORY = 150
"""Megabytes."""


@dataclass(frozen=True)
class Cost:
    """What one page costs: questions to the database, and the median of its times."""

    queries: int
    milliseconds: float


@dataclass(frozen=True)
class Measured:
    """One page, with few dossiers and with many."""

    name: str
    few: Cost
    many: Cost
    is_list: bool = True
    """A queue, for which the number of questions is promised; the page of a dossier shows much more of it."""
    most: float | None = None
    """Milliseconds it may take with many dossiers; its growth is then no matter."""

    @property
    def queries(self) -> int:
        return max(self.few.queries, self.many.queries)

    @property
    def ratio(self) -> float:
        return self.many.milliseconds / self.few.milliseconds


def verdicts(pages: Iterable[Measured], exports: Iterable[Mapping[str, Any]]) -> list[str]:
    """The promises that were broken, each in a sentence."""
    return [*_of_pages(pages), *_of_exports(exports)]


def _of_pages(pages: Iterable[Measured]) -> list[str]:
    broken = []
    for page in pages:
        if page.is_list and page.queries > MOST_QUERIES:
            broken.append(f"{page.name}: {page.queries} queries, at most {MOST_QUERIES}.")
        if page.most is not None and page.many.milliseconds > page.most:
            broken.append(f"{page.name}: {page.many.milliseconds:.0f} ms, at most {page.most:.0f} ms.")
        if page.most is None and page.ratio > MOST_TIMES:
            broken.append(f"{page.name}: {page.ratio:.1f} times as long as with few dossiers, at most {MOST_TIMES}.")
    return broken


def _of_exports(exports: Iterable[Mapping[str, Any]]) -> list[str]:
    broken = []
    for told in exports:
        if told["rows"] < EXPORTED_ROWS:
            broken.append(f"{told['kind']}: only {told['rows']} rows, at least {EXPORTED_ROWS}.")
        if told["growth"] > MOST_MEMORY:
            broken.append(f"{told['kind']}: memory grew by {told['growth']:.0f} MB, at most {MOST_MEMORY}.")
        if told["pieces"] < 2:
            broken.append(f"{told['kind']}: came in one piece.")
    return broken
