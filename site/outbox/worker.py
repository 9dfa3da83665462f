"""The worker: takes what is due, delivers it, keeps the routines going, until it is told to stop."""

import logging
from itertools import takewhile
from threading import Event

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection, connections
from django.utils import translation

from outbox import Undeliverable, claims, faults, rota
from outbox.handlers import handler_of
from outbox.models import Delivery

log = logging.getLogger("outbox")

IDLE_SECONDS = 1.0
BATCH = 100
"""Deliveries at a stretch; then the routines have their turn."""
LONGEST_WAIT = 30.0
"""Seconds between two looks at a database that is down."""


def work(stop: Event, *, once: bool = False) -> None:
    """Deliver until `stop` is set; with `once`, until nothing is due.

    A database that is down is waited for (with `once` its error is raised); whatever was under way then is taken up
    again when its lease has run out.
    """
    wait = IDLE_SECONDS
    while not stop.is_set():
        try:
            if not connection.in_atomic_block:  # a caller's transaction (`--once` from code) would be cut off
                close_old_connections()
            busy = turn(stop)
        except (OperationalError, InterfaceError) as error:
            if once:
                raise
            log.error("database away, next look in %.0f s: %s", wait, faults.in_words(error))
            connections.close_all()
            stop.wait(wait)
            wait = min(wait * 2, LONGEST_WAIT)
            continue
        wait = IDLE_SECONDS
        if once and not busy:
            return
        if not busy:
            stop.wait(IDLE_SECONDS)


def turn(stop: Event) -> bool:
    """One round: a batch of deliveries, then the routines whose time has come. Whether there was anything to do."""
    delivered = sum(1 for _ in takewhile(bool, (deliver_next() for _ in range(BATCH) if not stop.is_set())))
    started = rota.run_due(stop)
    return bool(delivered or started)


def deliver_next() -> bool:
    """Take one delivery, deliver it outside any transaction, write down how it went. False when none was due."""
    delivery = claims.claim()
    if delivery is None:
        return False
    try:
        with translation.override(settings.LANGUAGE_CODE):  # what one handler activates, the next must not inherit
            handler_of(delivery.kind)(delivery.payload)
    except Undeliverable as error:
        held = claims.settle_dead(delivery, faults.in_words(error))
        log.error("undeliverable %s %s", delivery.pk, delivery.kind)
    except Exception as error:
        held = claims.settle_failed(delivery, faults.in_words(error))
        _report_failure(delivery, error)
    else:
        held = claims.settle_done(delivery)
        log.info("delivered %s %s", delivery.pk, delivery.kind)
    _report_loss(delivery, held)
    return True


def _report_failure(delivery: Delivery, error: Exception) -> None:
    """Ids and the class alone: what an error says, and where, may name a person. A developer sees it all."""
    words = (delivery.pk, delivery.kind, delivery.attempts, type(error).__name__)
    log.warning("failed %s %s attempt %s: %s", *words, exc_info=settings.DEBUG)


def _report_loss(delivery: Delivery, held: bool) -> None:
    if not held:
        log.error(
            "lease lost %s %s: it took longer than %s s", delivery.pk, delivery.kind, settings.OUTBOX_LEASE_SECONDS
        )
