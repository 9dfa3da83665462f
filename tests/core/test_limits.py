"""Limits hold for everyone at once, and give back what they took after their time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache

from core import limits
from core.limits import Limit, LimitReached

LIMIT = Limit("test", times=3, seconds=60)


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still, and the cache that goes by it."""
    now = [1_000_000.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    return now


def test_each_sender_has_so_many_times():
    assert [LIMIT.take("a") for _ in range(3)] == [None, None, None]
    assert LIMIT.take("a") is not None
    assert LIMIT.take("b") is None
    assert Limit("other", times=1, seconds=60).take("a") is None


def test_the_wait_is_as_long_as_until_the_first_time_is_given_back(clock):
    for start in (0, 10, 20):
        clock[0] = 1_000_000.0 + start
        LIMIT.take("a")
    clock[0] += 5
    assert LIMIT.take("a") == 35
    clock[0] += 35.5
    assert LIMIT.take("a") is None
    assert LIMIT.take("a") == 10


def test_there_is_no_moment_at_which_twice_as_much_may_be_done(clock):
    taken = []
    for second in range(0, 600, 5):
        clock[0] = 1_000_000.0 + second
        if LIMIT.take("a") is None:
            taken.append(second)
    assert max(sum(start <= second < start + 60 for second in taken) for start in taken) == 3


def test_many_at_once_take_no_more():
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: LIMIT.take("a"), range(40)))
    assert answers.count(None) == 3


def test_no_address_stands_in_the_cache():
    LIMIT.take("203.0.113.5")
    assert limits.cache._cache
    assert not [key for key in limits.cache._cache if "203.0" in key]


def test_a_place_that_is_given_back_can_be_taken_again():
    limit = Limit("release", times=2, seconds=60)
    first, _second = limit.claim("a"), limit.claim("a")
    limits.give_back([first])
    assert limit.take("a") is None
    assert limit.take("a") is not None


def test_giving_a_place_back_twice_changes_nothing():
    limit = Limit("twice", times=1, seconds=60)
    place = limit.claim("b")
    limits.give_back([place])
    limits.give_back([place])
    assert limit.taken("b") == 0
    assert limit.take("b") is None
    assert limit.take("b") is not None


def test_enforcing_ends_with_the_seconds_to_wait():
    limit = Limit("enforce", times=1, seconds=60)
    limit.enforce("c")
    with pytest.raises(LimitReached) as refused:
        limit.enforce("c")
    assert 0 < refused.value.wait <= 60
