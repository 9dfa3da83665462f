"""What happens when things happen at once, answers get lost, or a process is killed in the middle."""

import multiprocessing
import random
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections

from outbox.models import Delivery
from services.forms import actions
from services.forms.models import Attachment, CodeCounter, Event, Submission
from services.forms.rules.exceptions import StaleRevision
from services.forms.rules.workflow import Actor, IllegalTransition, State
from tests.builders_submissions import make_citizen, make_filled_drafts, make_officer, make_open_service, make_version

AT_ONCE = 50
REPLAYED, SWALLOWED = 600, 0.05
SUBMITS, KILLS, WORKERS = 300, 10, 2
LONGEST = 60


def each(work: Callable[[Any], Any], items: Iterable[Any], threads: int) -> list[Any]:
    """What `work` gives for every item, done by so many threads, each with a connection of its own."""

    def closing(item: Any) -> Any:
        try:
            return work(item)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(closing, items))


def file(draft: Submission) -> str:
    """The code, as a person gets it who presses the button."""
    filed = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    return str(filed.code)


def assert_whole(number: int) -> None:
    """So many dossiers, each with one code, one line of history, one mail and its file; numbers without a gap."""
    filed = list(Submission.objects.filter(state=State.FILED))
    assert len(filed) == number
    assert len({submission.code for submission in filed}) == number
    assert CodeCounter.objects.get().last == number
    assert sorted(int(str(submission.code)[-4:]) for submission in filed) == list(range(1, number + 1))
    for rows in (Event, Delivery):
        assert rows.objects.count() == number
    assert Event.objects.values("submission").distinct().count() == number
    assert not Attachment.objects.filter(submission__in=filed, claimed_at=None).exists()


def test_fifty_posts_of_one_draft_at_once_file_it_once(open_service):
    (draft,) = make_filled_drafts(1, service=open_service)
    codes = each(file, [draft] * AT_ONCE, threads=AT_ONCE)
    assert len(set(codes)) == 1
    assert_whole(1)


def test_answers_that_get_lost_make_nobody_file_twice(open_service):
    chance = random.Random(20261122)  # noqa: S311 (the same losses in every run)
    swallowed = []

    def insistent(draft: Submission) -> str:
        """Presses again until an answer comes back."""
        while True:
            code = file(draft)
            if chance.random() >= SWALLOWED:
                return code
            swallowed.append(code)

    codes = each(insistent, make_filled_drafts(REPLAYED, service=open_service), threads=4)
    assert len(set(codes)) == REPLAYED
    assert swallowed, "nothing was tried twice"
    assert_whole(REPLAYED)


def test_processes_killed_in_the_middle_lose_double_and_tear_nothing(open_service):
    drafts = make_filled_drafts(SUBMITS, service=open_service)
    chance = random.Random(7)  # noqa: S311 (the same kills in every run)
    started = time.monotonic()
    office = Office(chance, kill_at=set(chance.sample(range(SUBMITS), KILLS)))
    told = office.file_all(drafts)
    assert office.kills == KILLS
    assert office.unanswered, "nobody was killed while he worked"
    assert time.monotonic() - started < LONGEST
    stored = dict(Submission.objects.values_list("pk", "code"))
    assert told == stored, "what a citizen was told is what stands there"
    assert_whole(SUBMITS)


class Office:
    """Two processes that file what they are given, some of them killed while they do."""

    def __init__(self, chance: random.Random, kill_at: set[int]) -> None:
        self.chance, self.kill_at, self.kills, self.unanswered = chance, kill_at, 0, 0
        self.usual = 0.0
        """Seconds one filing takes: a kill falls somewhere inside."""

    def file_all(self, drafts: list[Submission]) -> dict[Any, str]:
        """The code of each, as told to its owner; what got no answer is sent again."""
        told: dict[Any, str] = {}
        waiting = deque(enumerate(drafts))
        connections.close_all()
        workers = [Worker() for _ in range(WORKERS)]
        self.usual = workers[0].time(drafts[0])
        while waiting:
            taken = [(worker, *waiting.popleft()) for worker in workers if waiting]
            for worker, number, draft in taken:
                worker.give(draft)
                if number in self.kill_at:
                    self.kill_at.remove(number)
                    time.sleep(self.chance.random() * self.usual)
                    worker.kill()
                    self.kills += 1
            for worker, number, draft in taken:
                code = worker.answer()
                if code:
                    told[draft.pk] = code
                else:
                    self.unanswered += 1
                    waiting.append((number, draft))
            workers = [worker if worker.process.is_alive() else Worker() for worker in workers]
        for worker in workers:
            worker.kill()
        return told


class Worker:
    """One process; it answers through a pipe, and when it is killed the pipe ends."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("fork")
        self.ours, theirs = context.Pipe()
        self.process = context.Process(target=self.work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()

    def work(self, pipe: Any) -> None:
        self.ours.close()
        while True:
            pipe.send(file(pipe.recv()))

    def time(self, draft: Submission) -> float:
        """Seconds from the press to the answer."""
        started = time.monotonic()
        self.give(draft)
        assert self.answer()
        return time.monotonic() - started

    def give(self, draft: Submission) -> None:
        self.ours.send(draft)

    def answer(self) -> str:
        """The code, "" when the process died before it could tell."""
        try:
            return str(self.ours.recv())
        except (EOFError, ConnectionResetError):
            return ""

    def kill(self) -> None:
        if self.process.is_alive() and self.process.pid:
            self.process.kill()
            self.process.join(10)
            assert self.process.exitcode == -signal.SIGKILL


def test_a_double_click_at_the_same_moment_begins_one_draft(open_service):
    owner, version, agency = make_citizen(), make_version(open_service), open_service.handling_agencies.get()

    def begin(_number: int) -> Any:
        told = {"owner": owner, "service": open_service, "agency": agency, "version": version, "language": "vi"}
        return actions.begin(**told).pk

    assert len(set(each(begin, range(8), threads=8))) == 1
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("_race", range(5))
def test_of_a_withdrawal_and_an_acceptance_at_once_one_wins(open_service, _race):
    (draft,) = make_filled_drafts(1, service=open_service)
    file(draft)
    filed = Submission.objects.get()
    officer = make_officer()
    told = {"submission": filed, "revision": filed.revision}

    def withdraw() -> Submission:
        return actions.withdraw(by=filed.owner, **told)

    def accept() -> Submission:
        return actions.perform_transition(name="accept", by=officer, role=Actor.OFFICER, **told)

    def outcome(action: Callable[[], Submission]) -> str:
        try:
            action()
        except (StaleRevision, IllegalTransition):
            return "lost"
        return "won"

    assert sorted(each(outcome, [withdraw, accept], threads=2)) == ["lost", "won"]
    assert Event.objects.count() == 2


@pytest.mark.django_db
def test_one_filing_after_another_is_whole_as_well():
    """Also why this file can be run by itself: pytest-django makes the database for tests with this mark."""
    for draft in make_filled_drafts(3, service=make_open_service()):
        file(draft)
    assert_whole(3)
