"""Which lines of a block stay together where a page ends. Pure: numbers of lines in and out."""

KEPT_WHOLE = 6
"""Lines of a block that goes to the next page as a whole; a longer one is parted."""


def following(count: int) -> set[int]:
    """The lines of a block, numbered from 0, that stand on the page of the line before them.

    No part of a longer block is a single line.
    """
    return set(range(1, count)) if count <= KEPT_WHOLE else {1, count - 1}


def together(number: int, following: set[int]) -> int:
    """How many lines have to fit below each other, from that one on."""
    last = number
    while last + 1 in following:
        last += 1
    return last - number + 1
