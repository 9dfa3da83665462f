"""QR codes: the same text gives the same code, longer texts larger ones, and the drawing holds every module."""

import re

import pytest

from core.qr import QUIET_ZONE, drawing, matrix, runs

ADDRESS = "https://dichvucong.example/dich-vu/dang-ky-khai-sinh/"
FINDER = [[1, 1, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0, 1], [1, 0, 1, 1, 1, 0, 1]]


def test_code_is_a_square_with_white_around_it():
    lines = matrix(ADDRESS)
    assert {len(line) for line in lines} == {len(lines)}
    edge = [*lines[:QUIET_ZONE], *lines[-QUIET_ZONE:], *([*line[:QUIET_ZONE], *line[-QUIET_ZONE:]] for line in lines)]
    assert not any(any(line) for line in edge)


def test_three_corners_say_where_the_code_is():
    lines = matrix(ADDRESS)
    size = len(lines)
    for top, left in (
        (QUIET_ZONE, QUIET_ZONE),
        (QUIET_ZONE, size - QUIET_ZONE - 7),
        (size - QUIET_ZONE - 7, QUIET_ZONE),
    ):
        found = [[int(module) for module in line[left : left + 7]] for line in lines[top : top + 3]]
        assert found == FINDER


def test_longer_text_needs_more_modules():
    assert len(matrix(ADDRESS * 4)) > len(matrix(ADDRESS))


@pytest.mark.parametrize(
    ("line", "expected"),
    [("", []), ("0", []), ("1", [(0, 1)]), ("0110", [(1, 2)]), ("1011", [(0, 1), (2, 2)]), ("111", [(0, 3)])],
)
def test_runs_are_the_dark_stretches(line, expected):
    assert list(runs([sign == "1" for sign in line])) == expected


def test_drawing_has_every_dark_module_and_no_other():
    side, path = drawing(ADDRESS)
    dark = set()
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path):
        dark |= {(int(y), int(x) + step) for step in range(int(length))}
    assert side == len(matrix(ADDRESS))
    assert dark == {(y, x) for y, line in enumerate(matrix(ADDRESS)) for x, module in enumerate(line) if module}
