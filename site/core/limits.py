"""Limits on what one sender may do, counted in the cache that all processes share."""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.crypto import salted_hmac


class LimitReached(Exception):
    """No place was free; `wait` are the seconds until the next one is, `advice` says what else can be done."""

    def __init__(self, wait: int, advice: str = "") -> None:
        super().__init__(f"no place free for {wait} s")
        self.wait, self.advice = wait, advice


class LimitsUnavailable(Exception):
    """The cache does not answer, so nothing can be counted; what is limited stays closed until it does."""


@dataclass(frozen=True)
class Limit:
    """At most `times` within any `seconds`: there is no full hour at which everything may be done twice.

    Each time takes one of so many places, which the cache gives back by itself. Taking a place is `add`, which every
    cache does for one asker only, so that parallel requests and processes cannot take the same place.
    """

    name: str
    times: int
    seconds: int

    def claim(self, sender: str) -> str:
        """Take a place for this sender; its name, for `give_back`. LimitReached when none is free."""
        with reachable_cache():
            places = self._places(sender)
            taken = cache.get_many(places)
            until = time.time() + self.seconds
            for place in (place for place in places if place not in taken):
                if cache.add(place, until, timeout=self.seconds):
                    return place
            waits = [end - time.time() for end in cache.get_many(places).values()]
        raise LimitReached(max(1, math.ceil(min(waits, default=1))))

    def take(self, sender: str) -> int | None:
        """Take a place for this sender; None when there was one, else the seconds until the next is given back."""
        try:
            self.claim(sender)
        except LimitReached as reached:
            return reached.wait
        return None

    def enforce(self, sender: str) -> None:
        """Take a place, or end the request with a page that says how long to wait (LimitsMiddleware)."""
        self.claim(sender)

    def taken(self, sender: str) -> int:
        """Return how many places this sender has."""
        with reachable_cache():
            return len(cache.get_many(self._places(sender)))

    def _places(self, sender: str) -> list[str]:
        """Return the names of the places. No address is kept, only what the site's secret makes of it."""
        stem = keyed(self.name, sender)
        return [f"limit:{self.name}:{stem}:{number}" for number in range(self.times)]


def give_back(places: list[str]) -> None:
    """Free places that `claim` named, because what was limited did not happen (a right password, for example)."""
    with reachable_cache():
        cache.delete_many(places)


def keyed(name: str, text: str) -> str:
    """Return what the site's secret makes of a text that must not stand in the cache."""
    return salted_hmac(f"core.limits.{name}", text, algorithm="sha256").hexdigest()[:32]


@contextmanager
def reachable_cache() -> Iterator[None]:
    """LimitsUnavailable in the place of whatever a cache that cannot be reached raises: every kind has its own."""
    try:
        yield
    except Exception as failure:
        raise LimitsUnavailable from failure
