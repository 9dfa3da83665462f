"""The time limits of a service page: one row per channel and case, with the channels nobody gave a limit for."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.models import Duration
from services.rules.choices import ChannelKind, CountedFrom, DurationUnit
from services.rules.wording import not_published, time_in_a_line, time_limit


@dataclass(frozen=True)
class TimeRow:
    """One time limit in words. `channel` is "" for every channel, `case` is "" for every case."""

    channel: str
    case: str
    limit: str
    counted_from: str
    note: str


@dataclass(frozen=True)
class TimeTable:
    """All time limits of a service."""

    in_short: str
    rows: list[TimeRow]
    has_cases: bool


def time_table(durations: Sequence[Duration], channels: list[str], ask: str = "") -> TimeTable:
    """Return the rows in the order of the channels; a channel without a limit is listed as unknown.

    `ask` is the place that can tell (wording.not_published).
    """
    durations = list(durations)
    order = list(dict.fromkeys(["", *channels, *ChannelKind.values]))
    rows = [_row(duration, ask) for duration in sorted(durations, key=lambda duration: order.index(duration.channel))]
    covered = {duration.channel for duration in durations}
    silent = [] if "" in covered or not durations else [kind for kind in channels if kind not in covered]
    rows += [TimeRow(str(ChannelKind(kind).label), "", not_published(ask), "", "") for kind in silent]
    return TimeTable(time_in_a_line(durations, ask), rows, has_cases=any(row.case for row in rows))


def _row(duration: Duration, ask: str) -> TimeRow:
    told_in_words = duration.unit == DurationUnit.WORDS
    return TimeRow(
        channel=str(ChannelKind(duration.channel).label) if duration.channel else "",
        case=duration.case,
        limit=time_limit(duration, ask),
        counted_from="" if told_in_words else str(CountedFrom(duration.counted_from).label),
        note="" if told_in_words or duration.note == time_limit(duration) else duration.note,
    )
