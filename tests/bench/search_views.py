"""The search over a database with many pages, ours beside Wagtail's own: part of `make bench-search`.

Each size gets a database of its own with made-up services, written as rows and not saved one by one. What is measured
is the time of this processor: the page of results, a suggestion, a chooser's list; then the same words asked of the
backends that come with Wagtail, and what the index costs when a page is saved.
"""

import os
import re
import sys
import uuid
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

ASKED = (
    "giấy phép xây dựng",
    "giay phep xay dung nha o",
    "gia hạn giấy phép lao động",
    "tro cap xa hoi nguoi cao tuoi",
)
STOCK = {
    "sqlite": "modelsearch.backends.database.sqlite.sqlite.SQLiteSearchBackend",
    "postgresql": "modelsearch.backends.database.postgres.postgres.PostgresSearchBackend",
}
AT_ONCE = 2_000
HEADS = (
    "database   services  read all      view   suggest  view, all     stock   chooser      save  stock save\n"
    "                       ms of this processor         ms waited, the database's work among them"
)


def main(sizes: list[int]) -> None:
    """Let the database of DATABASE_URL grow to each size and print a line of figures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.conf import settings

    from core.table_statistics import count_rows
    from tests.builders import make_department

    settings.SEARCH_FRESH_SECONDS = 0
    department, services = make_department("Sở Xây dựng", kind="so"), 0
    say(HEADS)
    for size in sizes:
        fill(department, services, size)
        services = size
        count_rows()
        settings.SEARCH_FRESH_SECONDS = 0
        measure(size)


def measure(size: int) -> None:
    """Print what is asked of a database with so many services."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from wagtail.models import Page
    from wagtail.search.backends import get_search_backend

    from services.models import ServicePage

    client, live = Client(), Page.objects.filter(live=True)
    read = of_processor(lambda: asked(client, "/tim-kiem/", "x"))
    settings.SEARCH_FRESH_SECONDS = 600  # nothing is published meanwhile
    stock, ours = get_search_backend(STOCK[connection.vendor], SEARCH_CONFIG="simple"), get_search_backend()
    service = ServicePage.objects.last()
    page = [of_processor(lambda words=words: asked(client, "/tim-kiem/", words)) for words in ASKED * 3]
    typed = [of_processor(lambda words=words: asked(client, "/tim-kiem/goi-y/", words[:9])) for words in ASKED * 3]
    figures = [
        read,
        median(page),
        median(typed),
        median(waited(lambda words=words: asked(client, "/tim-kiem/", words)) for words in ASKED),
        median(waited(lambda words=words: list(stock.search(plain(words), live)[:20])) for words in ASKED),
        median(waited(lambda words=words: list(ours.autocomplete(words, live)[:25])) for words in ASKED),
        median(waited(lambda: ours.add(service)) for _ in range(5)),
        median(waited(lambda: stock.add(service)) for _ in range(3)),
    ]
    ours.add(service)
    say(f"{connection.vendor:<11}{size:>8}" + "".join(f"{one:>10.1f}" for one in figures))
    if connection.vendor == "postgresql":
        plan = Page.objects.search("nhà 1234").get_queryset().explain()
        say(f"  read whole for a rare word: {sorted(set(re.findall('Seq Scan on ([a-z_]+)', plan))) or 'nothing'}")


def fill(department, begin: int, end: int) -> None:
    """Write services number `begin` to `end` as rows, with their entries in the index."""
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Locale, Page
    from wagtail.search.backends import get_search_backend

    from core.text import slug
    from services.models import ServicePage
    from tests.bench.search import made_up_names

    backend = get_search_backend()
    kind, locale, now = ContentType.objects.get_for_model(ServicePage), Locale.get_default(), timezone.now()
    for start in range(begin, end, AT_ONCE):
        services = []
        for number, title in enumerate(made_up_names(start, min(start + AT_ONCE, end)), start):
            service = ServicePage(
                title=title, draft_title=title, slug=f"{slug(title)}-{number}", official_name=title, level=2,
                path=ServicePage._get_path(department.path, department.depth + 1, number + 1),
                depth=department.depth + 1, content_type=kind, locale=locale, translation_key=uuid.uuid4(),
                live=True, first_published_at=now, last_published_at=now, url_path=f"/x/{number}/",
                unique_slug=f"vi:{slug(title)}-{number}",
            )  # fmt: skip
            services.append(service)
        write(services)
        backend.add_bulk(ServicePage, services)
    Page.objects.filter(pk=department.pk).update(numchild=end)


def write(services: list) -> None:
    """Write both rows of each, of the page and of the service, without what saving does besides."""
    from django.db.models import sql
    from wagtail.models import Page

    from services.models import ServicePage

    columns = [field.attname for field in Page._meta.concrete_fields]
    pages = [Page(**{name: getattr(one, name) for name in columns}) for one in services]
    Page.objects.bulk_create(pages)
    for service, page in zip(services, pages, strict=True):
        service.pk = service.id = service.page_ptr_id = page.pk
    own = [field for field in ServicePage._meta.local_concrete_fields if not field.generated]
    for start in range(0, len(services), 10):
        query = sql.InsertQuery(ServicePage)
        query.insert_values(own, services[start : start + 10])
        query.get_compiler("default").execute_sql()


def asked(client, address: str, words: str) -> None:
    """Ask for a page, which has to come."""
    answer = client.get(address, {"q": words}, secure=True)
    if answer.status_code != 200:
        raise SystemExit(f"{address} {words}: {answer.status_code}")


def plain(words: str) -> str:
    """Return words as the index keeps them, so that Wagtail's own backend, which does not fold, has as much to find."""
    from search.backends.folding import asked_words

    return " ".join(asked_words(words))


def of_processor(ask) -> float:
    """Return the milliseconds of this processor that something takes; the database's are its own."""
    start = process_time()
    ask()
    return 1000 * (process_time() - start)


def waited(ask) -> float:
    """Return the milliseconds somebody waits, the database's among them."""
    start = perf_counter()
    ask()
    return 1000 * (perf_counter() - start)


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (told to a person)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
