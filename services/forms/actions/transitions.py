"""What every action does with the row it changes: lock it, compare the revision, write the change and the event."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from accounts.models import User
from services.forms.actions import due_date_columns
from services.forms.actions.due_date_columns import Columns
from services.forms.audit import audit_log
from services.forms.messages import notifications
from services.forms.models import Event, Submission
from services.forms.rules.exceptions import NotADraft, StaleRevision
from services.forms.rules.transition_shapes import NoData, TransitionData
from services.forms.rules.transition_spec import Transition, TransitionSpec
from services.forms.rules.transitions import TRANSITIONS, open_transition
from services.forms.rules.workflow import ENDED, Actor, State
from services.forms.slips.issuing import issue
from services.forms.submissions.permissions import require
from services.forms.uploads import attachments


def lock_submission(submission: Submission, *, by: User | None, role: Actor, permission: str = "") -> Submission:
    """Return the row as it stands now, locked until the transaction ends, if this person has that permission on it.

    Submission.DoesNotExist when it is gone. (SQLite has no row locks: there a transaction that writes is alone.)
    """
    rows = Submission.objects.select_for_update(of=("self",)).select_related("version", "owner")
    row: Submission = rows.get(pk=submission.pk)
    require(by, row, role, permission)
    return row


def lock_draft(submission: Submission, *, by: User, revision: int) -> Submission:
    """Return the same for a draft that only its owner fills in, at the revision they have seen."""
    row = lock_submission(submission, by=by, role=Actor.CITIZEN)
    if not row.is_draft:
        raise NotADraft(row)
    check_revision(row, revision)
    return row


def check_revision(row: Submission, revision: int) -> None:
    """Raise StaleRevision unless the person has seen the row as it is."""
    if row.revision != revision:
        raise StaleRevision(row, revision)


def check_transition(row: Submission, name: Transition, actor: Actor) -> TransitionSpec:
    """Return the record of the transition. Raise IllegalTransition unless that actor may make it as the row stands."""
    return open_transition(name, state=State(row.state), actor=actor, accepted=row.accepted_at is not None)


def update_row(row: Submission, columns: Mapping[str, object]) -> None:
    """Write these columns into exactly the revision that was read, and the new revision with them."""
    values = {**columns, "changed_at": timezone.now()}
    same = Submission.objects.filter(pk=row.pk, revision=row.revision, state=row.state)
    if not same.update(revision=F("revision") + 1, **values):
        raise StaleRevision(Submission.objects.get(pk=row.pk), row.revision)
    for name, value in {**values, "revision": row.revision + 1}.items():
        setattr(row, name, value)


def record_transition(
    row: Submission,
    spec: TransitionSpec,
    *,
    by: User | None,
    role: Actor,
    at: datetime,
    reason: str = "",
    data: TransitionData | None = None,
    columns: Columns | None = None,
) -> Event:
    """Write a change of the state: the state with its dates and `columns`, the event, its slips and its mail."""
    to_state = row.state if spec.to is None else spec.to
    event = _event(row, spec, to_state, by=by, role=role, at=at, reason=reason, data=data)
    written = {"state": to_state, **_dates(row, spec, at), **(columns or {})}
    update_row(row, {**written, **due_date_columns.columns_after(row, event, written)})
    _save(event)
    issue(event, accepts="accepted_at" in written)
    if to_state in ENDED and not row.legal_hold:
        attachments.remove_unsent(row)
    notifications.announce(event)
    detail = {"from": int(event.from_state), "to": int(event.to_state), "role": str(event.role)}
    audit_log.record(actor=by, action=f"submission.{spec.name}", submission=row, detail=detail)
    return event


def record_event(
    row: Submission,
    name: Transition,
    *,
    by: User | None,
    at: datetime,
    reason: str = "",
    data: TransitionData | None = None,
    columns: Columns | None = None,
) -> Event:
    """Write what was done while the state stays, with `columns`; `by` is None for the portal itself."""
    spec, role = TRANSITIONS[name], Actor.SYSTEM if by is None else Actor.OFFICER
    event = _event(row, spec, row.state, by=by, role=role, at=at, reason=reason, data=data)
    update_row(row, columns or {})
    _save(event)
    issue(event)
    if spec.notification:
        notifications.announce(event)
    audit_log.record(actor=by, action=f"submission.{name}", submission=row, detail={"role": str(event.role)})
    return event


def _event(
    row: Submission,
    spec: TransitionSpec,
    to_state: int,
    *,
    by: User | None,
    role: Actor,
    at: datetime,
    reason: str,
    data: TransitionData | None,
) -> Event:
    return Event(
        submission=row,
        at=at,
        move=spec.name.value,
        from_state=row.state,
        to_state=to_state,
        actor=by,
        role=role,
        reason=reason,
        detail=NoData() if data is None else data,
    )


def _save(event: Event) -> None:
    """Raise ValueError for data that the record of the transition does not know: nobody would read it."""
    if unknown := event.detail.keys() - event.spec.data.__annotations__.keys():
        raise ValueError(f"{event.move}: {', '.join(sorted(unknown))} not in {event.spec.data.__name__}")
    event.save(force_insert=True)


def _dates(row: Submission, spec: TransitionSpec, at: datetime) -> dict[str, datetime]:
    """Acceptance and the end come once."""
    dates = {}
    if due_date_columns.is_acceptance(row, spec):
        dates["accepted_at"] = at
    if spec.to in ENDED:
        dates["closed_at"] = at
    return dates
