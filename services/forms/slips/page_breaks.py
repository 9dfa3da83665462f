"""Which lines of a block stay together where a page ends. Pure: numbers of lines in and out."""

from collections.abc import Callable

KEPT_WHOLE = 6
"""Lines of a block that goes to the next page as a whole; a longer one is parted."""


def following(count: int) -> set[int]:
    """Return the lines of a block, numbered from 0, that stand on the page of the line before them.

    No part of a longer block is a single line.
    """
    return set(range(1, count)) if count <= KEPT_WHOLE else {1, count - 1}


def together(number: int, following: set[int]) -> int:
    """Return how many lines have to fit below each other, from that one on."""
    last = number
    while last + 1 in following:
        last += 1
    return last - number + 1


def end_of_part(first: int, count: int, following: set[int], fits: Callable[[int], bool]) -> int:
    """Return where the part ends that goes on this page from line `first` on; it has the lines that stay with that one.

    `fits` tells of a number of lines whether they have room.
    """
    last = first + together(first, following)
    while last < count and fits(last - first + together(last, following)):
        last += together(last, following)
    return last
