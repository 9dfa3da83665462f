"""Failed deliveries wait longer and longer, for a day; then they are dead letters."""

from datetime import UTC, datetime, timedelta

import pytest

from outbox.retries import FEWEST_ATTEMPTS, is_over, next_attempt

DUE = datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 60), (5, 60), (12, 60), (26, 60)])
def test_each_wait_is_longer_until_it_is_an_hour(attempts, minutes):
    now = DUE + timedelta(hours=1)
    assert next_attempt(attempts=attempts, due_at=DUE, now=now) == now + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("attempts", "hours", "over"),
    [
        (FEWEST_ATTEMPTS, 23.99, False),
        (FEWEST_ATTEMPTS, 24, True),
        (40, 23.99, False),
        (40, 24, True),
        (1, 72, False),
        (FEWEST_ATTEMPTS - 1, 72, False),
    ],
)
def test_nobody_tries_after_a_day_unless_there_were_hardly_any_tries(attempts, hours, over):
    now = DUE + timedelta(hours=hours)
    assert is_over(attempts=attempts, due_at=DUE, now=now) is over
    assert (next_attempt(attempts=attempts, due_at=DUE, now=now) is None) is over


def test_a_whole_day_of_failures_has_28_attempts():
    now, attempts = DUE, 0
    while now is not None:
        attempts += 1
        last = now
        now = next_attempt(attempts=attempts, due_at=DUE, now=now)
    assert attempts == 28
    assert timedelta(hours=24) <= last - DUE < timedelta(hours=25)
