"""Limits on what one sender may do, counted in the cache that all processes share."""

import math
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.crypto import salted_hmac


class LimitReached(Exception):
    """No place was free; `wait` are the seconds until the next one is."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"no place free for {wait} s")
        self.wait = wait


@dataclass(frozen=True)
class Limit:
    """At most `times` within any `seconds`: there is no full hour at which everything may be done twice.

    Each time takes one of so many places, which the cache gives back by itself. Taking a place is `add`, which every
    cache does for one asker only, so that parallel requests and processes cannot take the same place.
    """

    name: str
    times: int
    seconds: int

    def take(self, sender: str) -> int | None:
        """Take a place for this sender; None when there was one, else the seconds until the next is given back."""
        places = self._places(sender)
        taken = cache.get_many(places)
        until = time.time() + self.seconds
        free = (place for place in places if place not in taken)
        if any(cache.add(place, until, timeout=self.seconds) for place in free):
            return None
        waits = [end - time.time() for end in cache.get_many(places).values()]
        return max(1, math.ceil(min(waits, default=1)))

    def enforce(self, sender: str) -> None:
        """Take a place, or end the request with a page that says how long to wait (LimitsMiddleware)."""
        wait = self.take(sender)
        if wait is not None:
            raise LimitReached(wait)

    def release(self, sender: str) -> None:
        """Give the place taken last back, because what was limited did not happen (a right password, for example)."""
        taken = cache.get_many(self._places(sender))
        if taken:
            cache.delete(max(taken, key=lambda place: taken[place]))

    def _places(self, sender: str) -> list[str]:
        """The names of the places. No address is kept, only what the site's secret makes of it."""
        stem = salted_hmac(f"core.limits.{self.name}", sender, algorithm="sha256").hexdigest()[:32]
        return [f"limit:{self.name}:{stem}:{number}" for number in range(self.times)]
