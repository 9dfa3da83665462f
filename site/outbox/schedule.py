"""The rota: which routine is due, and that one worker at a time sees to it."""

import logging
from datetime import timedelta
from threading import Event

from django.conf import settings
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.module_loading import import_string

from outbox import faults
from outbox.claims import new_token
from outbox.models import Routine, free_at

log = logging.getLogger("outbox")


def run_due(stop: Event) -> int:
    """Run each routine whose time has come and that no other worker has; how many were run."""
    return sum(run_routine(name) for name in due_routines() if not stop.is_set())


def due_routines() -> list[str]:
    """Return the routines whose time has come; one never seen before gets its row."""
    rows = {row.name: row for row in Routine.objects.filter(name__in=settings.OUTBOX_ROUTINES)}
    new = [Routine(name=name) for name in settings.OUTBOX_ROUTINES if name not in rows]
    if new:
        Routine.objects.bulk_create(new, ignore_conflicts=True)
    now = timezone.now()
    every = {name: timedelta(seconds=seconds) for name, (_path, seconds) in settings.OUTBOX_ROUTINES.items()}
    return [name for name in every if name not in rows or rows[name].is_ready(now, every[name])]


def run_routine(name: str) -> bool:
    """Run one routine now, if it is due and nobody else has it. Its fault is written down; it gets its next turn."""
    path, seconds = settings.OUTBOX_ROUTINES[name]
    token = _claim(name, seconds)
    if token is None:
        return False
    error = ""
    try:
        with translation.override(settings.LANGUAGE_CODE):
            import_string(path)()
    except Exception as fault:
        error = faults.in_words(fault)
        log.error("routine %s failed: %s", name, type(fault).__name__, exc_info=settings.DEBUG)
    Routine.objects.filter(name=name, lease=token).update(
        lease="", leased_until=None, last_finished_at=timezone.now(), last_error=error
    )
    return True


def _claim(name: str, seconds: int) -> str | None:
    """Return the token of the claim; None when another worker was faster."""
    now, token = timezone.now(), new_token()
    until = now + timedelta(seconds=settings.OUTBOX_ROUTINE_LEASE_SECONDS)
    rested = Q(last_started_at__isnull=True) | Q(last_started_at__lte=now - timedelta(seconds=seconds))
    ready = Routine.objects.filter(rested, free_at(now), name=name)
    return token if ready.update(lease=token, leased_until=until, last_started_at=now) else None
