"""Everything that changes a submission: one function, one transaction, one event.

All take keyword arguments, lock the row, and compare the revision the person has seen (rules/exceptions.StaleRevision).
"""

from services.forms.actions.apologies import apologise_late
from services.forms.actions.dates import extend, recount_due_date
from services.forms.actions.desk import assign, note, record_payment, resolve, transfer
from services.forms.actions.drafts import begin, change_agency, move_to_version, remove_draft, save_step
from services.forms.actions.filing import submit
from services.forms.actions.handing_on import forward, receive
from services.forms.actions.legal_holds import hold, release
from services.forms.actions.office_transitions import perform_transition
from services.forms.actions.rating import rate
from services.forms.actions.supplements import hand_in, withdraw
from services.forms.actions.tracking_codes import issue_tracking_code

__all__ = [
    "apologise_late",
    "assign",
    "begin",
    "change_agency",
    "extend",
    "forward",
    "hand_in",
    "hold",
    "issue_tracking_code",
    "move_to_version",
    "note",
    "perform_transition",
    "rate",
    "receive",
    "record_payment",
    "recount_due_date",
    "release",
    "remove_draft",
    "resolve",
    "save_step",
    "submit",
    "transfer",
    "withdraw",
]
