"""Guessing stops, its owner comes in: 10,000 tries from 50 addresses at every door whose name anybody knows.

Assumed: one target; half of the tries within the first minute, the others over the rest of a day; 50 network addresses,
of which the owner has none (what holds when she shares one is said by name); nobody but her knows a right answer.
"""

import math
import time
from typing import Any

import pytest

from accounts import limits as accounts
from core import limits, target_limits
from core.limits import Limit, LimitReached, LimitsUnavailable
from core.target_limits import DAY, LONGEST_PAUSE, TargetLimit
from services.forms.submissions import tracking

TRIES, MINUTE = 10_000, 60
ADDRESSES = [f"198.51.100.{number}" for number in range(50)]
HOME = "203.0.113.7"
DOORS = {
    "account": accounts.LOG_IN,
    "second factor": accounts.SECOND_FACTOR,
    "mailed code": accounts.MAILED_CODE,
    "password reset": accounts.CODES_TO_ADDRESS,
    "tracking code": tracking.TRIES,
}
DOOR = TargetLimit("door", near=3, attacked=2, across=6, sender=5)


class Memory:
    """A cache as the portal uses it, with room for everything; it goes by the clock of the test."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[Any, float]] = {}

    def get(self, key: str, default: Any = None) -> Any:
        value, until = self.kept.get(key, (default, math.inf))
        return value if time.time() < until else default

    def set(self, key: str, value: Any, timeout: float) -> None:
        self.kept[key] = (value, time.time() + timeout)

    def add(self, key: str, value: Any, timeout: float) -> bool:
        is_free = self.get(key) is None
        if is_free:
            self.set(key, value, timeout)
        return is_free

    def get_many(self, keys: list[str]) -> dict[str, Any]:
        return {key: value for key in keys if (value := self.get(key)) is not None}

    def delete_many(self, keys: list[str]) -> None:
        for key in keys:
            self.kept.pop(key, None)


@pytest.fixture(autouse=True)
def _nothing_counted(monkeypatch):
    memory = Memory()
    monkeypatch.setattr(limits, "cache", memory)
    monkeypatch.setattr(target_limits, "cache", memory)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A clock that stands still until it is set."""
    now = [1_000_000.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    return now


def compared(door, target, sender, device=""):
    """Whether the answer to a try is judged at all."""
    try:
        door.attempt(target, sender=sender, device=device)
    except LimitReached:
        return False
    return True


@pytest.mark.parametrize("name", DOORS)
def test_ten_thousand_tries_are_answered_five_hundred_times_at_most_and_the_owner_comes_in(name, clock):
    door, answered = DOORS[name], 0
    for number in range(TRIES):
        clock[0] += (MINUTE if number < TRIES / 2 else DAY - 2 * MINUTE) / (TRIES / 2)
        answered += compared(door, "victim", ADDRESSES[number % len(ADDRESSES)])
    assert 0 < answered <= 500
    assert compared(door, "victim", HOME), "the first try of the owner is judged"
    clock[0] += LONGEST_PAUSE
    assert compared(door, "victim", HOME), "and after a slip of the finger the second, a minute later at most"
    assert compared(door, "victim", ADDRESSES[0], device="hers"), "a known device is let in beside an attacker"
    assert compared(door, "somebody else", HOME)


def test_who_has_tried_a_device_out_is_like_any_other():
    tries = [compared(DOOR, "a", HOME, device="stolen") for _time in range(DOOR.device + 10)]
    assert tries == [True] * (DOOR.device + DOOR.near) + [False] * (10 - DOOR.near)


def test_a_right_answer_costs_nothing_however_often():
    for _time in range(50):
        DOOR.attempt("a", sender=HOME).give_back()
    assert [compared(DOOR, "a", HOME) for _time in range(4)] == [True, True, True, False]


def test_a_try_that_is_refused_counts_nowhere():
    for _time in range(20):
        compared(DOOR, "a", HOME)
    assert [compared(DOOR, "b", HOME) for _time in range(3)] == [True, True, False]
    assert compared(DOOR, "a", "192.0.2.1")


def test_a_pause_grows_with_each_try_at_an_attacked_target_and_ends_after_a_minute(clock):
    door = TargetLimit("growing", near=20, attacked=20, across=1, sender=50)
    compared(door, "a", "192.0.2.1")
    waits = []
    for _time in range(6):
        assert compared(door, "a", HOME)
        with pytest.raises(LimitReached) as refused:
            door.attempt("a", sender=HOME)
        waits.append(refused.value.wait)
        clock[0] += waits[-1]
    assert waits == [5, 10, 20, 40, 60, 60]


def test_no_pause_before_a_target_is_attacked():
    assert [compared(DOOR, "a", HOME) for _time in range(3)] == [True, True, True]


def test_a_slow_guesser_gets_fewer_tries_a_day_once_the_target_is_attacked(clock):
    tries = 0
    for _hour in range(23):
        clock[0] += 3600
        tries += sum(compared(DOOR, "a", HOME) for _time in range(10))
    assert tries == DOOR.across


def test_lifting_forgets_every_try_at_that_target_and_no_other():
    for number in range(20):
        compared(DOOR, "a", f"192.0.2.{number % 4}")
        compared(DOOR, "b", f"192.0.2.1{number % 4}")
    DOOR.lift("a")
    assert compared(DOOR, "a", HOME)
    assert [compared(DOOR, "a", HOME) for _time in range(2)] == [True, True]
    assert not compared(DOOR, "b", "192.0.2.11")


def test_who_has_a_whole_network_of_ipv6_has_not_all_its_addresses(clock):
    found = sum(compared(DOOR, "a", f"2001:db8:0:{number:x}::/64") for number in range(2_000))
    assert found == DOOR.across == DOOR.attacked * target_limits.WIDER
    assert compared(DOOR, "a", "2001:db8:1::/64")


def test_one_address_cannot_try_many_targets():
    tries = [compared(DOOR, f"target {number}", HOME) for number in range(8)]
    assert tries == [True] * DOOR.sender + [False] * 3
    assert compared(DOOR, "target 9", "192.0.2.1")


def test_without_the_cache_nothing_is_let_in(monkeypatch):
    def unreachable(*_arguments, **_more):
        raise ConnectionError

    monkeypatch.setattr(Memory, "get_many", unreachable)
    with pytest.raises(LimitsUnavailable):
        DOOR.attempt("a", sender=HOME)
    with pytest.raises(LimitsUnavailable):
        Limit("closed", times=1, seconds=60).take("a")
