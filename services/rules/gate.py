"""The gate of a service: what keeps a page from being published although every draft of it is kept.

Works on plain rows. A new rule is a function of the draft, named in RULES.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from core.problems import Problem
from core.text import fold
from services.rules import deadlines
from services.rules.cases import Row
from services.rules.choices import ApplyMode, DurationUnit, FeeStatus, Level
from services.rules.fees import Fee, conflicts
from services.rules.levels import MissingPart, ServiceFacts, missing

MAX_TITLE_LENGTH = 120
PLACES = {
    MissingPart.OFFICIAL_NAME: "official_name",
    MissingPart.STEPS: "steps",
    MissingPart.TIME_LIMIT: "durations",
    MissingPart.DOCUMENTS: "documents",
    MissingPart.AUDIENCE: "audiences",
    MissingPart.AGENCY: "handling_agencies",
    MissingPart.RESULT: "results",
    MissingPart.FEES: "fees",
    MissingPart.TEMPLATE: "documents",
    MissingPart.WAY_TO_HAND_IN: "channels",
    MissingPart.ONLINE_ROUTE: "handling_agencies",
    MissingPart.PAYMENT_ROUTE: "payment_url",
    MissingPart.REMOTE_RESULT: "result_online",
}
"""The field of the page, or the kind of its rows, where a missing part is given."""


class CaseRow(Protocol):
    """A case: the key that rows choose it by, and its name."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...


class FeeRow(Fee, Row, Protocol):
    """A fee with its note."""

    @property
    def note(self) -> str: ...


class DurationRow(deadlines.Duration, Protocol):
    """A time limit with what it holds for."""

    @property
    def channel(self) -> str: ...
    @property
    def case_key(self) -> str: ...
    @property
    def case(self) -> str: ...
    @property
    def counted_from(self) -> str: ...


class AgencyRow(Protocol):
    """An agency: a department of ours or a name, how one applies there, from when to when."""

    @property
    def department_id(self) -> int | None: ...
    @property
    def agency_name(self) -> str: ...
    @property
    def apply_mode(self) -> str: ...
    @property
    def external_url(self) -> str: ...
    @property
    def opens_on(self) -> date | None: ...
    @property
    def closes_on(self) -> date | None: ...


class PaperRow(Row, Protocol):
    """A paper: the case that needs it, and where its template is found elsewhere."""

    @property
    def template_url(self) -> str: ...
    @property
    def template_files(self) -> str: ...


@dataclass(frozen=True)
class ServiceDraft:
    """What the gate is asked about: fields of the page, and its rows in the editor's order."""

    title: str = ""
    level: int | None = None
    claimed: int = 0
    """The level that the public page claims today, in whatever language; 0 while there is none."""
    facts: ServiceFacts | None = None
    """What the level is judged by; a draft without them is not judged."""
    effective_from: date | None = None
    effective_to: date | None = None
    cases: Sequence[CaseRow] = ()
    fees: Sequence[FeeRow] = ()
    durations: Sequence[DurationRow] = ()
    agencies: Sequence[AgencyRow] = ()
    documents: Sequence[PaperRow] = ()


def problems(draft: ServiceDraft) -> list[Problem]:
    """Return everything that keeps the service from being published, in the language in force."""
    return [problem for rule in RULES for problem in rule(draft)]


def _title(draft: ServiceDraft) -> Iterator[Problem]:
    if len(draft.title) > MAX_TITLE_LENGTH:
        limit = {"limit": MAX_TITLE_LENGTH}
        yield Problem(
            _("A plain title has at most %(limit)d characters; put the legal name into “official name”.") % limit,
            "title",
        )


def _level(draft: ServiceDraft) -> Iterator[Problem]:
    """A new claim has to be earned. What is public already and earns it no longer is listed, not taken down."""
    if draft.level and draft.facts and draft.level > draft.claimed:
        for gap in missing(draft.facts, Level(draft.level)):
            said = _("Level %(level)d is not reached yet. %(what)s") % {"level": draft.level, "what": gap.message}
            yield Problem(said, PLACES[gap.part])


def _days(draft: ServiceDraft) -> Iterator[Problem]:
    if _is_reversed(draft.effective_from, draft.effective_to):
        yield Problem(_("The last day must not be before the first."), "effective_to")


def _fees(draft: ServiceDraft) -> Iterator[Problem]:
    for number, fee in enumerate(draft.fees):
        if (fee.status == FeeStatus.AMOUNT) != bool(fee.amount):
            message = _("An amount above 0 goes with the status “Amount”, and only with it.")
            yield Problem(message, "fees", number, "amount")
        if fee.status in {FeeStatus.SEE_NOTE, FeeStatus.NOT_PRESCRIBED} and not fee.note:
            yield Problem(_("Say in the note where the citizen finds the fee."), "fees", number, "note")
        if _is_reversed(fee.valid_from, fee.valid_to):
            yield Problem(_("The last day must not be before the first."), "fees", number, "valid_to")


def _fee_conflicts(draft: ServiceDraft) -> Iterator[Problem]:
    for conflict in conflicts(draft.fees):
        numbers = [number for number, fee in enumerate(draft.fees) if any(fee is one for one in conflict.fees)]
        yield Problem(f"{conflict.kind.label} {_rows(numbers)}", "fees", numbers[-1])


def _durations(draft: ServiceDraft) -> Iterator[Problem]:
    for number, row in enumerate(draft.durations):
        if row.unit in deadlines.COUNTED and not row.value:
            yield Problem(_("Give the number of days, hours, months or years."), "durations", number, "value")
        if row.unit and row.unit not in deadlines.COUNTED and row.value is not None:
            yield Problem(_("This unit takes no number."), "durations", number, "value")
        if row.unit == DurationUnit.WORDS and not row.note:
            yield Problem(_("Tell the time limit in words here."), "durations", number, "note")


def _duration_conflicts(draft: ServiceDraft) -> Iterator[Problem]:
    """Two limits in numbers for one channel, one case and one beginning: nobody can tell which holds."""
    rows_of: dict[tuple[str, str, str], list[int]] = {}
    for number, row in enumerate(draft.durations):
        if row.unit and row.unit != DurationUnit.WORDS:
            rows_of.setdefault((row.channel, row.case_key, row.counted_from), []).append(number)
    for numbers in rows_of.values():
        if len(numbers) > 1:
            said = _("Several time limits hold for the same channel and case: give each row its own.")
            yield Problem(f"{said} {_rows(numbers)}", "durations", numbers[-1])


def _agencies(draft: ServiceDraft) -> Iterator[Problem]:
    for number, row in enumerate(draft.agencies):
        if bool(row.department_id) == bool(row.agency_name):
            message = _("Choose a department or give the agency's name, one of the two.")
            yield Problem(message, "handling_agencies", number)
        if row.apply_mode == ApplyMode.EXTERNAL and not row.external_url:
            message = _("An external filing link needs its address.")
            yield Problem(message, "handling_agencies", number, "external_url")
        if _is_reversed(row.opens_on, row.closes_on):
            yield Problem(_("The last day must not be before the first."), "handling_agencies", number, "closes_on")


def _papers(draft: ServiceDraft) -> Iterator[Problem]:
    for number, row in enumerate(draft.documents):
        if bool(row.template_url) != bool(row.template_files.strip()):
            message = _("A template elsewhere needs both: the address of its page and the names of its files.")
            yield Problem(message, "documents", number, "template_url")


def _cases(draft: ServiceDraft) -> Iterator[Problem]:
    """Two cases of one name nobody could tell apart; a row of a case that is gone would hold for nobody."""
    named: set[str] = set()
    for number, case in enumerate(draft.cases):
        if fold(case.name) in named:
            yield Problem(_("Another case has this name already."), "cases", number, "name")
        named.add(fold(case.name))
    keys = {"", *(case.key for case in draft.cases)}
    kinds: dict[str, Sequence[Row]] = {"documents": draft.documents, "fees": draft.fees, "durations": draft.durations}
    for kind, rows in kinds.items():
        for number, row in enumerate(rows):
            if row.case_key not in keys:
                message = _("Its case “%(case)s” is not among the cases any more: choose another, or add it again.")
                yield Problem(message % {"case": row.case}, kind, number, "case_key")


RULES: tuple[Callable[[ServiceDraft], Iterator[Problem]], ...] = (
    _title,
    _level,
    _days,
    _agencies,
    _durations,
    _duration_conflicts,
    _papers,
    _fees,
    _fee_conflicts,
    _cases,
)
"""What is asked, in the order in which it is told."""


def _is_reversed(first: date | None, last: date | None) -> bool:
    return bool(first and last and last < first)


def _rows(numbers: Sequence[int]) -> str:
    """Name rows as the editor counts them."""
    return _("(rows %(numbers)s)") % {"numbers": ", ".join(str(number + 1) for number in numbers)}
