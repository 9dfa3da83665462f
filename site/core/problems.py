"""What keeps a page from being published: one problem, in words, with the place where it is mended."""

from typing import NamedTuple

from django.utils.functional import Promise


class Problem(NamedTuple):
    """What is wrong and where.

    `field` is a field of the page or a kind of its rows ("" = the page as a whole), `row` the place of a row among its
    kind (from 0; None = all of them), `column` the field of that row ("" = the row as a whole). `inside` leads through
    the blocks of a field: numbers of a stream's blocks, names of a block's parts.
    """

    message: str | Promise
    field: str = ""
    row: int | None = None
    column: str = ""
    inside: tuple[int | str, ...] = ()
