"""From what an editor put together in blocks to the steps of a form; blanks are filled, nothing is judged."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wagtail.blocks import StreamValue, StructValue

from core.text import fold, slug
from services.forms.definition.administrative_units import list_date
from services.forms.definition.block_references import resolve_references
from services.forms.definition.conditions import AllOf, AnyOf, Comparable, Condition, Test
from services.forms.definition.limits import TODAY
from services.forms.definition.machine_blocks import LENGTH
from services.forms.definition.measures import TwoMeaningsError, is_measure, read_measure
from services.forms.definition.questions import Choice, Kind, Limits, Prefill, Question, Step

if TYPE_CHECKING:
    from services.models import RequiredDocument

PREFILLS = {
    Kind.PERSON_NAME: Prefill.FULL_NAME,
    Kind.EMAIL: Prefill.EMAIL,
    Kind.PHONE: Prefill.PHONE,
    Kind.IDENTIFICATION: Prefill.IDENTIFICATION_NUMBER,
    Kind.BUSINESS: Prefill.BUSINESS_NUMBER,
    Kind.ADDRESS: Prefill.ADDRESS,
}
"""What answers a question of that kind from the profile."""

YES = frozenset({"yes", "true", "co", "dung"})
Kinds = Mapping[str, str]
Papers = Mapping[str, "RequiredDocument"]


def steps_of(stream: Iterable[StreamValue.StreamChild], papers: Papers, known: Kinds) -> tuple[Step, ...]:
    """Return the designed steps. `papers` are the service's by key, `known` the kinds of the questions asked before."""
    steps = [block.value for block in stream]
    kinds = {**known, **{block.value["key"]: block.block_type for step in steps for block in step["questions"]}}
    return tuple(_step(step, papers, kinds) for step in steps)


def _step(step: StructValue, papers: Papers, kinds: Kinds) -> Step:
    return Step(
        key=step["key"],
        heading=step["heading"],
        help=step["help"],
        shown_when=_condition(step["shown_when"], kinds),
        questions=tuple(_question(block.block_type, block.value, papers, kinds) for block in step["questions"]),
    )


def _question(kind: str, value: StructValue, papers: Papers, kinds: Kinds) -> Question:
    paper = value.get("paper", "")
    return Question(
        key=value["key"],
        kind=kind,
        label=value["label"],
        hint=value["hint"],
        required=bool(value.get("required")),
        limits=_limits(value),
        choices=tuple(Choice(choice["value"], choice["label"]) for choice in value.get("choices", ())),
        shown_when=_condition(value.get("shown_when"), kinds),
        prefill=_prefill(kind, value),
        sensitive=bool(value.get("sensitive")),
        document=str(papers[paper].translation_key) if paper in papers else paper,
        questions=tuple(
            _question(inner.block_type, inner.value, papers, kinds) for inner in value.get("questions", ())
        ),
        unit=value.get("unit") or "",
        ward_list=list_date() if kind == Kind.ADDRESS else "",
    )


def _limits(value: StructValue) -> Limits:
    """Return the limits an editor set; "past" and "future" stand for today, where no day is given."""
    least, most = _limit(value.get("least")), _limit(value.get("most"))
    match value.get("when"):
        case "past" if most is None:
            most = TODAY
        case "future" if least is None:
            least = TODAY
    return Limits(least, most)


def _limit(value: Decimal | date | int | None) -> int | str | None:
    if isinstance(value, Decimal):
        return _measured(f"{value:.6f}".replace(".", ","))
    return value.isoformat() if isinstance(value, date) else value


def _measured(value: str) -> str:
    """Return the measure as it is stored; what is none, or may be two, stays as it is."""
    try:
        return value if is_measure(value) else read_measure(value) or value
    except TwoMeaningsError:
        return value


def _prefill(kind: str, value: StructValue) -> str:
    if value.get("prefilled"):
        return PREFILLS[Kind(kind)].value
    return value.get("prefill") or ""


def _condition(value: StructValue | None, kinds: Kinds) -> Condition | None:
    tests = [_test(test, kinds) for test in value["tests"]] if value else []
    if not value or len(tests) < 2:
        return tests[0] if tests else None
    return AnyOf(tuple(tests)) if value["join"] == "any" else AllOf(tuple(tests))


def _test(test: StructValue, kinds: Kinds) -> Test:
    return Test(test["question"], test["operator"], typed(test["value"], kinds.get(test["question"], "")))


def typed(value: str, kind: str) -> Comparable:
    """Return the value as an answer to a question of that kind is stored; a text that is no number stays a text."""
    if kind == Kind.YES_NO:
        return fold(value) in YES
    if kind == Kind.MEASURE:
        return _measured(value)
    if kind in (Kind.NUMBER, Kind.AMOUNT):
        digits = value.replace(".", "").strip()
        return int(digits) if digits.removeprefix("-").isdigit() else value
    return value


def fill_names(stream: Iterable[StreamValue.StreamChild], taken: Iterable[str]) -> None:
    """Give every step, question and choice without a machine name one made from its words; names stay once given.

    `taken` are the names of the steps and questions every form has. Conditions then speak by those names.
    """
    stream = list(stream)
    steps = [block.value for block in stream]
    questions = [block.value for step in steps for block in step["questions"]]
    every = [one for question in questions for one in (question, *_inner(question))]
    others = set(taken)
    _name(steps, "key", "heading", others | {step["key"] for step in steps})
    _name(every, "key", "label", others | {one["key"] for one in every})
    for one in every:
        choices = list(one.get("choices", ()))
        _name(choices, "value", "label", {choice["value"] for choice in choices})
    resolve_references(stream)


def _inner(question: StructValue) -> list[StructValue]:
    """Return the questions of a group."""
    return [block.value for block in question.get("questions", ())]


def _name(values: Iterable[StructValue], name: str, words: str, taken: set[str]) -> None:
    for value in values:
        if not value[name] and value[words]:
            value[name] = next(one for one in _candidates(value[words]) if one not in taken)
            taken.add(value[name])


def _candidates(words: str) -> Iterator[str]:
    base = slug(words, LENGTH - 10).replace("-", "_") or "cau_hoi"
    if not base[0].isalpha():
        base = f"so_{base}"
    yield base
    number = 2
    while True:
        yield f"{base}_{number}"
        number += 1
