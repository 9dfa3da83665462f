"""Slips are issued with the transition they tell of, in its transaction: what a citizen was told is kept as told."""

from collections.abc import Collection, Iterable

from django.utils import timezone, translation

from services.forms.clock import Due
from services.forms.definition.questions import Form
from services.forms.models import Event, Slip, Submission
from services.forms.rules.slip_kinds import APPOINTING, SlipKind
from services.forms.rules.transition_data import REFUSED
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor
from services.forms.slips.composing import payload_of
from services.forms.slips.facts import SlipContext
from services.forms.slips.wording import LANGUAGE, label, wording_in_force
from services.forms.submissions.calendars import calendar_of
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.due_dates import due_date_of
from services.forms.submissions.fees import certain_fee
from services.forms.submissions.objections import how_to_object
from services.forms.submissions.paper_counts import paper_counts
from services.rules.choices import DurationUnit


def issue(event: Event, *, accepts: bool = False) -> list[Slip]:
    """Return the slips of an event that was just written; `accepts`: the dossier was accepted by it, for the first
    time.

    A limit that runs anew has another date: a new receipt says it. What is settled at once gets no receipt unless it
    is asked for (Decree 118/2025/NĐ-CP, Art. 17.4).
    """
    is_at_once = (event.submission.limit or {}).get("unit") == DurationUnit.IMMEDIATE
    is_anew = event.move == Transition.HAND_IN and event.submission.complete_at == event.at
    receipt = (accepts or is_anew) and (not is_at_once or event.data.get("slip_asked", False))
    kinds = event.spec.slips(receipt=receipt, refused=event.data.get("outcome") == REFUSED)
    if not kinds:
        return []
    context = _told(event, kinds)
    earlier = list(Slip.objects.filter(submission=event.submission).values_list("kind", flat=True))
    return [_issued(kind, context, earlier.count(kind) + 1) for kind in kinds]


def _issued(kind: SlipKind, context: SlipContext, ordinal: int) -> Slip:
    event, row = context.event, context.submission
    return Slip.objects.create(
        kind=kind,
        number=f"{row.code}/{kind.value}" + (f"-{ordinal}" if ordinal > 1 else ""),
        submission=row,
        event=event,
        agency_name=row.agency_name,
        issued_at=event.at,
        issued_by=event.actor.get_full_name() if event.actor and event.role == Actor.OFFICER else "",
        due_at=row.due_at,
        payload=payload_of(kind, context, wording_in_force(kind, timezone.localdate(event.at))),
    )


def _told(event: Event, kinds: Collection[SlipKind]) -> SlipContext:
    """Return what those slips say: the calendar is read where a day is appointed, the papers of the service where they
    are counted.
    """
    row = event.submission
    events = list(row.events.all())
    form, is_receipt = row.version.form(LANGUAGE), SlipKind.RECEIPT in kinds
    return SlipContext(
        submission=row,
        event=event,
        events=events,
        form=form,
        due=None if APPOINTING.isdisjoint(kinds) else _due(row, events),
        contact=_contact(row),
        objection=how_to_object(row.service_key, LANGUAGE) if _is_refusal(event) else "",
        is_receipt=is_receipt,
        counts=_counts(row, form) if is_receipt else {},
        fee=_fee(row, events) if is_receipt else "",
    )


def _is_refusal(event: Event) -> bool:
    return event.spec.is_refusal or event.data.get("outcome") == REFUSED


def _due(row: Submission, events: list[Event]) -> Due | None:
    """Return the date with its working, its days off named in Vietnamese."""
    with translation.override(LANGUAGE):
        return due_date_of(row, calendar_of(row), events)


def _contact(row: Submission) -> tuple[str, ...]:
    """Return where the agency is found and whom to ask, in Vietnamese; a line to write on for a number nobody knows."""
    with translation.override(LANGUAGE):
        place = whom_to_ask(row)
        return (*place.lines(), *(() if place.phone else (label("no_phone"),)))


def _counts(row: Submission, form: Form) -> dict[str, str]:
    with translation.override(LANGUAGE):
        return paper_counts(row.service_key, form)


def _fee(row: Submission, events: Iterable[Event]) -> str:
    with translation.override(LANGUAGE):
        return certain_fee(row, events)
