"""Limits on trying something at what everybody can name: an account, the code of a dossier, somebody's mailbox.

Counted by the name alone, a limit would let a stranger use it up and shut its owner out. So hard stops are counted by
the target together with the network address the try comes from, and by that address alone. What all addresses together
do at one target never closes it: from a point on, it counts as attacked, and each address gets fewer tries and has to
wait between them, a minute at most. A device that is known there has a count of its own.
"""

import math
import secrets
import time
from dataclasses import dataclass, field

from django.core.cache import cache

from core.client_address import wider_network
from core.limits import Limit, LimitReached, give_back, keyed, reachable_cache

TEN_MINUTES = 600
DAY = 24 * 60 * 60
WIDER = 3
"""How many times as much the /48 of an IPv6 address may do as one of its /64: whoever has one has all of them."""
SHORTEST_PAUSE, LONGEST_PAUSE = 5, 60
"""Seconds between two tries of one address at an attacked target: they double with each."""


@dataclass(frozen=True)
class TargetLimit:
    """How much may be tried at one target, by whom."""

    name: str
    near: int
    """By one address at one target, within `seconds`."""
    attacked: int
    """By one address at one target in a day, once the target is attacked."""
    across: int
    """By all unknown devices together at one target in a day; with more it is attacked."""
    sender: int
    """By one address at all targets together, within `seconds`."""
    seconds: int = TEN_MINUTES
    device: int = 10
    """By a device that is known at the target, in a day. After that it is like any other."""

    def attempt(self, target: str, *, sender: str, device: str = "") -> "Attempt":
        """Count a try before it is made; LimitReached when it may not be made now, and then nothing is counted.

        `sender` is the network address (core.client_address.sender_of), `device` the secret of a known device.
        """
        attempt = Attempt()
        try:
            if not (device and self._is_let_in(attempt, f"{self._current(target)}|{device}")):
                self._count(attempt, self._current(target), sender)
        except LimitReached:
            attempt.give_back()
            raise
        return attempt

    def lift(self, target: str) -> None:
        """Forget every try at this target: its owner has proved who they are in another way."""
        with reachable_cache():
            cache.set(self._lifted(target), secrets.token_hex(8), timeout=DAY)

    def _current(self, target: str) -> str:
        """Return the target since its limits were lifted last."""
        with reachable_cache():
            return f"{target}|{cache.get(self._lifted(target), '')}"

    def _lifted(self, target: str) -> str:
        return f"limit:{self.name}:lifted:{keyed(self.name, target)}"

    def _is_let_in(self, attempt: "Attempt", device: str) -> bool:
        try:
            attempt.claim(Limit(f"{self.name}.device", self.device, DAY), device)
        except LimitReached:
            return False
        return True

    def _count(self, attempt: "Attempt", target: str, sender: str) -> None:
        """Near things first: most tries of an attack end there, at the price of one look into the cache."""
        networks = {sender: 1} | ({wider: WIDER} if (wider := wider_network(sender)) else {})
        for network, times in networks.items():
            attempt.claim(Limit(f"{self.name}.near", self.near * times, self.seconds), f"{target}|{network}")
        is_attacked = self._is_attacked(attempt, target)
        for network, times in networks.items():
            daily = Limit(f"{self.name}.attacked", self.attacked * times, DAY)
            self._count_day(attempt, daily, f"{target}|{network}", is_attacked=is_attacked)
        for network, times in networks.items():
            attempt.claim(Limit(f"{self.name}.sender", self.sender * times, self.seconds), network)

    def _is_attacked(self, attempt: "Attempt", target: str) -> bool:
        try:
            attempt.claim(Limit(f"{self.name}.across", self.across, DAY), target)
        except LimitReached:
            return True
        return False

    def _count_day(self, attempt: "Attempt", daily: Limit, key: str, *, is_attacked: bool) -> None:
        """The day is counted from the first try on, but only an attacked target goes by it."""
        if is_attacked:
            attempt.pause(f"limit:{self.name}:pause:{keyed(self.name, key)}", daily.taken(key))
        try:
            attempt.claim(daily, key)
        except LimitReached:
            if is_attacked:
                raise


@dataclass
class Attempt:
    """A try that was counted: all it has taken, to be given back if it was right."""

    taken: list[str] = field(default_factory=list)

    def claim(self, limit: Limit, key: str) -> None:
        """Take a place; LimitReached when none is free."""
        self.taken.append(limit.claim(key))

    def pause(self, name: str, tries: int) -> None:
        """Let nobody else try for a while that grows with the tries; LimitReached while such a pause goes on."""
        seconds = min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** min(tries, 8))
        with reachable_cache():
            is_first = cache.add(name, time.time() + seconds, timeout=seconds)
            left = 0 if is_first else cache.get(name, 0) - time.time()
        if not is_first:
            raise LimitReached(max(1, math.ceil(left)))
        self.taken.append(name)

    def give_back(self) -> None:
        """It was right, or was not made: it counts for nothing."""
        give_back(self.taken)
        self.taken.clear()
