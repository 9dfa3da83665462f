"""What can be done with a submission at the desk. One table: words, form, action."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from services.forms import actions
from services.forms.actions.apologies import may_apologise
from services.forms.actions.dates import may_extend
from services.forms.desk import forms
from services.forms.desk.date_forms import AcceptForm, ApologyForm, CloseForm, ExtendForm, ForwardForm
from services.forms.desk.money_forms import AskPaymentForm, PaymentForm
from services.forms.models import Submission
from services.forms.models.attachment import RESULT
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import TRANSITIONS
from services.forms.rules.workflow import Actor, State
from services.forms.submissions.handing_on import may_forward, may_receive
from services.forms.submissions.paper_requests import is_exceptional, is_reply_over
from services.forms.submissions.permissions import EXCEPTIONAL_REQUEST, TAKE, permissions_of
from services.forms.uploads.results import result_file

Run = Callable[..., Submission]


@dataclass(frozen=True)
class DeskAction:
    """`name` stands in the address. It makes whichever of its transitions is open as the submission stands.

    An act of one press asks nothing, as a rule (services/forms/desk/submission_views.py looks whether its form has
    fields).
    """

    name: str
    transitions: tuple[Transition, ...]
    title: str | Promise
    form: type[forms.ActionForm]
    run: Run
    is_one_press: bool = False

    @property
    def permission(self) -> str:
        """The permission it needs (submissions/permissions.py)."""
        return TAKE if self.name == TAKE else self.transitions[0]


def _action(
    name: Transition,
    title: Promise,
    form: type[forms.ActionForm],
    run: Run | None = None,
    *,
    is_one_press: bool = False,
) -> DeskAction:
    """Return an action that makes the transition it is named after;
    without a function of its own, by the table alone.
    """
    run = run or partial(actions.perform_transition, name=name, role=Actor.OFFICER)
    return DeskAction(name, (name,), title, form, run, is_one_press)


def _resolve(
    *, submission: Submission, by: User, revision: int, result: UploadedFile | None, outcome: str, reason: str
) -> Submission:
    with result_file(submission, RESULT, result, by=by) as row:
        return actions.resolve(
            submission=submission, by=by, revision=revision, outcome=outcome, reason=reason, result=row
        )


DESK_ACTIONS = (
    _action(Transition.ACCEPT, _("Accept"), AcceptForm, is_one_press=True),
    _action(Transition.BEGIN, _("Begin to work on it"), forms.ActionForm, is_one_press=True),
    DeskAction(TAKE, (Transition.ASSIGN,), _("Take it myself"), forms.TakeForm, actions.assign, is_one_press=True),
    _action(Transition.ASSIGN, _("Assign to an officer"), forms.AssignForm, actions.assign),
    _action(Transition.ASK_FOR_PAPERS, _("Ask for documents"), forms.PapersForm),
    _action(Transition.ASK_FOR_PAYMENT, _("Ask for the fee"), AskPaymentForm),
    DeskAction(
        "payment",
        (Transition.RECORD_PAYMENT, Transition.PAY),
        _("Record a payment"),
        PaymentForm,
        actions.record_payment,
    ),
    _action(Transition.FORWARD, _("Hand on to the competent agency"), ForwardForm, actions.forward, is_one_press=True),
    _action(Transition.RECEIVE, _("Received by the agency"), forms.ActionForm, actions.receive, is_one_press=True),
    _action(Transition.EXTEND, _("Put the date off"), ExtendForm, actions.extend),
    _action(Transition.APOLOGISE_LATE, _("Apologise for the delay"), ApologyForm, actions.apologise_late),
    _action(Transition.RESOLVE, _("Decide"), forms.ResolveForm, _resolve),
    _action(Transition.HAND_OVER, _("Hand over the result"), forms.ActionForm, is_one_press=True),
    _action(Transition.TRANSFER, _("Pass on to another agency"), forms.TransferForm, actions.transfer),
    _action(Transition.REFUSE, _("Do not accept"), forms.ReasonForm),
    _action(Transition.REFUSE_LATE, _("Do not accept: documents too late"), forms.ReasonForm),
    _action(Transition.STOP_LATE, _("Close: documents did not come"), CloseForm),
    _action(Transition.STOP, _("Stop the work"), forms.ReasonForm),
    _action(Transition.NOTE, _("Write an internal note"), forms.NoteForm, actions.note),
)
"""In the order in which they are offered."""

BY_NAME = {action.name: action for action in DESK_ACTIONS}


def open_actions(user: User, submission: Submission) -> list[DeskAction]:
    """Return what this officer may do with it as it stands."""
    allowed = permissions_of(user, submission)
    return [act for act in DESK_ACTIONS if act.permission in allowed and _is_open(act, user, submission)]


def _is_open(action: DeskAction, user: User, submission: Submission) -> bool:
    state, accepted = State(submission.state), submission.accepted_at is not None
    specs = [TRANSITIONS[name] for name in action.transitions]
    if not any(spec.is_open(state, Actor.OFFICER, accepted=accepted) for spec in specs):
        return False
    condition = _CONDITIONS.get(action.name)
    return condition is None or condition(user, submission)


def may_ask(user: User, submission: Submission) -> bool:
    """Return whether this officer may ask for papers now: late or a second time, the head alone."""
    return not is_exceptional(submission) or EXCEPTIONAL_REQUEST in permissions_of(user, submission)


_CONDITIONS: dict[str, Callable[[User, Submission], bool]] = {
    TAKE: lambda user, submission: submission.assigned_to_id != user.pk,
    Transition.ASK_FOR_PAPERS: may_ask,
    Transition.EXTEND: lambda user, submission: may_extend(submission),
    Transition.APOLOGISE_LATE: lambda user, submission: may_apologise(submission),
    Transition.FORWARD: lambda user, submission: may_forward(submission),
    Transition.RECEIVE: lambda user, submission: may_receive(submission),
    Transition.STOP_LATE: lambda user, submission: is_reply_over(submission),
}
"""What has to hold besides the table of transitions."""
