"""The pages that `make bench-desk` asks for, as whom, and what each costs with few dossiers and with many."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from django.urls import NoReverseMatch, reverse

from services.forms.desk.queue_filters import MOST, PER_PAGE
from services.forms.desk.queues import QUEUES
from services.forms.models import Submission
from tests.bench.desk_measures import MOST_OF_STATISTICS, Cost, Measured
from tests.bench.desk_submissions import Province

ROOT = Path(__file__).resolve().parents[2]
REQUESTS = int(os.environ.get("REQUESTS", "15"))
WARM_UP = 3
OLD = 20
"""The dossier that is looked for: so many were filed before it."""


@dataclass(frozen=True)
class Page:
    """A page, as one person asks for it."""

    name: str
    email: str
    path: str
    asked: dict[str, str]
    is_list: bool = True
    most: float | None = None


def pages(province: Province) -> Iterator[Page]:
    """In the same order, and about the same dossiers, however many there are."""
    office = province.offices[0]
    people = {"officer": office.officers[0], "head": office.head, "one stop": province.one_stop}
    for role, person in people.items():
        for queue in QUEUES:
            yield Page(f"{role}: {queue.name}", person.email, reverse(queue.route), {})
        for name, asked in _questions(person):
            yield Page(f"{role}: {name}", person.email, reverse("desk_all"), asked)
        one = _old(person)
        yield Page(f"{role}: dossier", person.email, reverse("desk_dossier", args=[one.pk]), {}, is_list=False)
    yield from _numbers(province)


def _numbers(province: Province) -> Iterator[Page]:
    """Pages of numbers: a supervisor's, and the public one of statistics where the portal has it."""
    told: dict[str, Any] = {"asked": {}, "is_list": False, "most": MOST_OF_STATISTICS}
    email = province.supervisor.email
    yield Page("supervisor: numbers by agency", email, reverse("desk"), **told)
    try:
        yield Page("statistics", email, reverse("statistics"), **told)
    except NoReverseMatch:
        return


def _old(person: Any) -> Submission:
    found: Submission = Submission.objects.handled_by(person).order_by("filed_at", "pk")[OLD]
    return found


def _questions(person: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """What is asked of the list of all dossiers."""
    one = _old(person)
    last = -(-min(Submission.objects.handled_by(person).count(), MOST) // PER_PAGE)
    yield "search, whole code", {"q": str(one.code)}
    yield "search, part of a code", {"q": str(one.code)[-11:]}
    yield "search, name", {"q": "Nguyễn Thị Ước"}
    yield "search, family name", {"q": "nguyen"}
    yield "search, two letters", {"q": "ha"}
    yield "search, telephone number", {"q": str(one.answers["phone"])}
    yield "search, nothing found", {"q": "khong co ai ten nay"}
    yield "one service", {"service": str(one.service_key)}
    yield "one state, filed last first", {"state": "10", "sort": "newest"}
    yield "filed since and until", {"since": f"{one.filed_at:%Y-%m-%d}", "until": "2999-12-31"}
    yield "changed last first", {"sort": "changed"}
    yield "due first", {"sort": "due"}
    yield "by code", {"sort": "code"}
    yield "last page", {"page": str(last)}


class Visitor:
    """The process that asks (desk_visitor.py)."""

    def __init__(self, database: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("desk_visitor.py"))],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": database},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_told: object) -> None:
        self.process.communicate()

    def ask(self, page: Page, *, counts: bool = False) -> float:
        """Seconds of one request, or how many questions it asks of the database."""
        told = {"email": page.email, "path": page.path, "asked": page.asked, "counts": counts}
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(told) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"✗ {page.name} could not be measured.")
        return float(json.loads(answer)["queries" if counts else "seconds"])


def measured(few: Visitor, many: Visitor, asked: list[tuple[Page, Page]]) -> Iterator[Measured]:
    """Each page as it is with few dossiers and with many, asked in turn."""
    for page, same in asked:
        both = ((few, page), (many, same))
        for _ in range(WARM_UP):
            for visitor, one in both:
                visitor.ask(one)
        queries = [int(visitor.ask(one, counts=True)) for visitor, one in both]
        times = [[visitor.ask(one) for visitor, one in both] for _ in range(REQUESTS)]
        medians = [statistics.median(column) * 1000 for column in zip(*times, strict=True)]
        yield Measured(page.name, *map(Cost, queries, medians), is_list=page.is_list, most=page.most)
