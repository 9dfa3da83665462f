"""What a page of the editors' area may cost at most: for tests, and for `make bench-pages` at any size."""

import re
import sys
from typing import NamedTuple


class Cost(NamedTuple):
    """Questions to the database, bytes and elements of one answer."""

    queries: int
    size: int
    nodes: int

    @classmethod
    def of(cls, html: bytes, queries: int) -> "Cost":
        """Measure an answer that asked that many questions."""
        return cls(queries, len(html), len(re.findall(rb"<[a-zA-Z]", html)))

    def beyond(self, most: "Cost") -> list[str]:
        """Return what is more than the budget allows, a line each."""
        told = zip(("queries", "bytes", "elements"), self, most, strict=True)
        return [f"{now:,} {what}, at most {allowed:,}" for what, now, allowed in told if now > allowed]


ANY = sys.maxsize
LIST = Cost(45, 200_000, ANY)
"""A list of 50 rows."""
DASHBOARD = Cost(45, ANY, ANY)
TRANSLATION_QUEUE = Cost(40, 100_000, ANY)
LONG_SERVICE = Cost(20, 500_000, 4_500)
"""The editor of a service of 33 papers; its questions are those beyond what a notice's editor asks."""
