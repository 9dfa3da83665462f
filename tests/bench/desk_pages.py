"""The pages that `make bench-desk` asks for, as whom, and what each costs."""

import os
import statistics
import time
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from services.forms.desk.queues import QUEUES
from services.forms.models import Submission
from tests.bench.desk_dossiers import Province
from tests.bench.desk_measures import Cost

REQUESTS = int(os.environ.get("REQUESTS", "15"))
WARM_UP = 3


def measured_pages(province: Province) -> dict[str, Cost]:
    """Name of the page → its cost, for an officer, a head and a one-stop officer of all departments."""
    office = province.offices[0]
    people = {"officer": office.officers[0], "head": office.head, "one stop": province.one_stop}
    found = {}
    for role, person in people.items():
        client = Client()
        client.force_login(person)
        for name, path, asked in _pages(person):
            found[f"{role}: {name}"] = _cost(client, path, asked)
    return found


def _pages(person: Any) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Name, address, parameters. Names stay the same however many dossiers there are."""
    for queue in QUEUES:
        yield queue.name, reverse(queue.route), {}
    everything = reverse("desk_all")
    handled = Submission.objects.handled_by(person)
    one = handled.order_by("filed_at", "pk")[len(SOME)]
    yield "search, whole code", everything, {"q": str(one.code)}
    yield "search, part of a code", everything, {"q": str(one.code)[-11:]}
    yield "search, name", everything, {"q": "Nguyễn Thị Ước"}
    yield "search, family name", everything, {"q": "nguyen"}
    yield "search, telephone number", everything, {"q": str(one.answers["phone"])}
    yield "search, nothing found", everything, {"q": "khong co ai ten nay"}
    yield "one service", everything, {"service": str(one.service_key)}
    yield "one state, filed last first", everything, {"state": "10", "sort": "newest"}
    yield "filed since and until", everything, {"since": f"{one.filed_at:%Y-%m-%d}", "until": "2999-12-31"}
    yield "changed last first", everything, {"sort": "changed"}
    yield "by code", everything, {"sort": "code"}
    yield "last page", everything, {"page": str(_last_page(handled.count()))}
    yield "dossier", reverse("desk_dossier", args=[one.pk]), {}


SOME = range(20)
"""Which dossier is looked for: the n-th that was filed."""


def _last_page(count: int) -> int:
    from services.forms.desk.listing import MOST, PER_PAGE

    return -(-min(count, MOST) // PER_PAGE)


def _cost(client: Client, path: str, asked: dict[str, str]) -> Cost:
    """Median of several requests after some that warm up; the questions are counted in one that is not timed."""
    for _ in range(WARM_UP):
        answer = client.get(path, asked)
        assert answer.status_code == 200, (path, asked, answer.status_code)
    with CaptureQueriesContext(connection) as queries:
        client.get(path, asked)
    times = []
    for _ in range(REQUESTS):
        began = time.perf_counter()
        client.get(path, asked)
        times.append(time.perf_counter() - began)
    return Cost(len(queries), statistics.median(times) * 1000)
