"""What lists, home pages and the editors' area cost with the services that stand in the database.

`DATABASE_URL=… make bench-pages`, meant for a database into which national records were imported, or for one that
`PAGES_MADE_UP=4300` fills with made-up services; nothing is left in it. Ends with an error when a page does not answer
or a budget of the editors' area is broken; what public pages cost is printed only.
"""

import os
import re
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

PUBLIC = ("/", "/dich-vu/", "/dich-vu/?page=20", "/dich-vu/?level=3", "/co-quan/", "/muc-do/", "/api/v2/services/")
TIMES = 3
OK = 200
EDITOR = "/quan-tri/pages/{}/edit/"


class Budget(NamedTuple):
    """What a page of the editors' area may cost at the most; of 50 rows where it is a list."""

    queries: int
    size: int
    nodes: int = sys.maxsize


LIST, DASHBOARD, QUEUE = Budget(45, 200_000), Budget(45, 200_000), Budget(40, 100_000)
LONG_SERVICE = (20, 500_000, 4_500)
"""The budgets of tests/services/admin_list, tests/home and tests/services/editing; a long service may ask 20 questions
more than a notice does.
"""
LISTS = {
    "/quan-tri/": DASHBOARD,
    "/quan-tri/services/": LIST,
    "/quan-tri/services/?p=20": LIST,
    "/quan-tri/services/?q=giay%20phep": LIST,
    "/quan-tri/pages/search/?q=giay%20phep": LIST,
    "/quan-tri/reports/translations/": LIST,
    "/quan-tri/dich/": QUEUE,
}


class Cost(NamedTuple):
    queries: int
    size: int
    nodes: int


def main() -> None:
    """Ask for every page, then take back what logging in left."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.db import transaction
    from django.test import Client

    from accounts.models import User
    from services.models import ServicePage

    broken: list[str] = []
    with transaction.atomic():
        if made_up := int(os.environ.get("PAGES_MADE_UP", "0")):
            from tests.bench.catalogue import make_catalogue

            make_catalogue(made_up, first=ServicePage.objects.count(), indexed=True)
        say(f"{ServicePage.objects.live().count():,} public services, {ServicePage.objects.count():,} in all")
        editor = Client()
        editor.force_login(User.objects.create_superuser("bench@example.vn"))
        for address in PUBLIC:
            ask(Client(), address)
        for address, budget in LISTS.items():
            broken += beyond(address, ask(editor, address), budget)
        broken += beyond_of_the_longest(editor)
        transaction.set_rollback(True)
    if broken:
        raise SystemExit("✗ " + "\n✗ ".join(broken))


def beyond_of_the_longest(editor) -> list[str]:
    """What is wrong with the editor of the service that has the most rows, beside that of a notice."""
    from django.db.models import Count

    from home.models import NoticePage
    from services.models import ServicePage

    longest = ServicePage.objects.annotate(rows=Count("documents")).order_by("-rows").first()
    notice = NoticePage.objects.first()
    if not longest or not notice:
        return ["no service or no notice to compare with"]
    usual = ask(editor, EDITOR.format(notice.pk)).queries
    say(f"  the longest service has {longest.rows} papers")
    more, size, nodes = LONG_SERVICE
    return beyond("the longest service", ask(editor, EDITOR.format(longest.pk)), Budget(usual + more, size, nodes))


def beyond(name: str, cost: Cost, budget: Budget) -> list[str]:
    """What a page costs beyond its budget, in a sentence each."""
    told = zip(("queries", "bytes", "elements"), cost, budget, strict=True)
    return [f"{name}: {is_now:,} {what}, at most {most:,}" for what, is_now, most in told if is_now > most]


def ask(client, address: str) -> Cost:
    """Print what one page costs, the quickest of some times; return what does not depend on the machine."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken = []
    for _ in range(TIMES):
        began = time.process_time()
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address, secure=True)
        if answer.status_code != OK:
            raise SystemExit(f"✗ {address} answers {answer.status_code}")
        taken.append((time.process_time() - began) * 1000)
    size, nodes = len(answer.content), len(re.findall(rb"<[a-zA-Z]", answer.content))
    say(
        f"{address:<40}{answer.status_code:>5}{len(asked):>5} queries{size:>9,} bytes{min(taken):>8.0f} ms of processor"
    )
    return Cost(len(asked), size, nodes)


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (told to a person)


if __name__ == "__main__":
    main()
