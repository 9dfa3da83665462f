"""How well the search answers judged queries: the right service first, among the first five, or nothing at all."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

FIVE = 5


@dataclass(frozen=True)
class JudgedQuery:
    """A query with the codes of every service that answers it; without codes it is for the authority `elsewhere`."""

    query: str
    language: str
    kind: str
    codes: frozenset[str]
    part: str
    elsewhere: str


@dataclass(frozen=True)
class Result:
    """What one query came to. `rank` counts from 1, 0 when no right service was found."""

    kind: str
    rank: int
    found: int
    milliseconds: float


@dataclass(frozen=True)
class Figures:
    """Shares of the queries of one kind, from 0 to 1; `mrr` is the mean of 1 / rank."""

    queries: int
    first: float
    in_five: float
    mrr: float
    nothing: float
    median_ms: float
    p95_ms: float


def read_queries(path: Path, part: str = "") -> list[JudgedQuery]:
    """Return the queries of a file, of one part (tuning, checking) if it is named."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    queries = [_query(line) for line in lines]
    return [query for query in queries if part in ("", query.part)]


def _query(line: dict[str, Any]) -> JudgedQuery:
    return JudgedQuery(
        query=line["query"],
        language=line["language"],
        kind=line["kind"],
        codes=frozenset(line["codes"]),
        part=line["set"],
        elsewhere=line.get("elsewhere", ""),
    )


def rank_of(codes: Iterable[str], right: frozenset[str]) -> int:
    """Return the place of the first right code, from 1; 0 when there is none."""
    return next((place for place, code in enumerate(codes, start=1) if code in right), 0)


def figures_by_kind(results: Iterable[Result]) -> dict[str, dict[str, float]]:
    """Return the figures of each kind and of all queries."""
    by_kind: dict[str, list[Result]] = {}
    for result in results:
        for kind in (result.kind, "all"):
            by_kind.setdefault(kind, []).append(result)
    return {kind: asdict(_figures(own)) for kind, own in sorted(by_kind.items())}


def _figures(results: list[Result]) -> Figures:
    count, times = len(results), sorted(result.milliseconds for result in results)
    cuts = quantiles(times, n=20, method="inclusive") if count > 1 else times * 19
    return Figures(
        queries=count,
        first=round(sum(result.rank == 1 for result in results) / count, 3),
        in_five=round(sum(0 < result.rank <= FIVE for result in results) / count, 3),
        mrr=round(sum(1 / result.rank for result in results if result.rank) / count, 3),
        nothing=round(sum(not result.found for result in results) / count, 3),
        median_ms=round(cuts[9], 1),
        p95_ms=round(cuts[18], 1),
    )
