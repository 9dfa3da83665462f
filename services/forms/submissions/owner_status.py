"""Where a dossier stands, as its owner reads it: its state, what comes next, and until when somebody has to act.

The official code of the state stays as it is; these are words beside it. Nothing here asks the database but for the
rule of the clock, where somebody waits for acceptance.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from services.forms.models import RuleTable, Submission, rule_table
from services.forms.rules.workflow import WORKED_ON, State
from services.forms.submissions.citizen_texts import CitizenTexts
from services.forms.submissions.due_date_text import in_words

REPLY_RECEIVED = gettext_lazy("Additions received; the agency is looking at them")
NEXT_AFTER_REPLY = gettext_lazy(
    "The agency looks at the documents you added, then accepts the application or refuses it with a reason."
)
WITHDREW = gettext_lazy("You withdrew the application")
NEXT_WITH_FEES = gettext_lazy("The agency is dealing with the application. What is left for you is the fee below.")


@dataclass(frozen=True)
class StatusLine:
    """Until when somebody has to act, in a sentence. `is_late`: the agency has let that moment pass."""

    words: str
    is_late: bool = False


@dataclass(frozen=True)
class OwnerStatus:
    """What is said at the head of a dossier."""

    label: str
    what_next: str
    terms: list[StatusLine]

    @property
    def is_late(self) -> bool:
        """Whether the agency has let a moment pass by which it should have acted."""
        return any(term.is_late for term in self.terms)


def owner_status(row: Submission, words: CitizenTexts, *, has_fees: bool = False) -> OwnerStatus:
    """`has_fees`: something is to be paid, and no payment was recorded."""
    state = State(row.state)
    built_in = ""
    if is_answered(row):
        built_in = str(NEXT_AFTER_REPLY)
    elif has_fees and state in WORKED_ON:
        built_in = str(NEXT_WITH_FEES)
    return OwnerStatus(label_of(row), words.next(row.service_key, state, built_in), status_lines(row))


def is_answered(row: Submission) -> bool:
    """Return whether it waits to be looked at again after its owner sent what was asked for; a new one was asked
    nothing.
    """
    return row.state == State.FILED and row.supplement_count > 0


def label_of(row: Submission) -> str:
    """Return the state in words that are true of this dossier and said to its owner."""
    if is_answered(row):
        return str(REPLY_RECEIVED)
    return str(WITHDREW) if row.state == State.WITHDRAWN else str(State(row.state).label)


def status_lines(row: Submission, rules: RuleTable | None = None) -> list[StatusLine]:
    """Return who has to act until when; none for what has ended. Until when to pay stands beside what is to be paid.

    `rules`: those of the clock, from whoever has read them already.
    """
    now = timezone.now()
    match row.state:
        case State.FILED if row.intake_due_at:
            return [_intake(row, row.intake_due_at, now, rules)]
        case State.SUPPLEMENT:
            return [_reply(row.reply_due_at, now)]
        case state if state in WORKED_ON and row.due_at and row.due_at < now:
            return [
                StatusLine(
                    _("The result is overdue since %(moment)s.") % {"moment": in_words(row.due_at)}, is_late=True
                )
            ]
    return []


def _intake(row: Submission, until: datetime, now: datetime, rules: RuleTable | None) -> StatusLine:
    moment = {"moment": in_words(until)}
    if until < now:
        return StatusLine(_("Acceptance is overdue since %(moment)s.") % moment, is_late=True)
    if is_answered(row):
        return StatusLine(_("The agency looks at the application by %(moment)s at the latest.") % moment)
    hours = (rules or rule_table()).in_force(timezone.localdate(row.filed_at), row.service_key).intake_hours
    words = ngettext(
        "The agency looks at the application by %(moment)s at the latest (%(hours)s working hour).",
        "The agency looks at the application by %(moment)s at the latest (%(hours)s working hours).",
        hours,
    )
    return StatusLine(words % {**moment, "hours": f"{hours:02}"})


def _reply(until: datetime | None, now: datetime) -> StatusLine:
    if until is None:
        return StatusLine(_("The agency has not said by when the documents are to be sent."))
    moment = {"moment": in_words(until)}
    if until < now:
        return StatusLine(
            _("The time for sending the documents ended at %(moment)s; the agency may close it.") % moment
        )
    return StatusLine(_("Send the documents by %(moment)s. After that the agency closes the application.") % moment)
