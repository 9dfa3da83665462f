"""The database every worker of the tests begins with a copy of: migrated, with the trunk of the page tree.

Made once for the same migrations, packages and trunk, in a process of its own, so that not every worker makes
it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.postgres_server import Server

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "tests"
"""Holds the last one of each kind; its name tells what it was made from, so that it is never out of date."""


def path() -> Path:
    """Where the SQLite database made from exactly what lies here is kept."""
    return FOLDER / f"{_digest()}.sqlite3"


def cluster() -> Path:
    """Where the PostgreSQL cluster made from it is kept, its database as a template."""
    return FOLDER / f"{_digest()}.postgresql.tar"


def _digest() -> str:
    """Tell what a migrated database is made from."""
    migrations = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py")]
    sources = [ROOT / "requirements.txt", ROOT / "home" / "setup.py", *sorted(migrations)]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]


def make() -> None:
    """Make the one of SQLite unless it is there; UsageError with what Django said when that fails."""
    if path().exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.sqlite3"
        _migrate(f"sqlite:///{made}")
        with _place(path()) as place:
            shutil.copy(made, place)


def make_cluster(programs: Path) -> None:
    """Make the one of PostgreSQL unless it is there, on a server that goes again."""
    if cluster().exists():
        return
    server = Server(programs)
    try:
        server.start()
        _migrate(server.url)
        with _place(cluster()) as place:
            server.keep(place)
    finally:
        server.stop()


def _migrate(address: str) -> None:
    """Migrate an empty database in a process of its own."""
    more = {"DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": address}
    command = [sys.executable, "-m", __name__]
    environment = os.environ | more | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        raise pytest.UsageError(f"The database could not be migrated:\n{run.stderr[-4000:]}")


@contextmanager
def _place(place: Path) -> Iterator[Path]:
    """Give a path to write to, and put what was written into its place; older ones of its kind go."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.part")
    yield part
    for older in FOLDER.glob(f"*{''.join(place.suffixes)}"):
        older.unlink(missing_ok=True)
    part.rename(place)


def main() -> None:
    """Migrate the database that DATABASE_URL names and plant the trunk."""
    import django  # noqa: PLC0415 (settings are chosen by now)

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 (applications are ready only now)

    from home.setup import ensure_trunk  # noqa: PLC0415 (applications are ready only now)

    call_command("migrate", interactive=False, run_syncdb=True, verbosity=0)
    ensure_trunk()


if __name__ == "__main__":
    main()
