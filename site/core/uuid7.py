"""Identifiers that sort by the time they were made (RFC 9562, version 7); Python has them from 3.14 on."""

import secrets
import time
from uuid import UUID

RANDOM_BITS = 74


def uuid7() -> UUID:
    """Return a new identifier: 48 bits of milliseconds since 1970, then 74 random bits."""
    random = secrets.randbits(RANDOM_BITS)
    high, low = random >> 62, random & ((1 << 62) - 1)
    return UUID(int=(time.time_ns() // 1_000_000 << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low)
