"""Importing every national record, on SQLite and on a PostgreSQL of its own: `NATIONAL_RECORDS=… make bench-import`.

Each database is new, with the departments a record may name; the command runs in a process of its own, twice. Prints
what it took and ends with an error when a promise is broken. Databases and files go with it.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.bench.import_promises import Run, broken_promises  # noqa: E402
from tests.postgres import Server, find_programs  # noqa: E402

PREPARE = """
from django.core.management import call_command
from tests.builders import make_department
call_command("migrate", verbosity=0)
call_command("createcachetable")
for title, kind in (
    *((f"Sở {name}", "so") for name in (
        "Công Thương", "Dân tộc và Tôn giáo", "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Ngoại vụ", "Nội vụ",
        "Nông nghiệp và Môi trường", "Tài chính", "Tư pháp", "Văn hóa, Thể thao và Du lịch", "Xây dựng", "Y tế",
    )),
    ("Ủy ban nhân dân cấp xã", "ubnd_xa"), ("Công an tỉnh", "cong_an"), ("Công an cấp xã", "cong_an_xa"),
    ("Thanh tra tỉnh", "thanh_tra"),
):
    make_department(title, kind=kind)
"""


class Database(NamedTuple):
    name: str
    url: str


def main() -> None:
    """Import into both, report."""
    records = os.environ.get("NATIONAL_RECORDS")
    if not records:
        raise SystemExit("NATIONAL_RECORDS names no file of national records (.jsonl or .jsonl.gz).")
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as private:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "MEDIA_ROOT": folder,
            "PRIVATE_ROOT": private,
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        }
        broken = measured(Database("SQLite", f"sqlite:///{folder}/portal.sqlite3"), records)
        broken += on_postgres(records)
    if broken:
        raise SystemExit("✗ " + "\n✗ ".join(broken))
    say("✓ Every promise is kept.")


def on_postgres(records: str) -> list[str]:
    """The same on PostgreSQL, where there is one."""
    programs = find_programs()
    if programs is None:
        say("No PostgreSQL here: not measured on it.")
        return []
    server = Server(programs)
    try:
        server.start()
        return measured(Database("PostgreSQL", server.url.replace("/portal?", "/postgres?")), records)
    finally:
        server.stop()


def measured(database: Database, records: str) -> list[str]:
    """Both runs; the promises they broke."""
    os.environ["DATABASE_URL"] = database.url
    subprocess.run([sys.executable, "manage.py", "shell", "--verbosity", "0", "-c", PREPARE], cwd=ROOT, check=True)
    first, second = (imported(records) for _ in range(2))
    for name, run in (("first run", first), ("second run", second)):
        say(
            f"{database.name}, {name}: {run.last_line}; {run.seconds:.0f} s ({run.busy:.0f} s of a processor), "
            f"{run.per_second:.1f} records/s ({run.per_busy_second:.1f}), memory {run.megabytes:.0f} MB"
        )
    return [f"{database.name}: {broken}" for broken in broken_promises(first, second)]


def imported(records: str) -> Run:
    """One run of the command, in a process that does nothing else."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", CHILD, "import_procedures", records, "--publish"]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(told[-2], time.perf_counter() - began, busy, int(told[-1]) / 1024)


CHILD = """
import resource, sys
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (told to a person)


if __name__ == "__main__":
    main()
