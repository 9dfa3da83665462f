"""Which row of one procedure is which row of the other: by what they are, never by where they stand."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from core.text import fold
from services.national import facts
from services.national.facts import FactRow
from services.national.mapping.offices import common_name
from services.rules.choices import DurationUnit, FeeStatus

Key = Callable[[FactRow], Hashable]
Pair = tuple[FactRow | None, FactRow | None]

ALIKE = 0.85
"""From here on two names are the same with a slip of the pen."""
MOST_COMPARED = 60
"""Rows of a kind that are compared letter by letter, which takes time by their square."""


@dataclass(frozen=True)
class RowRule:
    """How rows of one kind are matched: by these keys, the strongest first (None = tells nothing), and what of a pair
    is compared. The first key names the row.
    """

    keys: tuple[Key, ...]
    compared: tuple[Key, ...] = ()
    is_named: bool = False
    """Whether names with a slip of the pen are matched at last."""


def _text(*names: str) -> Key:
    return lambda row: tuple(fold(row.text(name)) for name in names)


def _known(name: str) -> Key:
    return lambda row: fold(row.text(name)) or None


def _files(row: FactRow) -> Hashable:
    return tuple(sorted(fold(one) for one in row.text("template_files").splitlines()))


def _limit(row: FactRow) -> Hashable:
    note = fold(row.text("note")) if row.values["unit"] == DurationUnit.WORDS else ""
    return (row.values["value"], row.text("unit"), note)


def _price(row: FactRow) -> Hashable:
    return (row.text("status"), row.values["amount"])


def _words_of_fee(row: FactRow) -> Hashable:
    """Return where a fee without an amount is told; None for one that has no words of its own."""
    is_told = row.values["status"] == FeeStatus.SEE_NOTE and not row.values.get("is_bare")
    return fold(row.text("note")) if is_told else None


def _agency(row: FactRow) -> Hashable:
    return common_name(row.text("name"))


def _sure_price(row: FactRow) -> Hashable:
    return (row.text("channel"), row.values["amount"]) if row.values["amount"] else None


def _paper_name(row: FactRow) -> Hashable:
    return None if row.values.get("is_abridged") else fold(row.text("name"))


def _both(*keys: Key) -> Key:
    def joined(row: FactRow) -> Hashable:
        found = [key(row) for key in keys]
        return None if None in found else tuple(found)

    return joined


def _counts(row: FactRow) -> Hashable:
    return (row.values["originals"], row.values["copies"])


RULES = {
    facts.CHANNELS: RowRule((_text("kind"),)),
    facts.DURATIONS: RowRule(
        keys=(
            _text("channel", "case"),
            _both(_text("channel", "case"), _limit),
            _both(_text("channel"), _limit),
            _text("channel"),
        ),
        compared=(_limit,),
    ),
    facts.FEES: RowRule(
        keys=(
            _text("channel", "case", "kind"),
            _both(_text("channel", "case", "kind"), _price),
            _sure_price,
            _text("channel", "kind"),
            _text("channel"),
        ),
        compared=(_price, _words_of_fee),
    ),
    facts.DOCUMENTS: RowRule(
        keys=(_text("case", "name"), _text("name"), lambda row: _files(row) or None),
        compared=(_paper_name, _counts, _files),
        is_named=True,
    ),
    facts.RESULTS: RowRule((_text("name"), _known("code")), (_text("name"), _text("code")), is_named=True),
    facts.LEGAL_BASES: RowRule((_known("number"), _text("title"))),
    facts.AGENCIES: RowRule((_known("code"), _agency)),
}
"""Steps are told in words and compared as a whole."""


def match(ours: Sequence[FactRow], theirs: Sequence[FactRow], rule: RowRule) -> list[Pair]:
    """Return every row once: in a pair, or alone.

    A key that several rows of one side have pairs those whose values are equal; what is then still open is left to
    the next key, and at last alone: nobody can say which of two is meant.
    """
    open_ours, open_theirs, pairs = list(ours), list(theirs), list[Pair]()
    for key in rule.keys:
        for group_ours, group_theirs in _groups(open_ours, open_theirs, key):
            for pair in _paired(group_ours, group_theirs, rule):
                _close(pair, open_ours, open_theirs, pairs)
    if rule.is_named and len(open_ours) * len(open_theirs) <= MOST_COMPARED**2:
        for pair in _alike(open_ours, open_theirs):
            _close(pair, open_ours, open_theirs, pairs)
    return [*pairs, *((row, None) for row in open_ours), *((None, row) for row in open_theirs)]


def values_of(row: FactRow, rule: RowRule) -> tuple[Hashable, ...]:
    """Return what of a row is compared."""
    return tuple(compared(row) for compared in rule.compared)


def is_same(ours: FactRow, theirs: FactRow, rule: RowRule) -> bool:
    """Return whether two rows say the same; what one of them cannot tell (None) is no difference."""
    pairs = zip(values_of(ours, rule), values_of(theirs, rule), strict=True)
    return all(one == other or None in (one, other) for one, other in pairs)


def _close(pair: tuple[FactRow, FactRow], ours: list[FactRow], theirs: list[FactRow], pairs: list[Pair]) -> None:
    ours[:] = [row for row in ours if row is not pair[0]]
    theirs[:] = [row for row in theirs if row is not pair[1]]
    pairs.append(pair)


def _groups(ours: Iterable[FactRow], theirs: Iterable[FactRow], key: Key) -> list[tuple[list[FactRow], list[FactRow]]]:
    found: dict[Hashable, tuple[list[FactRow], list[FactRow]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((ours, theirs)):
        for row in rows:
            found[key(row)][side].append(row)
    return [group for name, group in found.items() if name is not None and all(group)]


def _paired(ours: list[FactRow], theirs: list[FactRow], rule: RowRule) -> list[tuple[FactRow, FactRow]]:
    pairs = []
    for row in list(ours):
        equal = next((other for other in theirs if is_same(row, other, rule)), None)
        if equal is not None:
            pairs.append((row, equal))
            ours.remove(row)
            theirs.remove(equal)
    return [*pairs, (ours[0], theirs[0])] if len(ours) == len(theirs) == 1 else pairs


def _alike(ours: Sequence[FactRow], theirs: Sequence[FactRow]) -> list[tuple[FactRow, FactRow]]:
    names = [(row, fold(row.text("name"))) for row in theirs]
    pairs: list[tuple[FactRow, FactRow]] = []
    for row in ours:
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(fold(row.text("name")))
        best, nearest = ALIKE, None
        for other, name in names:
            matcher.set_seq1(name)
            if matcher.quick_ratio() > best and matcher.ratio() > best:
                best, nearest = matcher.ratio(), other
        if nearest is not None:
            pairs.append((row, nearest))
            names = [one for one in names if one[0] is not nearest]
    return pairs
