"""What differs between a page and a record, field by field and row by row."""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from core.text import fold
from services.national import facts
from services.national.comparing.matching import RULES, Pair, is_same, match, values_of
from services.national.facts import FactRow, ProcedureFacts, Value
from services.rules.choices import AgencyRole

OFFERED = ("conditions", facts.STEPS)
"""Wording: a page may say it in plainer words, so it is offered and never counted as a difference."""
SILENT = ("", None, ())
STATUSES = {"conditions_status": "conditions"}
"""What is said of a part without content goes with the part."""


class Found(Enum):
    """On which side something is said."""

    BOTH = "both"
    OURS_ALONE = "ours_alone"
    THEIRS_ALONE = "theirs_alone"


@dataclass(frozen=True)
class Difference:
    """One field, one row or all steps that a page and a record tell differently.

    `part` is the name of a field or a kind of rows, `place` names what differs, `digest` what the record says of it.
    """

    part: str
    place: str
    digest: str
    ours: Value | FactRow | tuple[FactRow, ...]
    theirs: Value | FactRow | tuple[FactRow, ...]

    @property
    def is_offered(self) -> bool:
        """Whether it is wording, or a code beside the same name: a page may stay as it is without being wrong."""
        ours, theirs = self.ours, self.theirs
        if self.part == facts.RESULTS and isinstance(ours, FactRow) and isinstance(theirs, FactRow):
            return not ours.text("code") and fold(ours.text("name")) == fold(theirs.text("name"))
        return self.part in OFFERED

    @property
    def found(self) -> Found:
        if self.ours in SILENT:
            return Found.THEIRS_ALONE
        return Found.OURS_ALONE if self.theirs in SILENT else Found.BOTH

    @property
    def our_place(self) -> int | None:
        """Where the page's row stands among those of its kind."""
        return self.ours.place if isinstance(self.ours, FactRow) else None


def diff(ours: ProcedureFacts, theirs: ProcedureFacts) -> list[Difference]:
    """Return what differs, fields first, each kind of rows in the order of the page. Equal facts differ in nothing."""
    fields = (found for name in theirs.fields if (found := _field(name, ours, theirs)))
    rows = (found for kind, rule in RULES.items() for found in _rows(kind, ours.rows[kind], theirs.rows[kind]))
    return [*fields, *rows, *_steps(ours, theirs)]


def _field(name: str, ours: ProcedureFacts, theirs: ProcedureFacts) -> Difference | None:
    """Return how a field differs. What the record leaves blank is no difference: it says nothing against the page."""
    own, said = ours.fields.get(name), theirs.fields[name]
    if name in STATUSES or said in SILENT or _plain(own) == _plain(said):
        return None
    return Difference(name, name, _digest(_plain(said)), own, said)


def _plain(value: Value) -> Hashable:
    """Return a value as it is compared: words without case and punctuation, names in any order."""
    if isinstance(value, tuple):
        return tuple(sorted(fold(one) for one in value))
    return fold(value) if isinstance(value, str) else value


def _rows(kind: str, ours: Sequence[FactRow], theirs: Sequence[FactRow]) -> Iterator[Difference]:
    rule, taken = RULES[kind], Counter[str]()
    for own, said in _told(kind, match(ours, theirs, rule), theirs):
        if own is not None and said is not None and is_same(own, said, rule):
            continue
        named = said or own
        place = f"{kind}:{_digest(_name(named, kind))[:16]}" if named else kind
        taken[place] += 1
        if taken[place] > 1:
            place = f"{place}-{taken[place]}"
        digest = _digest((_name(said, kind), values_of(said, rule)) if said else None)
        yield Difference(kind, place, digest, own, said)


def _told(kind: str, pairs: Iterable[Pair], theirs: Sequence[FactRow]) -> Iterator[Pair]:
    """Leave out what a page alone says because a record cannot: cases it does not tell, who receives an application."""
    has_cases = any(row.text("case") for row in theirs)
    for own, said in pairs:
        if said is None and own is not None and (not theirs or _is_our_own(kind, own, has_cases)):
            continue
        yield own, said


def _is_our_own(kind: str, row: FactRow, has_cases: bool) -> bool:
    if kind == facts.AGENCIES:
        return bool(row.values.get("is_department")) or row.values["role"] != AgencyRole.COMPETENT
    return kind in (facts.DURATIONS, facts.FEES) and bool(row.text("case")) and not has_cases


def _name(row: FactRow | None, kind: str) -> Hashable:
    """Return what a row is called by, from its strongest key; a blank one by all that is known of it."""
    if row is None:
        return None
    return next((name for key in RULES[kind].keys if (name := key(row)) not in (None, ("",))), kind)


def _steps(ours: ProcedureFacts, theirs: ProcedureFacts) -> Iterator[Difference]:
    own, said = ours.rows[facts.STEPS], theirs.rows[facts.STEPS]
    if said and _words(own) != _words(said):
        yield Difference(facts.STEPS, facts.STEPS, _digest(_words(said)), own, said)


def _words(rows: Iterable[FactRow]) -> tuple[str, ...]:
    return tuple(fold(f"{row.text('heading')} {row.text('text')}") for row in rows)


def _digest(value: Hashable) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, default=str).encode()).hexdigest()
