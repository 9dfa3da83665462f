"""What the event of a transition keeps besides its reason: one shape per transition, read and written through it.

Rows of earlier years may lack any key that was added since, so no key of a shape is required.
"""

from typing import TypedDict


class NoData(TypedDict, total=False):
    """A transition that says no more than its reason."""


class DueDateData(TypedDict, total=False):
    """`due_at` is the day of the result where the transition changed it, as ISO text; None while there is none."""

    due_at: str | None


class AcceptanceData(DueDateData, total=False):
    """`slip_asked`: a receipt was asked for although the procedure is one that is settled at once."""

    slip_asked: bool


class FilingData(TypedDict, total=False):
    """`files`: how many were handed in, by the key of their question."""

    files: dict[str, int]
    due_at: str | None


class RequestedPaper(TypedDict):
    """`question` is its key in the form, or one that begins with EXTRA for a paper the form does not know."""

    question: str
    name: str
    reason: str


class PaperRequestData(TypedDict, total=False):
    """`reply_until` is the end of the time for the reply, as ISO text; `effect` what the request does to the limit of
    an accepted submission (a RequestEffect).
    """

    papers: list[RequestedPaper]
    reply_until: str | None
    effect: str


class PaymentRequestData(TypedDict, total=False):
    """`amount` in đồng, `pay_until` a day as ISO text, the rest in the agency's own words."""

    amount: int
    what: str
    where: str
    pay_until: str


class PaymentData(TypedDict, total=False):
    """`what` is the name of the fee, `receipt` the number of its receipt."""

    amount: int
    what: str
    receipt: str
    due_at: str | None


class DecisionData(TypedDict, total=False):
    """`outcome` is one of OUTCOMES."""

    outcome: str


class AgencySnapshot(TypedDict):
    """An agency as it was called then."""

    key: str
    name: str


TransferData = TypedDict("TransferData", {"from": AgencySnapshot, "to": AgencySnapshot}, total=False)


class AssignmentData(TypedDict, total=False):
    """`to` is the number of the officer's account, None for nobody."""

    to: int | None


class RecalculationData(TypedDict, total=False):
    """The day of the result before and after."""

    was_due_at: str | None
    due_at: str | None


class ExtensionData(RecalculationData, total=False):
    """By how many hours or days it was put off."""

    value: int
    unit: str


class ApologyData(TypedDict, total=False):
    """`due_at` is the moment it was due, `return_until` the end of the day that is named for the result."""

    due_at: str | None
    return_until: str | None


class ForwardData(TypedDict, total=False):
    """`forward_until`: until when it had to be handed on, as ISO text."""

    forward_until: str | None


TransitionData = (
    NoData
    | DueDateData
    | FilingData
    | PaperRequestData
    | PaymentRequestData
    | PaymentData
    | DecisionData
    | TransferData
    | AssignmentData
    | RecalculationData
    | ExtensionData
    | AcceptanceData
    | ApologyData
    | ForwardData
)


class EventData(TypedDict, total=False):
    """What an event of whatever transition may say: for those who read a whole history.

    `from` and `to` are not among it: they are agencies after a transfer and an account after an assignment.
    """

    files: dict[str, int]
    papers: list[RequestedPaper]
    amount: int
    what: str
    where: str
    pay_until: str
    receipt: str
    outcome: str
    value: int
    unit: str
    due_at: str | None
    was_due_at: str | None
    reply_until: str | None
    effect: str
    slip_asked: bool
    return_until: str | None
    forward_until: str | None


class PaperInput(TypedDict, total=False):
    """A paper to ask for: one of the form by `question`, any other by `name`."""

    question: str
    name: str
    reason: str


class TransitionInput(TypedDict, total=False):
    """What a person may say with a transition; each takes what belongs to it and leaves the rest."""

    papers: list[PaperInput]
    amount: int | None
    what: str
    where: str
    pay_until: str
    receipt: str
    outcome: str
    slip_asked: bool
