"""What is written down about a transition: one name, one record. The records: state_changes.py, recorded_events.py."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from django.utils.functional import Promise

from services.forms.definition.questions import Form
from services.forms.rules.roles import OfficerRole
from services.forms.rules.slip_kinds import SlipKind
from services.forms.rules.transition_data import REFUSED
from services.forms.rules.transition_shapes import NoData, TransitionData, TransitionInput
from services.forms.rules.workflow import ACCEPTING, Actor, State

Text = str | Promise

CITIZEN, OFFICER, SYSTEM = (frozenset({actor}) for actor in (Actor.CITIZEN, Actor.OFFICER, Actor.SYSTEM))


class Transition(StrEnum):
    """Everything that happens to a submission. The values stand in the column `Event.move` and never change."""

    FILE = "file"
    ACCEPT = "accept"
    REFUSE = "refuse"
    BEGIN = "begin"
    ASK_FOR_PAPERS = "ask_for_papers"
    ASK_FOR_PAYMENT = "ask_for_payment"
    HAND_IN_BEFORE_ACCEPTANCE = "hand_in_before_acceptance"
    HAND_IN = "hand_in"
    REFUSE_LATE = "refuse_late"
    PAY = "pay"
    WITHDRAW = "withdraw"
    STOP = "stop"
    STOP_LATE = "stop_late"
    RESOLVE = "resolve"
    HAND_OVER = "hand_over"
    # These change no state:
    RECORD_PAYMENT = "record_payment"
    TRANSFER = "transfer"
    ASSIGN = "assign"
    NOTE = "note"
    EXTEND = "extend"
    APOLOGISE_LATE = "apologise_late"
    FORWARD = "forward"
    RECEIVE = "receive"
    RECALCULATE = "recalculate"
    KEEP_DATE = "keep_date"
    ISSUE_NEW_PIN = "issue_new_pin"


class ReasonRule(Enum):
    """Whether whoever makes a transition has to say why."""

    OPTIONAL = auto()
    REQUIRED = auto()
    PER_PAPER = auto()
    """A reason for every paper; one for all is optional."""
    ON_REFUSAL = auto()


@dataclass(frozen=True)
class NotificationType:
    """What is sent to the owner. `letter` is a file in templates/emails/submissions/<language>/.

    `short` has at most LONGEST_SHORT (messages/registry.py) characters in every language; `dated` is said in its place
    where the event tells that date (`dated_by`), as %(date)s. `is_needed`: it reaches everybody, whatever they chose.
    """

    letter: str
    short: Text
    is_needed: bool = False
    dated: Text = ""
    dated_by: str = "due_at"


@dataclass(frozen=True)
class TransitionSpec:
    """Everything the portal knows about a transition.

    `to` is None where the state stays. `citizen_text` and `officer_text` say in the past what happened, the one to the
    owner, the other to officers; `same_text_as` names the transition whose words of editors hold for this one too.
    `roles` of officers may make it. `data` is the shape of what the event keeps, `clean` checks what a person says.
    `when_accepted`: True or False where it leads out of a request for papers only after or only before acceptance.
    `is_internal`: no citizen reads of it. `is_refusal`: its letter and slip say how to object. `keeps_holder`: whoever
    had the submission goes on having it, so the control slip has no line for it.
    """

    name: Transition
    from_: frozenset[State]
    to: State | None
    by: frozenset[Actor]
    citizen_text: Text
    officer_text: Text
    roles: frozenset[OfficerRole] = frozenset()
    reason: ReasonRule = ReasonRule.OPTIONAL
    data: type[TransitionData] = NoData
    clean: Callable[[TransitionInput, Form], TransitionData] | None = None
    notification: NotificationType | None = None
    slip: SlipKind | None = None
    when_accepted: bool | None = None
    same_text_as: Transition | None = None
    is_internal: bool = False
    is_refusal: bool = False
    keeps_holder: bool = False

    @property
    def needs_reason(self) -> bool:
        """Whether it is never made without a reason."""
        return self.reason in (ReasonRule.REQUIRED, ReasonRule.PER_PAPER)

    @property
    def starts_clock(self) -> bool:
        """Whether it is the acceptance of a submission that was not accepted before."""
        return self.to in ACCEPTING

    def requires_reason(self, said: TransitionInput) -> bool:
        """Return whether one reason for the whole has to be given with what is said."""
        is_refused = self.reason is ReasonRule.ON_REFUSAL and said.get("outcome") == REFUSED
        return self.reason is ReasonRule.REQUIRED or is_refused

    def is_open(self, state: State, actor: Actor, *, accepted: bool) -> bool:
        """Return whether that actor may make it in that state. `accepted`: the submission was ever accepted."""
        is_its_time = state != State.SUPPLEMENT or self.when_accepted in (None, accepted)
        return state in self.from_ and actor in self.by and is_its_time

    def slips(self, *, receipt: bool, refused: bool) -> list[SlipKind]:
        """Return the slips it issues: the receipt where one is due, its own, after a decision only of a refusal."""
        own = [self.slip] if self.slip and (refused or self.reason is not ReasonRule.ON_REFUSAL) else []
        return [SlipKind.RECEIPT, *own] if receipt else own
