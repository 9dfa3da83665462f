"""Health for those who watch over the portal: does it run, can it answer, what is not in order."""

import logging
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

log = logging.getLogger("health")

PATIENCE = 1.5
"""Seconds for the database to answer; whoever asks /readyz has an answer within two."""
MEGABYTE = 1024 * 1024
NEVER_KEPT = {"Cache-Control": "no-store"}


@dataclass(frozen=True)
class Finding:
    """What one check found; `facts` are numbers and names, never contents or secrets."""

    ok: bool
    facts: Mapping[str, Any] = field(default_factory=dict)


Check = Callable[[], Finding]


@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """200 while the process answers at all; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8", headers=NEVER_KEPT)


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when requests can be served, 503 within two seconds when the database is down."""
    ready = database().ok
    return JsonResponse({"ready": ready}, status=200 if ready else 503, headers=NEVER_KEPT)


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Return every check of settings.HEALTH_CHECKS as JSON; 503 when one of them is not in order.

    They run in their order, and none after the database when that is down: each would wait for it again.
    """
    found: dict[str, Finding] = {}
    for name, path in settings.HEALTH_CHECKS.items():
        found[name] = _guarded(name, import_string(path))
        if name == "database" and not found[name].ok:
            break
    healthy = all(finding.ok for finding in found.values())
    checks = {name: {"ok": finding.ok, **finding.facts} for name, finding in found.items()}
    document = {"status": "ok" if healthy else "degraded", "checks": checks}
    return JsonResponse(document, status=200 if healthy else 503, headers=NEVER_KEPT)


def database() -> Finding:
    """Return whether the database answers in time, asked over a connection of its own that may hang as long as it
    likes.
    """
    answered: list[bool] = []
    thread = Thread(target=_ask_database, args=(answered,), daemon=True, name="health")
    thread.start()
    thread.join(PATIENCE)
    return Finding(bool(answered))


def migrations() -> Finding:
    """Return whether the tables are those this code expects."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Finding(not pending, {"pending": len(pending)})


def disk() -> Finding:
    """Return whether there is room for uploads."""
    place = Path(settings.MEDIA_ROOT).absolute()
    nearest = next(folder for folder in (place, *place.parents) if folder.exists())
    free = shutil.disk_usage(nearest).free // MEGABYTE
    return Finding(free >= settings.HEALTH_MIN_FREE_MEGABYTES, {"free_megabytes": free})


def _ask_database(answered: list[bool]) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        answered.append(True)
    except Exception as error:
        log.error("the database does not answer: %s", type(error).__name__)
    finally:
        connection.close()


def _guarded(name: str, check: Check) -> Finding:
    """Return what a check found; where it fails, the class of the error and not its words."""
    try:
        return check()
    except Exception as error:
        log.error("check %s failed: %s", name, type(error).__name__)
        return Finding(ok=False, facts={"error": type(error).__name__})
