"""Bar charts as data: where each bar lies and how long it is; the template draws them as SVG without any style."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 400
ENLARGED = 1.4
"""A desk shows the drawing so much larger; a phone as wide as it is."""
LONGEST_BAR = 300
LINE, BAR, GAP = 18, 14, 12
LONGEST_LABEL = 56


@dataclass(frozen=True)
class Series:
    """What bars of one colour stand for; `colour` is a custom property of the stylesheet."""

    name: str
    colour: str


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    width: int
    colour: str


@dataclass(frozen=True)
class Text:
    x: int
    y: int
    words: str


@dataclass(frozen=True)
class Chart:
    """A drawing with what it says in words; the same numbers stand in a table beside it."""

    name: str
    title: str
    words: str
    series: tuple[Series, ...]
    bars: list[Bar]
    labels: list[Text]
    numbers: list[Text]
    height: int

    @property
    def shown_width(self) -> int:
        return int(WIDTH * ENLARGED)

    @property
    def shown_height(self) -> int:
        return int(self.height * ENLARGED)


Row = tuple[str, Sequence[int]]
"""What a group of bars is about, and a number for each series."""


def side_by_side(name: str, title: str, words: str, series: Sequence[Series], rows: Sequence[Row]) -> Chart:
    """Under each label one bar below the other."""
    most = max((number for _label, numbers in rows for number in numbers), default=0)
    bars, labels, found, y = [], [], [], 0
    for label, numbers in rows:
        labels.append(Text(0, y + BAR, _cut(label)))
        y += LINE
        for one, number in zip(series, numbers, strict=True):
            bars.append(Bar(0, y, _length(number, most), one.colour))
            found.append(Text(_length(number, most) + 6, y + BAR - 2, str(number)))
            y += BAR + 2
        y += GAP
    return Chart(name, title, words, tuple(series), bars, labels, found, max(y - GAP, 1))


def stacked(name: str, title: str, words: str, series: Sequence[Series], rows: Sequence[Row]) -> Chart:
    """Under each label one bar made of parts; behind it, the whole."""
    most = max((sum(numbers) for _label, numbers in rows), default=0)
    bars, labels, found, y = [], [], [], 0
    for label, numbers in rows:
        labels.append(Text(0, y + BAR, _cut(label)))
        y += LINE
        x = reached = 0
        for one, number in zip(series, numbers, strict=True):
            reached += number
            end = _length(reached, most)
            bars.append(Bar(x, y, end - x, one.colour))
            x = end
        found.append(Text(x + 6, y + BAR - 2, " + ".join(str(number) for number in numbers)))
        y += BAR + GAP
    return Chart(name, title, words, tuple(series), bars, labels, found, max(y - GAP, 1))


def _length(number: int, most: int) -> int:
    return round(number * LONGEST_BAR / most) if most else 0


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
