"""What every action does with the row it changes: lock it, compare the revision, write the change and the event."""

from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils import timezone

from services.forms.actions import due_date_columns
from services.forms.audit import audit_log
from services.forms.messages import notifications
from services.forms.models import Event, Submission
from services.forms.rules.exceptions import NotADraft, StaleRevision
from services.forms.rules.workflow import ENDED, Actor, Move
from services.forms.slips.issuing import issue
from services.forms.submissions.permissions import require
from services.forms.uploads import attachments


def lock_submission(submission: Submission, *, by: Any, role: Actor, act: str = "") -> Submission:
    """The row as it stands now, locked until the transaction ends, if this person may act on it (in that way).

    Submission.DoesNotExist when it is gone. (SQLite has no row locks: there a transaction that writes is alone.)
    """
    rows = Submission.objects.select_for_update(of=("self",)).select_related("version", "owner")
    row: Submission = rows.get(pk=submission.pk)
    require(by, row, role, act)
    return row


def lock_draft(submission: Submission, *, by: Any, revision: int) -> Submission:
    """The same for a draft that only its owner fills in, at the revision he has seen."""
    row = lock_submission(submission, by=by, role=Actor.CITIZEN)
    if not row.is_draft:
        raise NotADraft(row)
    check_revision(row, revision)
    return row


def check_revision(row: Submission, revision: int) -> None:
    """StaleRevision unless the person has seen the row as it is."""
    if row.revision != revision:
        raise StaleRevision(row, revision)


def update_row(row: Submission, **values: Any) -> None:
    """Write these columns into exactly the revision that was read, and the new revision with them."""
    values |= {"changed_at": timezone.now()}
    same = Submission.objects.filter(pk=row.pk, revision=row.revision, state=row.state)
    if not same.update(revision=F("revision") + 1, **values):
        raise StaleRevision(Submission.objects.get(pk=row.pk), row.revision)
    for name, value in {**values, "revision": row.revision + 1}.items():
        setattr(row, name, value)


def record_transition(row: Submission, way: Move, *, by: Any, role: Actor, at: datetime, **told: Any) -> Event:
    """Write a move: the state with its dates, the event, its slips and its mail. `told`: reason, detail, columns."""
    event = Event(
        submission=row,
        at=at,
        move=way.name,
        from_state=row.state,
        to_state=way.to,
        actor=by,
        role=role,
        reason=told.pop("reason", ""),
        detail=told.pop("detail", {}),
    )
    columns = {"state": way.to, **_dates(row, way, at), **told}
    update_row(row, **columns, **due_date_columns.columns_after(row, event, columns))
    event.save(force_insert=True)
    issue(event, accepts="accepted_at" in columns)
    if way.to in ENDED and not row.legal_hold:
        attachments.remove_unsent(row)
    notifications.announce(event)
    detail = {"from": int(event.from_state), "to": int(event.to_state), "role": str(event.role)}
    audit_log.record(actor=by, action=f"submission.{event.move}", submission=row, detail=detail)
    return event


def record_event(row: Submission, name: str, *, by: Any, at: datetime, is_mailed: bool = False, **values: Any) -> Event:
    """Write what was done without moving the row to another state; `by` is None for the portal itself.

    `values`: reason, detail, columns.
    """
    event = Event(
        submission=row,
        at=at,
        move=name,
        from_state=row.state,
        to_state=row.state,
        actor=by,
        role=Actor.SYSTEM if by is None else Actor.OFFICER,
        reason=values.pop("reason", ""),
        detail=values.pop("detail", {}),
    )
    update_row(row, **values)
    event.save(force_insert=True)
    issue(event)
    if is_mailed:
        notifications.announce(event)
    audit_log.record(actor=by, action=f"submission.{name}", submission=row, detail={"role": str(event.role)})
    return event


def _dates(row: Submission, way: Move, at: datetime) -> dict[str, datetime]:
    """Acceptance and the end come once."""
    dates = {}
    if due_date_columns.is_acceptance(row, way):
        dates["accepted_at"] = at
    if way.to in ENDED:
        dates["closed_at"] = at
    return dates
