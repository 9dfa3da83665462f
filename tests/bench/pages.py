"""What lists, home pages and the editors' area cost with the services that stand in the database.

`DATABASE_URL=… make bench-pages`, meant for a database into which national records were imported, or for one that
`PAGES_MADE_UP=4300` fills with made-up services; nothing is left in it. Ends with an error when a page does not answer
or a budget of the editors' area is broken; what public pages cost is printed only.
"""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.budgets import DASHBOARD, LIST, LONG_SERVICE, TRANSLATION_QUEUE, Cost  # noqa: E402

PUBLIC = ("/", "/dich-vu/", "/dich-vu/?page=2", "/dich-vu/?level=3", "/co-quan/", "/muc-do/", "/api/v2/services/")
TIMES = 3
OK = 200
NOBODYS_CODES = 900_000
"""From there on no real procedure has its code."""
EDITOR = "/quan-tri/pages/{}/edit/"
LISTS = {
    "/quan-tri/": DASHBOARD,
    "/quan-tri/services/": LIST,
    "/quan-tri/services/?p=2": LIST,
    "/quan-tri/services/?q=giay%20phep": LIST,
    "/quan-tri/pages/search/?q=giay%20phep": LIST,
    "/quan-tri/localize/reports/translations/": LIST,
    "/quan-tri/dich/": TRANSLATION_QUEUE,
}


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

            make_catalogue(made_up, first=NOBODYS_CODES, indexed=True)
        say(f"{ServicePage.objects.live().count():,} public services, {ServicePage.objects.count():,} in all")
        editor = Client()
        editor.force_login(User.objects.create_superuser("bench@example.vn"))
        for address in PUBLIC:
            ask(Client(), address)
        for address, budget in LISTS.items():
            broken += [f"{address}: {one}" for one in ask(editor, address).beyond(budget)]
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
    cost = ask(editor, EDITOR.format(longest.pk))
    beyond = cost._replace(queries=cost.queries - usual).beyond(LONG_SERVICE)
    return [f"the longest service, {longest.rows} papers: {one}" for one in beyond]


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
    cost = Cost.of(answer.content, len(asked))
    say(f"{address:<44}{cost.queries:>5} queries{cost.size:>9,} bytes{min(taken):>8.0f} ms of processor")
    return cost


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (told to a person)


if __name__ == "__main__":
    main()
