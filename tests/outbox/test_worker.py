"""The worker: delivers once, wipes, tries again, buries, takes over from the dead, waits for a database."""

import logging
from datetime import timedelta
from threading import Event

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone, translation

from outbox import claims, schedule, worker
from outbox.models import Delivery, Routine
from outbox.queue import put
from tests.outbox import deliveries

pytestmark = [pytest.mark.clock, pytest.mark.django_db]

SECRET = "so-secret-0912345678"


def only() -> Delivery:
    return Delivery.objects.get()


def come_due() -> None:
    """Let the time of the next attempt come."""
    Delivery.objects.update(run_after=timezone.now() - timedelta(seconds=1))


def test_what_is_due_is_delivered_in_order_once_and_wiped():
    now = timezone.now()
    put("good", {"id": 2}, key="b", run_after=now - timedelta(minutes=1))
    put("good", {"id": 1}, key="a", run_after=now - timedelta(minutes=2))
    put("good", {"id": 3}, key="c", run_after=now + timedelta(minutes=2))
    call_command("worker", "--once")
    call_command("worker", "--once")
    assert deliveries.REACHED == [{"id": 1}, {"id": 2}]
    done = Delivery.objects.filter(done_at__isnull=False)
    assert {(row.dedup_key, str(row.payload), row.lease, row.attempts) for row in done} == {
        ("a", "{}", "", 1),
        ("b", "{}", "", 1),
    }
    assert Delivery.objects.get(dedup_key="c").payload == {"id": 3}


def test_a_failure_is_written_down_and_tried_again_later():
    put("failing", {"id": 7}, key="x")
    before = timezone.now()
    assert worker.deliver_next()
    row = only()
    assert row.last_error == "ConnectionRefusedError: smtp://mail.example said no to 7"
    assert before + timedelta(minutes=1) <= row.run_after <= timezone.now() + timedelta(minutes=1)
    assert (row.attempts, row.done_at, row.failed_at, row.payload) == (1, None, None, {"id": 7})
    assert not worker.deliver_next()
    come_due()
    assert worker.deliver_next()
    assert only().attempts == 2


def test_after_a_day_of_failures_it_is_a_dead_letter_that_keeps_its_payload():
    put("failing", {"id": 7}, key="x", run_after=timezone.now() - timedelta(hours=25))
    for _ in range(5):
        come_due()
        assert worker.deliver_next()
    row = only()
    assert row.failed_at is not None
    assert row.payload == {"id": 7}
    assert list(Delivery.objects.dead()) == [row]
    come_due()
    assert not worker.deliver_next()


def test_what_can_never_be_delivered_is_a_dead_letter_at_once():
    put("refused", {"id": 7}, key="x")
    assert worker.deliver_next()
    assert (only().failed_at is not None, only().last_error) == (True, "Undeliverable: no such mailbox")


def test_a_kind_that_lost_its_handler_is_tried_again(settings):
    put("good", {"id": 7}, key="x")
    settings.OUTBOX_HANDLERS = {}
    assert worker.deliver_next()
    assert only().last_error.startswith("ImproperlyConfigured")
    assert only().failed_at is None


def test_one_failure_does_not_hold_up_the_others():
    put("failing", {"id": 1}, key="a")
    put("good", {"id": 2}, key="b")
    worker.work(Event(), once=True)
    assert deliveries.REACHED == [{"id": 2}]


def test_nobody_else_takes_what_is_leased_until_the_lease_runs_out():
    put("good", {"id": 1}, key="x")
    first = claims.claim()
    assert first is not None
    assert claims.claim() is None
    Delivery.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    second = claims.claim()
    assert second is not None
    assert second.attempts == 2
    assert claims.settle_done(second)


@pytest.mark.parametrize("settle", [claims.settle_done, lambda row: claims.settle_failed(row, "x"),
                                    lambda row: claims.settle_dead(row, "x")])  # fmt: skip
def test_who_lost_the_lease_settles_nothing(settle):
    put("good", {"id": 1}, key="x")
    late = claims.claim()
    Delivery.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    current = claims.claim()
    assert not settle(late)
    row = only()
    assert (row.lease, row.done_at, row.failed_at, row.payload) == (current.lease, None, None, {"id": 1})


def test_a_claim_that_another_worker_made_a_moment_earlier_is_not_made_twice():
    put("good", {"id": 1}, key="x")
    seen_by_both = only()
    assert claims._lease(only(), timezone.now())
    assert claims._lease(seen_by_both, timezone.now()) is None
    assert only().attempts == 1


def test_a_delivery_that_kills_every_worker_ends_as_a_dead_letter():
    put("good", {"id": 1}, key="x", run_after=timezone.now() - timedelta(hours=25))
    for _ in range(5):
        assert claims.claim()
        Delivery.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert claims.claim() is None
    assert (only().last_error, only().failed_at is not None) == (claims.ABANDONED, True)


def test_the_log_tells_ids_and_kinds_and_no_payload(caplog):
    caplog.set_level(logging.DEBUG, logger="outbox")
    for kind in ("good", "failing", "refused"):
        put(kind, {"id": SECRET}, key=kind)
    worker.work(Event(), once=True)
    words = {record.getMessage().split()[0] for record in caplog.records}
    assert words == {"delivered", "failed", "undeliverable"}
    assert SECRET not in caplog.text


def test_no_handler_inherits_the_language_of_another(monkeypatch):
    languages = []

    def speak(payload):
        languages.append(translation.get_language())
        translation.activate("en")

    monkeypatch.setattr(deliveries, "deliver", speak)
    for number in range(2):
        put("good", {}, key=str(number))
    worker.work(Event(), once=True)
    assert languages == ["vi", "vi"]


def test_a_database_that_is_down_for_a_while_is_waited_for(monkeypatch):
    waits, stop = [], Event()
    answers = iter([OperationalError("server closed"), OperationalError("server closed"), True, False])

    def turn(_stop):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(worker.connections, "close_all", lambda: waits.append("closed"))
    monkeypatch.setattr(stop, "wait", lambda seconds: waits.append(seconds) or (len(waits) > 4 and stop.set()))
    worker.serve(turn, stop)
    assert waits == ["closed", 1.0, "closed", 2.0, worker.IDLE_SECONDS]


def test_a_worker_told_to_stop_takes_nothing_more():
    put("good", {"id": 1}, key="x")
    stop = Event()
    stop.set()
    worker.work(stop)
    assert not worker.turn(stop)
    assert deliveries.REACHED == []


def test_a_routine_runs_when_its_time_has_come(settings):
    settings.OUTBOX_ROUTINES = {"r": ("tests.outbox.deliveries.routine", 60)}
    assert schedule.run_due(Event()) == 1
    assert schedule.run_due(Event()) == 0
    Routine.objects.update(last_started_at=timezone.now() - timedelta(seconds=61))
    assert schedule.run_due(Event()) == 1
    assert deliveries.RAN == ["routine", "routine"]


def test_a_routine_that_another_worker_is_at_is_left_alone(settings):
    settings.OUTBOX_ROUTINES = {"r": ("tests.outbox.deliveries.routine", 60)}
    long_ago, ahead = timezone.now() - timedelta(hours=1), timezone.now() + timedelta(minutes=1)
    Routine.objects.create(name="r", last_started_at=long_ago, leased_until=ahead, lease="other")
    assert schedule.due_routines() == []
    assert not schedule.run_routine("r")
    Routine.objects.update(leased_until=long_ago)
    assert schedule.run_routine("r")
    assert deliveries.RAN == ["routine"]


def test_two_workers_that_both_saw_a_routine_due_run_it_once(settings):
    settings.OUTBOX_ROUTINES = {"r": ("tests.outbox.deliveries.routine", 60)}
    assert (schedule.due_routines(), schedule.due_routines()) == (["r"], ["r"])
    assert [schedule.run_routine("r"), schedule.run_routine("r")] == [True, False]
    assert deliveries.RAN == ["routine"]


def test_a_broken_routine_is_written_down_and_stops_nothing(settings, caplog):
    settings.OUTBOX_ROUTINES = {
        "broken": ("tests.outbox.deliveries.broken_routine", 60),
        "r": ("tests.outbox.deliveries.routine", 60),
    }
    assert schedule.run_due(Event()) == 2
    assert Routine.objects.get(name="broken").last_error == "RuntimeError: no disk"
    assert Routine.objects.get(name="broken").lease == ""
    assert deliveries.RAN == ["routine"]
    assert "routine broken failed: RuntimeError" in caplog.text
