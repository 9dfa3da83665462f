"""What can be done with a dossier at the desk. One table: name, words, form, action."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from services.forms import actions
from services.forms.actions.dates import may_extend
from services.forms.actions.desk import PAYABLE, SETTLED
from services.forms.desk import forms
from services.forms.desk.date_forms import AcceptForm, ExtendForm
from services.forms.desk.money_forms import AskPaymentForm, PaymentForm
from services.forms.models import Submission
from services.forms.models.attachment import RESULT
from services.forms.rules.workflow import Actor, State, open_moves
from services.forms.submissions.permissions import acts_of
from services.forms.uploads.results import result_file

Run = Callable[..., Submission]


@dataclass(frozen=True)
class DeskAction:
    """`permission` is its name in permissions.py; an act of one press asks nothing, as a rule
    (services/forms/desk/views/submission.py looks whether its form has fields)."""

    name: str
    title: str | Promise
    form: type[forms.ActionForm]
    run: Run
    permission: str = ""
    is_one_press: bool = False

    @property
    def needs(self) -> str:
        return self.permission or self.name


def _moved(*, submission: Submission, name: str, by: User, revision: int, **told: Any) -> Submission:
    return actions.move(submission=submission, name=name, by=by, role=Actor.OFFICER, revision=revision, **told)


def _move(name: str) -> Run:
    def run(**told: Any) -> Submission:
        return _moved(name=name, **told)

    return run


def _resolve(
    *, submission: Submission, by: User, revision: int, result: UploadedFile | None, **told: Any
) -> Submission:
    with result_file(submission, RESULT, result, by=by) as row:
        return actions.resolve(submission=submission, by=by, revision=revision, result=row, **told)


ACTS = (
    DeskAction("accept", _("Accept"), AcceptForm, _move("accept"), is_one_press=True),
    DeskAction("begin", _("Begin to work on it"), forms.ActionForm, _move("begin"), is_one_press=True),
    DeskAction("take", _("Take it myself"), forms.TakeForm, actions.assign, is_one_press=True),
    DeskAction("assign", _("Assign to an officer"), forms.AssignForm, actions.assign),
    DeskAction("ask_for_papers", _("Ask for papers"), forms.PapersForm, _move("ask_for_papers")),
    DeskAction("ask_for_payment", _("Ask for the fee"), AskPaymentForm, _move("ask_for_payment")),
    DeskAction("payment", _("Record a payment"), PaymentForm, actions.record_payment, permission="record_payment"),
    DeskAction("extend", _("Put the date off"), ExtendForm, actions.extend),
    DeskAction("resolve", _("Decide"), forms.ResolveForm, _resolve),
    DeskAction("hand_over", _("Hand over the result"), forms.ActionForm, _move("hand_over"), is_one_press=True),
    DeskAction("transfer", _("Pass on to another agency"), forms.TransferForm, actions.transfer),
    DeskAction("refuse", _("Do not accept"), forms.ReasonForm, _move("refuse")),
    DeskAction("refuse_late", _("Do not accept: papers too late"), forms.ReasonForm, _move("refuse_late")),
    DeskAction("stop", _("Stop the work"), forms.ReasonForm, _move("stop")),
    DeskAction("note", _("Write an internal note"), forms.NoteForm, actions.note),
)
"""In the order in which they are offered."""

BY_NAME = {act.name: act for act in ACTS}


def open_actions(user: User, submission: Submission) -> list[DeskAction]:
    """What this officer may do with it as it stands."""
    allowed = acts_of(user, submission)
    return [act for act in ACTS if act.needs in allowed and _is_open(act, user, submission)]


def _is_open(act: DeskAction, user: User, submission: Submission) -> bool:
    if condition := _CONDITIONS.get(act.name):
        return condition(user, submission)
    accepted = submission.accepted_at is not None
    return any(move.name == act.name for move in open_moves(State(submission.state), Actor.OFFICER, accepted=accepted))


_CONDITIONS: dict[str, Callable[[User, Submission], bool]] = {
    "note": lambda user, submission: True,
    "take": lambda user, submission: not submission.has_ended and submission.assigned_to_id != user.pk,
    "assign": lambda user, submission: not submission.has_ended,
    "transfer": lambda user, submission: submission.state not in SETTLED,
    "payment": lambda user, submission: submission.state in PAYABLE,
    "extend": lambda user, submission: may_extend(submission),
}
"""When an act is open that is no move of the workflow."""
