"""The desk under load, on a PostgreSQL of its own: `make bench-desk`.

Builds 500 dossiers, measures every page, builds up to 50,000, measures again, and takes a list of more than 10,000
along in a process of its own. Prints what was measured and ends with an error when a promise is broken. Server and
files go with it.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.bench.desk_measures import EXPORTED_ROWS, FEW, MANY, MOST_MEMORY, Measured, verdicts  # noqa: E402
from tests.postgres import Server, find_programs, leave_out  # noqa: E402


def main() -> None:
    """Start the server, measure, report."""
    programs = find_programs()
    if programs is None:
        leave_out()
        return
    server = Server(programs)
    try:
        server.start()
        with tempfile.TemporaryDirectory() as folder:
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "config.settings.test",
                "DATABASE_URL": server.url.replace("/portal?", "/postgres?"),
                "MEDIA_ROOT": folder,
                "PRIVATE_ROOT": folder,
            }
            broken = measure()
    finally:
        server.stop()
    if broken:
        raise SystemExit("✗ " + "\n✗ ".join(broken))
    say("✓ Every promise is kept.")


def measure() -> list[str]:
    """Everything, in one run; the promises that were broken."""
    import django

    django.setup()
    from django.core.management import call_command

    from home.setup import ensure_trunk
    from tests.bench.desk_dossiers import Province
    from tests.bench.desk_pages import measured_pages

    call_command("migrate", verbosity=0)
    ensure_trunk()
    province = Province()
    grow(province, FEW)
    few = measured_pages(province)
    grow(province, MANY)
    many = measured_pages(province)
    pages = [Measured(name, few[name], many[name]) for name in few]
    exports = [exported(kind, province.offices[0].head.email) for kind in ("csv", "xlsx")]
    report(pages, exports)
    return verdicts(pages, exports)


def grow(province: object, total: int) -> None:
    """Add dossiers, then do what PostgreSQL's own housekeeping does by itself after some minutes."""
    from django.db import connection

    began = time.perf_counter()
    province.grow_to(total)  # type: ignore[attr-defined]  # tests are not typed
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    say(f"{total:,} dossiers stand there after {time.perf_counter() - began:.0f} s.")


def exported(kind: str, email: str) -> dict[str, float]:
    """What one list cost, measured in a process that does nothing else."""
    command = [sys.executable, str(Path(__file__).with_name("desk_export.py")), kind, email]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    return {"kind": kind, **json.loads(told)}


def report(pages: list[Measured], exports: list[dict[str, float]]) -> None:
    """The tables."""
    say(f"\n{'page':<44}{'queries':>8}{f'{FEW:,}':>10}{f'{MANY:,}':>10}{'ratio':>8}")
    for page in pages:
        row = f"{page.name:<44}{page.queries:>8}{page.few.milliseconds:>7.0f} ms{page.many.milliseconds:>7.0f} ms"
        say(f"{row}{page.ratio:>7.1f}×")
    for told in exports:
        say(
            f"\nlist as {told['kind']}: {told['rows']:,} rows (at least {EXPORTED_ROWS:,}), "
            f"{told['megabytes']:.1f} MB in {told['pieces']:,} pieces, {told['seconds']:.1f} s, first piece after {told['first']:.2f} s, "
            f"memory +{told['growth']:.0f} MB (at most +{MOST_MEMORY} MB)"
        )


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (told to a person)


if __name__ == "__main__":
    main()
