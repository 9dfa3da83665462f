"""QR codes: a text as a square of modules, and as one path of an SVG picture."""

from collections.abc import Iterator
from functools import lru_cache

import segno

QUIET_ZONE = 4
"""Modules that must stay white all around (ISO/IEC 18004)."""
KEPT = 2048
"""Codes that are remembered: a page is asked for more often than its address changes, and a code takes milliseconds."""


def matrix(text: str) -> list[list[bool]]:
    """Return the modules line by line, dark ones true, with the quiet zone; read even with 15 % of it worn away (level
    M).
    """
    code = segno.make_qr(text, error="m")
    return [[bool(module) for module in line] for line in code.matrix_iter(border=QUIET_ZONE)]


def runs(line: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield where dark modules stand side by side: the first of them and how many."""
    start = None
    for place, dark in enumerate([*line, False]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None


@lru_cache(KEPT)
def drawing(text: str) -> tuple[int, str]:
    """Return the modules of a side, and the path that draws them in a view box of that size."""
    lines = matrix(text)
    path = "".join(
        f"M{first} {y}h{length}v1h-{length}z" for y, line in enumerate(lines) for first, length in runs(line)
    )
    return len(lines), path
