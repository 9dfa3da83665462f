"""What a slip says of a dossier: rows of a label and its lines, read off the dossier and its history, in Vietnamese.

Pure but for the answers it is given: whoever calls has read the history and worked out the date.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from services.forms.clock import Due, brief, short_answer
from services.forms.clock.data import NoDate
from services.forms.definition.questions import Form
from services.forms.definition.sentences import lines
from services.forms.definition.standard_steps import ADDRESS, ON_BEHALF, OTHER, PHONE, REPRESENTATIVE, owner_name
from services.forms.models import Event, Submission
from services.forms.rules.transition_shapes import EventData
from services.forms.rules.transition_spec import Transition
from services.forms.slips.wording import label
from services.forms.submissions.due_date_text import in_words
from services.forms.submissions.due_dates import event_dates
from services.forms.submissions.results import way_of_delivery
from services.rules import deadlines

Row = tuple[str, list[str]]

CHANGED_DATES = {Transition.EXTEND: "extended", Transition.APOLOGISE_LATE: "apologised"}
"""What the control slip calls the transitions by which another day was named."""


@dataclass(frozen=True)
class SlipContext:
    """A dossier at the moment of an event.

    `events` is its history with this one last; `contact` are lines about whom to ask and where the agency is found;
    `objection` says how to object to a refusal; `due` is None where no time limit is known; `is_receipt`: slip 01 is
    among what is issued; `counts` says of papers, by the key of their question, how many the service asks for; `fee`
    is what is certainly to be paid, "" where that is not known.
    """

    submission: Submission
    event: Event
    events: Sequence[Event]
    form: Form
    due: Due | None = None
    contact: tuple[str, ...] = ()
    objection: str = ""
    is_receipt: bool = False
    counts: Mapping[str, str] = field(default_factory=dict)
    fee: str = ""


def dossier_rows(context: SlipContext) -> list[Row]:
    """Return which dossier it is, whose, and who filed it."""
    row = context.submission
    rows = [
        (label("code"), [row.code or ""]),
        (label("service"), [" – ".join(part for part in (row.service_title, row.procedure_code) if part)]),
        (label("owner"), [owner_name(row.answers)]),
    ]
    is_bare = not context.is_receipt
    return [*rows, *reached_rows(context.form, row, only_asked=is_bare), (label("filed_at"), [moment(row.filed_at)])]


def reached_rows(form: Form, row: Submission, *, only_asked: bool) -> list[Row]:
    """Return where the owner is reached, who filed for the owner, and where that person is reached.

    What is not known is a line to write on; `only_asked` leaves out what the form does not ask.
    """

    def told(name: str, key: str) -> list[Row]:
        question = form.question(key)
        known = lines(question, row.answers.get(key)) if question else []
        return [(label(name), [", ".join(known) or label("blank")])] if question or not only_asked else []

    found = [*told("address", ADDRESS), *told("phone", PHONE)]
    if filer := filer_of(row.answers):
        found += [(label("filer"), [filer]), *told("filer_phone", f"{REPRESENTATIVE}_{PHONE}")]
    return found


def filer_of(answers: Mapping[str, Any]) -> str:
    """Return who filed for somebody else; "" when the owner did."""
    is_for_another = answers.get(ON_BEHALF) == OTHER
    return str(answers.get(f"{REPRESENTATIVE}_name") or "") if is_for_another else ""


def due_rows(context: SlipContext) -> list[Row]:
    """Return when the result is to be had, and how that was worked out."""
    if context.due is None:
        return [(label("due"), [label("no_due")])]
    limit, rows = context.due.limit, []
    if text := deadlines.text(limit.value, limit.unit, limit.note):
        rows.append((label("limit"), [text]))
    return [*rows, (label("due"), [due_words(context.due)]), *_working(context.due)]


def due_words(due: Due) -> str:
    """Return the date as it stands on a slip; without one, why there is none."""
    if due.moment is not None:
        return in_words(due.moment)
    return label("paused") if due.no_date is NoDate.PAUSED else short_answer(due)


def _working(due: Due) -> list[Row]:
    return [(label("working"), working_lines(due))] if due.moment is not None else []


def working_lines(due: Due) -> list[str]:
    """Return the short working without its result, which stands in a row of its own."""
    return brief(due)[:-1]


def delivery_rows(context: SlipContext) -> list[Row]:
    """Return how the result is received, and where the agency is found."""
    found = way_of_delivery(context.submission, context.form)
    rows = [(label("delivery"), found)] if any(found) else []
    return [*rows, (label("unit"), list(context.contact))]


def contact_rows(context: SlipContext) -> list[Row]:
    """Return how to object, where something was refused, and whom to ask."""
    objection = [(label("objection"), [context.objection])] if context.objection else []
    return [*objection, (label("contact"), list(context.contact))]


def fee_rows(context: SlipContext) -> list[Row]:
    """Return what is to be paid; a line to write on where that is not certain."""
    return [(label("fee"), [context.fee or label("blank")])]


def papers(context: SlipContext) -> list[tuple[str, int, str]]:
    """Return the papers that were handed in so far: name, number of files, how many of which kind are asked for."""
    counted: Counter[str] = Counter()
    for event in context.events:
        counted.update(event.data.get("files", {}))
    names = _names(context.events)
    return [
        (_name(key, context.form, names), number, context.counts.get(key, ""))
        for key, number in counted.items()
        if number
    ]


def _names(events: Iterable[Event]) -> dict[str, str]:
    """Return what the agency called the papers it asked for."""
    return {paper["question"]: paper["name"] for event in events for paper in event.data.get("papers", [])}


def _name(key: str, form: Form, names: Mapping[str, str]) -> str:
    question = form.question(key)
    return question.label if question else names.get(key, key)


def requested(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the papers a request names, each with its reason."""
    for paper in event.data.get("papers", []):
        yield paper["name"], paper["reason"]


def date_changes(events: Iterable[Event]) -> list[Row]:
    """Return every extension with the old day, the new one and the reason, and every apology for a delay."""
    return [
        (label(CHANGED_DATES[event.transition]), [*_named_days(event.data), f"{label('reason')}: {event.reason}"])
        for event in events
        if event.transition in CHANGED_DATES
    ]


def _named_days(data: EventData) -> list[str]:
    """Return the day that was named before, and the new one where there is one."""
    dates = event_dates(data)
    known = [moment(at) for at in (dates["was_due_at"], dates["due_at"], dates["return_until"]) if at]
    return [f"{name}: {at}" for name, at in zip((label("was_due"), label("new_due")), known, strict=False)]


def moment(at: datetime | None) -> str:
    """Return a moment as figures: 20/11/2026 16:40."""
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M}" if at else ""
