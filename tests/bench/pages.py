"""What lists and home pages cost with the services that stand in the database: `DATABASE_URL=… make bench-pages`.

Meant for a database into which national records were imported; nothing is left in it.
"""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

PUBLIC = ("/", "/dich-vu/", "/dich-vu/?page=20", "/dich-vu/?level=3", "/co-quan/", "/muc-do/", "/api/v2/services/")
OF_EDITORS = ("/quan-tri/", "/quan-tri/services/", "/quan-tri/services/?q=giay%20phep")
TIMES = 3


def main() -> None:
    """Ask for every page, then take back what logging in left."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.db import transaction
    from django.test import Client

    from accounts.models import User
    from services.models import ServicePage

    say(f"{ServicePage.objects.live().count():,} public services, {ServicePage.objects.count():,} in all")
    with transaction.atomic():
        editor = Client()
        editor.force_login(User.objects.create_superuser("bench@example.vn"))
        for client, addresses in ((Client(), PUBLIC), (editor, OF_EDITORS)):
            for address in addresses:
                report(client, address)
        transaction.set_rollback(True)


def report(client, address: str) -> None:
    """Print what one page costs, the quickest of some times."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            answer = client.get(address, secure=True)
        taken.append((time.perf_counter() - began) * 1000)
    say(f"{address:<36}{answer.status_code:>5}{len(asked):>5} queries{min(taken):>8.0f} ms")


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (told to a person)


if __name__ == "__main__":
    main()
