"""The records of the transitions after which the state is what it was: they are written into the history alone."""

from django.utils.translation import gettext_lazy as _

from services.forms.rules import transition_shapes
from services.forms.rules.roles import HEADING, RECEIVING
from services.forms.rules.slip_kinds import SlipKind
from services.forms.rules.state_changes import EXAMINED, PAYMENT_RECEIVED, UNDECIDED
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

_FILED = frozenset(State) - {State.DRAFT}

RECORDED_EVENT_SPECS = (
    TransitionSpec(
        Transition.RECORD_PAYMENT,
        EXAMINED,
        None,
        OFFICER,
        citizen_text=_("The agency recorded your payment."),
        officer_text=_("Payment recorded"),
        roles=RECEIVING,
        data=transition_shapes.PaymentData,
        notification=PAYMENT_RECEIVED,
        same_text_as=Transition.PAY,
        keeps_holder=True,
    ),
    TransitionSpec(
        Transition.TRANSFER,
        UNDECIDED,
        None,
        OFFICER,
        citizen_text=_("The dossier was passed on to another agency."),
        officer_text=_("Passed on to another agency"),
        roles=RECEIVING,
        reason=ReasonRule.REQUIRED,
        data=transition_shapes.TransferData,
        notification=NotificationType("transferred", _("passed on to another agency. Log in to see which one.")),
    ),
    TransitionSpec(
        Transition.ASSIGN,
        UNFINISHED,
        None,
        OFFICER,
        citizen_text=_("The work was given to an officer."),
        officer_text=_("Assigned"),
        roles=HEADING,
        data=transition_shapes.AssignmentData,
        is_internal=True,
    ),
    TransitionSpec(
        Transition.NOTE,
        _FILED,
        None,
        OFFICER,
        citizen_text=_("An internal note was written."),
        officer_text=_("Internal note written"),
        roles=RECEIVING,
        is_internal=True,
        keeps_holder=True,
    ),
    TransitionSpec(
        Transition.EXTEND,
        WORKED_ON,
        None,
        OFFICER,
        citizen_text=_("The agency put off the day of the result."),
        officer_text=_("Date put off, with an apology"),
        roles=HEADING,
        reason=ReasonRule.REQUIRED,
        data=transition_shapes.ExtensionData,
        notification=NotificationType(
            "extended",
            _("we are sorry: the return date was put off. Log in to read why."),
            is_needed=True,
            dated=_("we are sorry: the return date was put off to %(date)s. Log in to read why."),
        ),
        slip=SlipKind.APOLOGY,
        keeps_holder=True,
    ),
    TransitionSpec(
        Transition.RECALCULATE,
        WORKED_ON,
        None,
        SYSTEM,
        citizen_text=_("The day of the result was worked out anew because the working calendar or a rule changed."),
        officer_text=_("Date worked out anew with another calendar or rule"),
        data=transition_shapes.RecalculationData,
        notification=NotificationType(
            "recalculated",
            _("the working calendar or a rule changed; no return date can be given for now."),
            is_needed=True,
            dated=_("the working calendar or a rule changed; the return date is now %(date)s."),
        ),
        keeps_holder=True,
    ),
    TransitionSpec(
        Transition.ISSUE_NEW_PIN,
        _FILED,
        None,
        CITIZEN,
        citizen_text=_("You had a new tracking code issued."),
        officer_text=_("New tracking code issued by the citizen"),
        keeps_holder=True,
    ),
)
