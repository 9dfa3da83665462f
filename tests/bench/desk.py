"""The desk under load, on a PostgreSQL of its own: `make bench-desk`.

Builds 500 dossiers and keeps a copy of that database, builds up to 50,000, asks for every page in both in turn, and
takes a list of more than 10,000 along in a process of its own. Prints what was measured and ends with an error when a
promise is broken. Server and files go with it.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.bench.desk_measures import EXPORTED_ROWS, FEW, MANY, MOST_MEMORY, Measured, verdicts  # noqa: E402
from tests.postgres import end_without  # noqa: E402
from tests.postgres_server import Server, find_programs  # noqa: E402

SMALL = "small"
"""The database with few dossiers; that with many is the one every PostgreSQL begins with."""


def main() -> None:
    """Start the server, measure, report."""
    programs = find_programs()
    if programs is None:
        end_without()
        return
    server = Server(programs)
    try:
        server.start()
        with tempfile.TemporaryDirectory() as folder:
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "config.settings.test",
                "DATABASE_URL": server.url,
                "MEDIA_ROOT": folder,
                "PRIVATE_ROOT": folder,
            }
            broken = measure(small=server.url.replace("/portal?", f"/{SMALL}?"))
    finally:
        server.stop()
    if broken:
        raise SystemExit("✗ " + "\n✗ ".join(broken))
    say("✓ Every promise is kept.")


def measure(*, small: str) -> list[str]:
    """Everything, in one run; the promises that were broken."""
    import django

    django.setup()
    from django.core.management import call_command

    from home.setup import ensure_trunk
    from tests.bench.desk_pages import Visitor, measured, pages
    from tests.bench.desk_submissions import Province

    call_command("migrate", verbosity=0)
    ensure_trunk()
    province = Province()
    asked_of_few = grown(province, FEW, lambda: list(pages(province)))
    execute(f"CREATE DATABASE {SMALL} TEMPLATE portal")
    asked_of_many = grown(province, MANY, lambda: list(pages(province)))
    with Visitor(small) as few, Visitor(os.environ["DATABASE_URL"]) as many:
        found = []
        for page in measured(few, many, list(zip(asked_of_few, asked_of_many, strict=True))):
            report_page(page, is_first=not found)
            found.append(page)
    exports = [exported(kind, province.offices[0].head.email) for kind in ("csv", "xlsx")]
    report_exports(exports)
    return verdicts(found, exports)


def grown(province: Any, total: int, then: Any) -> Any:
    """Add dossiers, then do what PostgreSQL's own housekeeping does by itself after some minutes."""
    began = time.perf_counter()
    province.grow_to(total)
    execute("VACUUM ANALYZE")
    count_statistics()
    say(f"{total:,} dossiers stand there after {time.perf_counter() - began:.0f} s.")
    return then()


def count_statistics() -> None:
    """As the worker does every ten minutes."""
    from services.forms.statistics.recount import recount_tallies

    recount_tallies()


def execute(statement: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)


def exported(kind: str, email: str) -> dict[str, Any]:
    """What one list cost, measured in a process that does nothing else."""
    command = [sys.executable, str(Path(__file__).with_name("desk_export.py")), kind, email]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    return {"kind": kind, **json.loads(told)}


def report_page(page: Measured, *, is_first: bool) -> None:
    if is_first:
        say(f"\n{'page':<44}{'queries':>8}{f'{FEW:,}':>10}{f'{MANY:,}':>10}{'ratio':>8}")
    row = f"{page.name:<44}{page.queries:>8}{page.few.milliseconds:>7.0f} ms{page.many.milliseconds:>7.0f} ms"
    say(f"{row}{page.ratio:>7.1f}×")


def report_exports(exports: list[dict[str, Any]]) -> None:
    for told in exports:
        say(
            f"\nlist as {told['kind']}: {told['rows']:,} rows (at least {EXPORTED_ROWS:,}), {told['megabytes']:.1f} MB "
            f"in {told['pieces']:,} pieces, {told['seconds']:.1f} s, first piece after {told['first']:.2f} s, "
            f"memory +{told['growth']:.0f} MB (at most +{MOST_MEMORY} MB)"
        )


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (told to a person)


if __name__ == "__main__":
    main()
