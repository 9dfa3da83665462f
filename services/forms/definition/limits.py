"""How long, large, early, late or many an answer may be: the usual limits of a kind, and those of a question."""

from datetime import date
from typing import Any

from django.utils import timezone

from services.forms.definition.measures import LARGEST, is_measure, size
from services.forms.definition.questions import Kind, Question

TODAY = "today"
"""As a limit of a date: the day on which the answer is judged."""

_LARGEST = 10**15
_USUAL: dict[str, tuple[Any, Any]] = {
    Kind.TEXT: (0, 200),
    Kind.PERSON_NAME: (0, 200),
    Kind.LONG_TEXT: (0, 5_000),
    Kind.EMAIL: (0, 254),
    Kind.NUMBER: (-_LARGEST, _LARGEST),
    Kind.AMOUNT: (0, _LARGEST),
    Kind.MEASURE: ("0", LARGEST),
    Kind.DATE: ("1900-01-01", "2199-12-31"),
    Kind.MANY: (0, 100),
    Kind.FILES: (0, 20),
    Kind.GROUP: (0, 20),
}
_WIDEST: dict[str, tuple[Any, Any]] = {**_USUAL, Kind.DATE: ("1800-01-01", "2199-12-31")}


def has_limits(kind: str) -> bool:
    """Return whether answers of that kind have limits at all."""
    return kind in _USUAL


def bounds(question: Question) -> tuple[Any, Any]:
    """Return the least and the most an answer may be; for a kind without limits nothing."""
    least, most = _USUAL.get(question.kind, (None, None))
    given = question.limits
    return (
        least if given.least is None else _resolved(given.least),
        most if given.most is None else _resolved(given.most),
    )


def widest(kind: str) -> tuple[Any, Any]:
    """Return what the limits of a question must stay within."""
    return _WIDEST[kind]


def in_order(kind: str, *limits: Any) -> bool:
    """Return whether limits of that kind stand in their order, the least first."""
    sizes = [size(limit) if kind == Kind.MEASURE else limit for limit in limits]
    return sizes == sorted(sizes)


def is_limit(kind: str, limit: object) -> bool:
    """Return whether this can be a limit of that kind: a date for dates, a decimal text for measures, else a whole
    number.
    """
    if kind == Kind.MEASURE:
        return isinstance(limit, str) and is_measure(limit)
    if kind != Kind.DATE:
        return isinstance(limit, int) and not isinstance(limit, bool)
    return limit == TODAY or (isinstance(limit, str) and _is_iso(limit))


def _is_iso(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _resolved(limit: int | str) -> int | str:
    return timezone.localdate().isoformat() if limit == TODAY else limit
