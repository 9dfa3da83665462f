"""What importing national records promises, and whether two runs kept it."""

import re
from typing import NamedTuple

PER_SECOND = 10
"""Records, published with all their indexes. Measured in time of one processor: others may use the machine."""
MOST_MEMORY = 400
"""Megabytes at the most, however long the file is."""


class Run(NamedTuple):
    """One run of the command."""

    last_line: str
    seconds: float
    busy: float
    megabytes: float

    @property
    def counts(self) -> dict[str, int]:
        """What its last line counts."""
        return {name: int(count) for name, count in re.findall(r"(\w+) (\d+)", self.last_line)}

    @property
    def per_second(self) -> float:
        return sum(self.counts.values()) / self.seconds

    @property
    def per_busy_second(self) -> float:
        return sum(self.counts.values()) / self.busy


def broken_promises(first: Run, second: Run) -> list[str]:
    """What was promised and not kept, in sentences."""
    broken = []
    if first.per_busy_second < PER_SECOND:
        broken.append(f"{first.per_busy_second:.1f} records/s, at least {PER_SECOND}.")
    if max(first.megabytes, second.megabytes) > MOST_MEMORY:
        broken.append(f"{max(first.megabytes, second.megabytes):.0f} MB, at most {MOST_MEMORY}.")
    if second.counts["created"] or second.counts["updated"]:
        broken.append(f"the second run changed something: {second.last_line}")
    if sum(first.counts.values()) != sum(second.counts.values()):
        broken.append(f"not every record was handled twice: {first.last_line}; {second.last_line}")
    return broken
