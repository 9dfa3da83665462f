"""The SQLite database every worker of the tests begins with a copy of: migrated, with the trunk of the page tree.

Made once for the same migrations, packages and trunk, in a process of its own, so that not every worker makes
it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "tests"
"""Holds the last one; its name tells what it was made from, so that it is never out of date."""


def path() -> Path:
    """Where the database made from exactly what lies here is kept."""
    migrations = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py")]
    sources = [ROOT / "requirements.txt", ROOT / "home" / "setup.py", *sorted(migrations)]
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources))
    return FOLDER / f"{digest.hexdigest()[:16]}.sqlite3"


def make() -> None:
    """Make it unless it is there; UsageError with what Django said when that fails."""
    if path().exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.sqlite3"
        more = {"DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": f"sqlite:///{made}"}
        command = [sys.executable, "-m", __name__, str(made)]
        environment = os.environ | more | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"}
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if run.returncode:
            raise pytest.UsageError(f"The database could not be migrated:\n{run.stderr[-4000:]}")
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        shutil.copy(made, path().with_suffix(".part"))
        path().with_suffix(".part").rename(path())


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
