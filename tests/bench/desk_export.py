"""Takes one list of the desk along, in a process of its own, and prints as JSON what that cost.

`desk_export.py csv lanh-dao@example.vn`, with DATABASE_URL and DJANGO_SETTINGS_MODULE set; called by desk.py.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1024 * 1024


def main(kind: str, email: str) -> None:
    """The list of all dossiers of that officer, after a short one that warms up what is loaded once."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    from django.test import Client
    from django.urls import reverse

    from accounts.models import User
    from services.forms.models import Submission
    from tests.builders_accounts import just_confirmed

    user, client = User.objects.get(email=email), Client()
    client.force_login(user)
    just_confirmed(client, user)
    path = reverse("desk_export", args=[kind])
    for _piece in client.get(path, {"queue": "results"}).streaming_content:
        pass
    before = now_in_memory()
    began = time.perf_counter()
    answer = client.get(path, {"queue": "all"})
    sizes, first = [], 0.0
    for piece in answer.streaming_content:
        first = first or time.perf_counter() - began
        sizes.append(len(piece))
    told = {
        "rows": Submission.objects.handled_by(user).count(),
        "pieces": len(sizes),
        "megabytes": sum(sizes) / MEGABYTE,
        "seconds": time.perf_counter() - began,
        "first": first,
        "growth": most_in_memory() - before,
    }
    print(json.dumps(told))  # noqa: T201 (read by desk.py)


def now_in_memory() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / MEGABYTE


def most_in_memory() -> float:
    """The most megabytes it ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
