"""Whether a counter is open now, told from its opening hours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol

DAYS = 7


class Span(Protocol):
    """One span of a weekday (ISO, 1 = Monday) in local time; the counter is open from `opens` up to `closes`."""

    @property
    def weekday(self) -> int: ...
    @property
    def opens(self) -> time: ...
    @property
    def closes(self) -> time: ...


@dataclass(frozen=True)
class Opening:
    """The state of a counter and when it changes next.

    `changes_at` is when it closes if it is open, else when it opens; `in_days` is 0 today, 1 tomorrow, 7 in a week.
    """

    is_open: bool
    changes_at: time
    weekday: int
    in_days: int


def opening(spans: Iterable[Span], at: datetime) -> Opening | None:
    """Return the state at that moment, a local time; None while no hours are known. Public holidays are not
    looked at.
    """
    rows = sorted(spans, key=lambda span: (span.weekday, span.opens))
    if not rows:
        return None
    today, now = at.isoweekday(), at.time()
    current = [span for span in rows if span.weekday == today and span.opens <= now < span.closes]
    if current:
        return Opening(True, _end(current[0], rows), today, 0)
    later = ((days, span) for days in range(DAYS + 1) for span in rows if _is_on(span, today, days))
    days, span = next((days, span) for days, span in later if days or span.opens > now)
    return Opening(False, span.opens, span.weekday, days)


def _end(span: Span, rows: Sequence[Span]) -> time:
    """Return when the counter closes: a span that begins as this one ends goes on without a break."""
    follower = next(
        (row for row in rows if row.weekday == span.weekday and span.opens < row.opens <= span.closes), None
    )
    return max(span.closes, _end(follower, rows)) if follower else span.closes


def _is_on(span: Span, today: int, days: int) -> bool:
    return span.weekday == (today + days - 1) % DAYS + 1
