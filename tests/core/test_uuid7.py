"""Identifiers that sort by time."""

import time
from uuid import RFC_4122

from core.uuid7 import uuid7


def test_identifiers_are_of_version_7_and_never_the_same():
    made = [uuid7() for _ in range(1000)]
    assert {(one.version, one.variant) for one in made} == {(7, RFC_4122)}
    assert len(set(made)) == 1000


def test_later_identifiers_sort_later():
    first = uuid7()
    time.sleep(0.002)
    assert first < uuid7()


def test_identifier_tells_its_millisecond():
    before = time.time_ns() // 1_000_000
    assert before <= uuid7().int >> 80 <= time.time_ns() // 1_000_000
