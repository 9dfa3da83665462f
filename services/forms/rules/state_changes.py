"""The records of the transitions that lead to another state, as the national portal's states allow them."""

from django.utils.translation import gettext_lazy as _

from services.forms.rules import transition_data, transition_shapes
from services.forms.rules.roles import HANDLING, RECEIVING
from services.forms.rules.slip_kinds import SlipKind
from services.forms.rules.transition_spec import (
    CITIZEN,
    OFFICER,
    SYSTEM,
    NotificationType,
    ReasonRule,
    Transition,
    TransitionSpec,
)
from services.forms.rules.workflow import UNFINISHED, WORKED_ON, State

EXAMINED = WORKED_ON | {State.FILED}
"""States in which the office has the submission and looks at it."""
UNDECIDED = UNFINISHED - {State.RESOLVED}

PAYMENT_RECEIVED = NotificationType("payment_received", _("your payment has been recorded."))
_PAPERS_RECEIVED = NotificationType("papers_received", _("your documents have been sent to the agency."))

STATE_CHANGE_SPECS = (
    TransitionSpec(
        Transition.FILE,
        frozenset({State.DRAFT}),
        State.FILED,
        CITIZEN,
        citizen_text=_("You sent the application."),
        officer_text=_("Filed by the citizen"),
        data=transition_shapes.FilingData,
        notification=NotificationType(
            "filed", _("sent to the agency, which will check it. Nothing to do for you now."), is_needed=True
        ),
    ),
    TransitionSpec(
        Transition.ACCEPT,
        frozenset({State.FILED}),
        State.ACCEPTED,
        OFFICER,
        citizen_text=_("The agency accepted the application."),
        officer_text=_("Accepted"),
        roles=RECEIVING,
        data=transition_shapes.AcceptanceData,
        clean=transition_data.clean_acceptance,
        notification=NotificationType(
            "accepted",
            _("accepted by the agency. Nothing to do for you now."),
            dated=_("accepted by the agency. The return date is %(date)s."),
        ),
    ),
    TransitionSpec(
        Transition.REFUSE,
        frozenset({State.FILED}),
        State.NOT_ACCEPTED,
        OFFICER,
        citizen_text=_("The agency did not accept the application."),
        officer_text=_("Not accepted"),
        roles=RECEIVING,
        reason=ReasonRule.REQUIRED,
        notification=NotificationType("not_accepted", _("not accepted. Log in to read the reason."), is_needed=True),
        slip=SlipKind.REFUSAL,
        is_refusal=True,
    ),
    TransitionSpec(
        Transition.BEGIN,
        frozenset({State.ACCEPTED}),
        State.IN_PROGRESS,
        OFFICER,
        citizen_text=_("The agency began to work on the application."),
        officer_text=_("Work begun"),
        roles=HANDLING,
        data=transition_shapes.DueDateData,
        notification=NotificationType(
            "in_progress", _("the agency has begun to work on it. Nothing to do for you now.")
        ),
    ),
    TransitionSpec(
        Transition.ASK_FOR_PAPERS,
        EXAMINED,
        State.SUPPLEMENT,
        OFFICER,
        citizen_text=_("The agency asked for more documents."),
        officer_text=_("More documents asked for"),
        roles=RECEIVING,
        reason=ReasonRule.PER_PAPER,
        data=transition_shapes.PaperRequestData,
        clean=transition_data.clean_paper_request,
        notification=NotificationType(
            "papers_requested",
            _("more documents are needed. Log in, upload them and press send."),
            is_needed=True,
            dated=_("more documents are needed by %(date)s. Log in, upload them and press send."),
            dated_by="reply_until",
        ),
        slip=SlipKind.SUPPLEMENT,
    ),
    TransitionSpec(
        Transition.ASK_FOR_PAYMENT,
        EXAMINED,
        State.PAYMENT,
        OFFICER,
        citizen_text=_("The agency asked for the fee."),
        officer_text=_("Fee asked for"),
        roles=RECEIVING,
        data=transition_shapes.PaymentRequestData,
        clean=transition_data.clean_payment_request,
        notification=NotificationType(
            "payment_requested", _("a fee is to be paid. Log in to see how."), is_needed=True
        ),
    ),
    TransitionSpec(
        Transition.HAND_IN_BEFORE_ACCEPTANCE,
        frozenset({State.SUPPLEMENT}),
        State.FILED,
        CITIZEN,
        citizen_text=_("You sent the documents asked for."),
        officer_text=_("Documents handed in by the citizen"),
        data=transition_shapes.FilingData,
        notification=_PAPERS_RECEIVED,
        when_accepted=False,
        same_text_as=Transition.HAND_IN,
    ),
    TransitionSpec(
        Transition.HAND_IN,
        frozenset({State.SUPPLEMENT}),
        State.IN_PROGRESS,
        CITIZEN,
        citizen_text=_("You sent the documents asked for."),
        officer_text=_("Documents handed in by the citizen"),
        data=transition_shapes.FilingData,
        notification=_PAPERS_RECEIVED,
        when_accepted=True,
    ),
    TransitionSpec(
        Transition.REFUSE_LATE,
        frozenset({State.SUPPLEMENT}),
        State.NOT_ACCEPTED,
        OFFICER | SYSTEM,
        citizen_text=_("The application was not accepted: the documents asked for did not come in time."),
        officer_text=_("Not accepted: the documents did not come in time"),
        roles=RECEIVING,
        reason=ReasonRule.REQUIRED,
        notification=NotificationType(
            "not_accepted", _("not accepted: the documents did not come in time. Log in to read more."), is_needed=True
        ),
        slip=SlipKind.REFUSAL,
        when_accepted=False,
        is_refusal=True,
    ),
    TransitionSpec(
        Transition.PAY,
        frozenset({State.PAYMENT}),
        State.IN_PROGRESS,
        OFFICER,
        citizen_text=_("The agency recorded your payment."),
        officer_text=_("Payment recorded"),
        roles=RECEIVING,
        data=transition_shapes.PaymentData,
        clean=transition_data.clean_payment,
        notification=PAYMENT_RECEIVED,
    ),
    TransitionSpec(
        Transition.WITHDRAW,
        UNDECIDED,
        State.WITHDRAWN,
        CITIZEN,
        citizen_text=_("You withdrew the application."),
        officer_text=_("Withdrawn by the citizen"),
        notification=NotificationType(
            "withdrawn", _("withdrawn at your wish. If that was not you, tell the agency."), is_needed=True
        ),
        slip=SlipKind.STOP,
    ),
    TransitionSpec(
        Transition.STOP,
        UNDECIDED - {State.FILED},
        State.STOPPED,
        OFFICER | SYSTEM,
        citizen_text=_("The agency stopped working on the application."),
        officer_text=_("Stopped"),
        roles=HANDLING,
        reason=ReasonRule.REQUIRED,
        notification=NotificationType(
            "stopped", _("the agency stopped working on it. Log in to read the reason."), is_needed=True
        ),
        slip=SlipKind.STOP,
        when_accepted=True,
        is_refusal=True,
    ),
    TransitionSpec(
        Transition.STOP_LATE,
        frozenset({State.SUPPLEMENT}),
        State.STOPPED,
        OFFICER,
        citizen_text=_("The application was closed: the documents asked for did not come in time."),
        officer_text=_("Closed: the documents did not come in time"),
        roles=RECEIVING,
        reason=ReasonRule.REQUIRED,
        notification=NotificationType(
            "stopped", _("closed: the documents did not come in time. Log in to read more."), is_needed=True
        ),
        slip=SlipKind.STOP,
        when_accepted=True,
        is_refusal=True,
    ),
    TransitionSpec(
        Transition.RESOLVE,
        frozenset({State.IN_PROGRESS, State.PAYMENT}),
        State.RESOLVED,
        OFFICER,
        citizen_text=_("The agency decided on the application."),
        officer_text=_("Decided"),
        roles=HANDLING,
        reason=ReasonRule.ON_REFUSAL,
        data=transition_shapes.DecisionData,
        clean=transition_data.clean_decision,
        notification=NotificationType(
            "resolved", _("there is a decision. Log in to read it and how to get the result."), is_needed=True
        ),
        slip=SlipKind.REFUSAL,
    ),
    TransitionSpec(
        Transition.HAND_OVER,
        frozenset({State.RESOLVED}),
        State.HANDED_OVER,
        OFFICER,
        citizen_text=_("The agency handed over the result."),
        officer_text=_("Result handed over"),
        roles=RECEIVING,
        notification=NotificationType(
            "handed_over", _("the result was handed over. If you did not get it, tell the agency."), is_needed=True
        ),
    ),
)
