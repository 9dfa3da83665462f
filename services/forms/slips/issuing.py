"""Slips are issued with the transition they tell of, in its transaction: what a citizen was told is kept as told."""

from django.utils import timezone, translation

from departments.calendars import agency_calendar
from services.forms.clock import Due
from services.forms.models import Event, Slip, Submission
from services.forms.rules.slip_kinds import APPOINTING, SlipKind
from services.forms.slips.composing import payload_of
from services.forms.slips.facts import Told
from services.forms.slips.wording import LANGUAGE, wording_in_force
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.due_dates import due_date_of
from services.forms.submissions.objections import how_to_object


def issue(event: Event, *, accepts: bool = False) -> list[Slip]:
    """Return the slips of an event that was just written; `accepts`: the dossier was accepted by it, for the first
    time.
    """
    kinds = event.spec.slips(accepts=accepts)
    if not kinds:
        return []
    told = _told(event, is_dated=not APPOINTING.isdisjoint(kinds))
    earlier = list(Slip.objects.filter(submission=event.submission).values_list("kind", flat=True))
    return [_issued(kind, told, earlier.count(kind) + 1) for kind in kinds]


def _issued(kind: SlipKind, told: Told, ordinal: int) -> Slip:
    event, row = told.event, told.submission
    return Slip.objects.create(
        kind=kind,
        number=f"{row.code}/{kind.value}" + (f"-{ordinal}" if ordinal > 1 else ""),
        submission=row,
        event=event,
        agency_name=row.agency_name,
        issued_at=event.at,
        issued_by=event.actor.get_full_name() if event.actor else "",
        due_at=row.due_at,
        payload=payload_of(kind, told, wording_in_force(kind, timezone.localdate(event.at))),
    )


def _told(event: Event, *, is_dated: bool) -> Told:
    """`is_dated`: a day is appointed, so the calendar is read too."""
    row = event.submission
    events = list(row.events.all())
    return Told(
        submission=row,
        event=event,
        events=events,
        form=row.version.form(LANGUAGE),
        due=_due(row, events) if is_dated else None,
        contact=_contact(row),
        objection=how_to_object(row.service_key, LANGUAGE) if event.spec.is_refusal else "",
    )


def _due(row: Submission, events: list[Event]) -> Due | None:
    """Return the date with its working, its days off named in Vietnamese."""
    with translation.override(LANGUAGE):
        return due_date_of(row, agency_calendar(row.agency_key), events)


def _contact(row: Submission) -> tuple[str, ...]:
    """Return where the agency is found and whom to ask, in Vietnamese."""
    with translation.override(LANGUAGE):
        return tuple(whom_to_ask(row).lines())
