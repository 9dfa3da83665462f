"""Moves of the office, walking the table of the workflow."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.calendars import working_calendar
from services.forms.actions.dates import recounted
from services.forms.actions.due_date_columns import is_acceptance, settled_limit
from services.forms.actions.transitions import check_revision, lock_submission, record_transition
from services.forms.models import Event, Submission
from services.forms.rules.transition_data import clean_transition_data, required_reason
from services.forms.rules.workflow import WORKED_ON, Actor, IllegalMove, State, move_named

OWN_ACTIONS = frozenset({"file", "withdraw", "hand_in", "hand_in_before_acceptance"})
"""Moves of the citizen, which do more than move: each has an action of its own."""


@transaction.atomic
def move(
    *,
    submission: Submission,
    name: str,
    by: Any,
    role: Actor,
    revision: int,
    reason: str = "",
    detail: Mapping[str, Any] | None = None,
    limit: int | None = None,
) -> Submission:
    """Move a filed submission.

    `limit` is the number of the time limit that holds (timing.offered_limits); acceptance needs it where several may.
    `detail` by move: ask_for_papers {"papers": [{"question", "reason"}, …]} (or {"name", "reason"} for a paper the form
    does not know), ask_for_payment {"amount": đồng}?, pay {"amount": đồng, "receipt": number}?, resolve
    {"outcome": "granted" | "refused"}.
    IllegalMove, StaleRevision, ReasonMissing or Incomplete when it cannot be; nothing is changed then.
    """
    if name in OWN_ACTIONS:
        raise IllegalMove(f"{name} is an action of its own")
    row = lock_submission(submission, by=by, role=role, act=name)
    perform_transition(row, name, by=by, role=role, revision=revision, reason=reason, detail=detail, limit=limit)
    return row


def perform_transition(
    row: Submission,
    name: str,
    *,
    by: Any,
    role: Actor,
    revision: int,
    reason: str = "",
    detail: Mapping[str, Any] | None = None,
    limit: int | None = None,
) -> Event:
    """The same with a row that is locked already; the event of it."""
    check_revision(row, revision)
    way = move_named(name, state=State(row.state), actor=role, accepted=row.accepted_at is not None)
    reason = reason.strip()
    told = clean_transition_data(name, detail or {}, form=row.version.form(row.language))
    needs_reason = (way.needs_reason and name != "ask_for_papers") or told.get("outcome") == "refused"
    if needs_reason:
        reason = required_reason(reason)
    if row.state in WORKED_ON and way.to in WORKED_ON:
        recounted(row, working_calendar())  # told apart from the move: another date is never silent
    columns = {}
    if is_acceptance(row, way):
        columns["limit"] = settled_limit(row, limit, must_choose=way.to != State.RESOLVED)
    return record_transition(row, way, by=by, role=role, at=timezone.now(), reason=reason, detail=told, **columns)
