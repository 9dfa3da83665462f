"""Somebody at the desk, in a process of its own: asks for the page named on each line it reads, answers what it cost.

Two of them, one on the database with few dossiers and one on that with many, are asked in turn (desk_pages.py), so that
whatever else the machine does falls on both alike.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Until the input ends."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    clients: dict[str, Any] = {}
    for line in sys.stdin:
        told = json.loads(line)
        client = clients.setdefault(told["email"], None) or logged_in(told["email"])
        clients[told["email"]] = client
        print(json.dumps(cost(client, told)), flush=True)  # noqa: T201 (read by desk_pages.py)


def logged_in(email: str) -> Any:
    from django.test import Client

    from accounts.models import User

    client = Client()
    client.force_login(User.objects.get(email=email))
    return client


def cost(client: Any, told: dict[str, Any]) -> dict[str, float]:
    """Seconds of one request; or, when they are asked for, its questions to the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    if told.get("counts"):
        with CaptureQueriesContext(connection) as queries:
            visit(client, told)
            return {"queries": len(queries)}
    began = time.perf_counter()
    visit(client, told)
    return {"seconds": time.perf_counter() - began}


def visit(client: Any, told: dict[str, Any]) -> None:
    answer = client.get(told["path"], told["asked"])
    if answer.status_code != 200:
        raise SystemExit(f"{told['path']} {told['asked']}: {answer.status_code}")


if __name__ == "__main__":
    main()
