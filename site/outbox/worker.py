"""The worker: takes what is due, delivers it, keeps the routines going, until it is told to stop.

Each lane is a thread of its own, with a connection of its own: a mail server that hangs holds mails alone.
"""

import logging
from collections.abc import Callable
from functools import partial
from itertools import takewhile
from threading import Event, Thread

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection, connections
from django.utils import translation

from outbox import Undeliverable, circuits, claims, faults, lanes, mails, schedule
from outbox.handlers import handler_of
from outbox.models import Delivery
from outbox.silences import is_silence

log = logging.getLogger("outbox")

IDLE_SECONDS = 1.0
BATCH = 100
"""Deliveries at a stretch, when all is done by one thread; then the routines have their turn."""
LONGEST_WAIT = 30.0
"""Seconds between two looks at a database that is down."""

Turn = Callable[[Event], bool]
"""One round of some work until told to stop; whether there was anything to do."""


def work(stop: Event, *, once: bool = False) -> None:
    """Deliver until `stop` is set; with `once`, until nothing is due, one thing after the other in this thread.

    A lane that ends by a fault of its own ends the worker, with that fault: better all anew than one missing.
    """
    if once:
        serve(turn, stop, once=True)
        return
    faults_of_lanes: list[BaseException] = []
    threads = [
        Thread(target=_lane, args=(one, stop, faults_of_lanes), name=name, daemon=True)
        for name, one in _turns().items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults_of_lanes:
        raise faults_of_lanes[0]


def _turns() -> dict[str, Turn]:
    """Return what each thread does, by its name."""
    parts: dict[str, Turn] = {
        lane or "rest": partial(deliver_batch, lane=lane) for lane in (*lanes.channels(), lanes.REST)
    }
    return {"routines": lambda stop: schedule.run_due(stop) > 0, **parts}


def _lane(one: Turn, stop: Event, found: list[BaseException]) -> None:
    try:
        serve(one, stop)
    except BaseException as error:
        found.append(error)
        stop.set()
    finally:
        connections.close_all()


def serve(one: Turn, stop: Event, *, once: bool = False) -> None:
    """Do rounds of one work until `stop` is set; with `once`, until there is nothing to do.

    A database that is down is waited for (with `once` its error is raised); whatever was under way then is taken up
    again when its lease has run out.
    """
    wait = IDLE_SECONDS
    while not stop.is_set():
        try:
            if not connection.in_atomic_block:  # a caller's transaction (`--once` from code) would be cut off
                close_old_connections()
            busy = one(stop)
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
    """Return a batch of deliveries of all lanes, then the routines whose time has come."""
    delivered = deliver_batch(stop)
    started = schedule.run_due(stop)
    return bool(delivered or started)


def deliver_batch(stop: Event, lane: str | None = None) -> bool:
    """Deliver what is due, of one lane or of all, a batch at most. Whether there was anything."""
    return bool(sum(1 for _ in takewhile(bool, (deliver_next(lane) for _ in range(BATCH) if not stop.is_set()))))


def deliver_next(lane: str | None = None) -> bool:
    """Take one delivery, deliver it outside any transaction, write down how it went. False when none was due."""
    delivery = claims.claim(lane)
    if delivery is None:
        return False
    try:
        with translation.override(settings.LANGUAGE_CODE), mails.attempt_at(delivery):
            handler_of(delivery.kind)(delivery.payload)  # what it activates, the next must not inherit
    except Undeliverable as error:
        held = claims.settle_dead(delivery, faults.in_words(error))
        log.error("undeliverable %s %s", delivery.pk, delivery.kind)
        _tell_circuit(delivery)
    except Exception as error:
        held = claims.settle_failed(delivery, faults.in_words(error))
        _report_failure(delivery, error)
        _tell_circuit(delivery, error)
    else:
        held = claims.settle_done(delivery)
        log.info("delivered %s %s", delivery.pk, delivery.kind)
        _tell_circuit(delivery)
    _report_loss(delivery, held)
    return True


def _tell_circuit(delivery: Delivery, error: Exception | None = None) -> None:
    """A channel that did not answer comes nearer to being left alone; one that did, though with a no, is well."""
    if not delivery.channel:
        return
    if error is not None and is_silence(error):
        circuits.was_silent(delivery.channel, type(error).__name__)
    else:
        circuits.answered(delivery.channel)


def _report_failure(delivery: Delivery, error: Exception) -> None:
    """Ids and the class alone: what an error says, and where, may name a person. A developer sees it all."""
    words = (delivery.pk, delivery.kind, delivery.attempts, type(error).__name__)
    log.warning("failed %s %s attempt %s: %s", *words, exc_info=settings.DEBUG)


def _report_loss(delivery: Delivery, held: bool) -> None:
    if not held:
        log.error(
            "lease lost %s %s: it took longer than %s s", delivery.pk, delivery.kind, settings.OUTBOX_LEASE_SECONDS
        )
