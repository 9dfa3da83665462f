"""What a slip says of a dossier: rows of a label and its lines, read off the dossier and its history, in Vietnamese.

Pure but for the answers it is given: whoever calls has read the history and worked out the date.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from services.forms.clock import Due, brief, short_answer
from services.forms.clock.data import NoDate
from services.forms.definition.questions import Form
from services.forms.definition.standard_steps import ON_BEHALF, OTHER, REPRESENTATIVE, owner_name
from services.forms.models import Event, Submission
from services.forms.slips.wording import label
from services.forms.submissions.due_date_text import in_words
from services.forms.submissions.results import way_of_delivery
from services.rules import deadlines

Row = tuple[str, list[str]]


@dataclass(frozen=True)
class SlipContext:
    """A dossier at the moment of an event. `events` is its history with this one last; `contact` are lines about whom
    to ask and where the agency is found; `objection` says how to object to a refusal; `due` is None where no time
    limit is known."""

    submission: Submission
    event: Event
    events: Sequence[Event]
    form: Form
    due: Due | None = None
    contact: tuple[str, ...] = ()
    objection: str = ""


def dossier_rows(context: SlipContext) -> list[Row]:
    """Return which dossier it is, whose, and who filed it."""
    row = context.submission
    rows = [
        (label("code"), [row.code or ""]),
        (label("service"), [" – ".join(part for part in (row.service_title, row.procedure_code) if part)]),
        (label("owner"), [owner_name(row.answers)]),
    ]
    if filer := filer_of(row.answers):
        rows.append((label("filer"), [filer]))
    return [*rows, (label("filed_at"), [moment(row.filed_at)])]


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
    return [(label("working"), brief(due))] if due.moment is not None else []


def delivery_rows(context: SlipContext) -> list[Row]:
    """Return how the result is received, and where the agency is found."""
    found = way_of_delivery(context.submission, context.form)
    rows = [(label("delivery"), found)] if any(found) else []
    return [*rows, (label("unit"), list(context.contact))]


def contact_rows(context: SlipContext) -> list[Row]:
    """Return how to object, where something was refused, and whom to ask."""
    objection = [(label("objection"), [context.objection])] if context.objection else []
    return [*objection, (label("contact"), list(context.contact))]


def papers(context: SlipContext) -> list[tuple[str, int]]:
    """Return the papers that were handed in so far, each with the number of its files."""
    counted: Counter[str] = Counter()
    for event in context.events:
        counted.update(event.data.get("files", {}))
    names = _names(context.events)
    return [(_name(key, context.form, names), number) for key, number in counted.items() if number]


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


def moment(at: datetime | None) -> str:
    """Return a moment as figures: 20/11/2026 16:40."""
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M}" if at else ""
