"""Several workers, killed workers, stopped workers: with real threads, real processes and rows really written."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from outbox import claims, schedule, worker
from outbox.models import Delivery
from outbox.queue import put
from tests.outbox import deliveries

pytestmark = pytest.mark.usefixtures("committed")

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
MANY = 60


def database_url() -> str:
    """The address of the tests' database, for another process."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    return f"postgres://{told['USER']}@/{told['NAME']}?host={told['OPTIONS'].get('host') or told['HOST']}"


@contextmanager
def worker_process(log: Path) -> Iterator[subprocess.Popen]:
    """`manage.py worker` as a process of its own, ended by its own number whatever happens."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.outbox.settings", "DATABASE_URL": database_url()}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "worker"], cwd=ROOT, env=environment, stdout=output, stderr=output
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait(timeout=10)


def lines(file: Path) -> list[list]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def wait_until(true, process: subprocess.Popen, log: Path) -> None:
    """Return when it is true; fail with the log when the process ends or the time is over."""
    for _ in range(START_SECONDS * 10):
        if true():
            return
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    pytest.fail(log.read_text())


def drain(_number: int) -> list[int]:
    """One worker that takes and settles until nothing is left."""
    taken = []
    try:
        while (delivery := claims.claim()) is not None:
            taken.append(delivery.pk)
            assert claims.settle_done(delivery)
    finally:
        connections.close_all()
    return taken


def test_workers_share_the_deliveries_and_take_none_twice():
    for number in range(MANY):
        put("good", {"id": number}, key=str(number))
    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(drain, range(4)))
    taken = [pk for share in shares for pk in share]
    assert len(taken) == len(set(taken)) == MANY
    assert set(Delivery.objects.values_list("attempts", flat=True)) == {1}


def test_one_worker_at_a_time_runs_a_routine(settings):
    settings.OUTBOX_ROUTINES = {"r": ("tests.outbox.deliveries.routine", 60)}

    def one(_number: int) -> bool:
        try:
            schedule.due_routines()
            return schedule.run_routine("r")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(one, range(8)))
    assert answers.count(True) == 1
    assert deliveries.RAN == ["routine"]


def test_two_who_put_the_same_key_at_once_put_one():
    def one(number: int) -> None:
        try:
            with transaction.atomic():
                put("good", {"id": number}, key="same")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(8)))
    assert Delivery.objects.count() == 1


def test_a_handler_runs_outside_any_transaction(monkeypatch):
    seen = []
    monkeypatch.setattr(deliveries, "deliver", lambda payload: seen.append(connection.in_atomic_block))
    put("good", {}, key="x")
    assert worker.deliver_next()
    assert seen == [False]


def test_what_a_killed_worker_had_in_hand_is_delivered_by_the_next(tmp_path):
    watched, log = tmp_path / "watched", tmp_path / "log"
    put("watched", {"id": 1, "file": str(watched), "seconds": 3}, key="x")
    with worker_process(log) as first:
        wait_until(lambda: lines(watched), first, log)
        first.send_signal(signal.SIGKILL)
        first.wait(timeout=10)
    assert [word for word, *_ in lines(watched)] == ["began"]
    assert Delivery.objects.get().done_at is None
    with worker_process(log) as second:
        wait_until(lambda: Delivery.objects.get().done_at, second, log)
    assert [(word, pid) for word, _id, pid in lines(watched)] == [
        ("began", first.pid),
        ("began", second.pid),
        ("ended", second.pid),
    ]
    assert (Delivery.objects.get().attempts, Delivery.objects.get().payload) == (2, {})


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_told_to_stop_finishes_what_it_has_in_hand(tmp_path, number):
    watched, log = tmp_path / "watched", tmp_path / "log"
    put("watched", {"id": 1, "file": str(watched), "seconds": 2}, key="a")
    put("watched", {"id": 2, "file": str(watched), "seconds": 0}, key="b")
    with worker_process(log) as process:
        wait_until(lambda: lines(watched), process, log)
        process.send_signal(number)
        assert process.wait(timeout=8) == 0, log.read_text()
    assert [(word, pk) for word, pk, _pid in lines(watched)] == [("began", 1), ("ended", 1)]
    assert Delivery.objects.get(dedup_key="a").done_at
    assert not Delivery.objects.get(dedup_key="b").attempts
    assert "Traceback" not in log.read_text()
