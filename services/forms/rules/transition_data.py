"""What a person says with a transition besides its reason, checked before it is written into the history."""

import hashlib
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import text
from services.forms.definition.questions import Form, Kind
from services.forms.rules.exceptions import Incomplete, ReasonMissing
from services.forms.rules.reasons import says_something, too_thin
from services.forms.rules.transition_shapes import (
    AcceptanceData,
    DecisionData,
    PaperInput,
    PaperRequestData,
    PaymentData,
    PaymentRequestData,
    RequestedPaper,
    TransitionInput,
)

GRANTED, REFUSED = "granted", "refused"
OUTCOMES = {GRANTED: gettext_lazy("granted"), REFUSED: gettext_lazy("refused after appraisal")}
EXTRA = "extra-"
"""Begins the key of a requested paper that the form does not ask for."""
WRONG_AMOUNT = gettext_lazy("Give the amount as a whole number of đồng above 0.")
LARGEST_AMOUNT = 10**12
LONGEST_RECEIPT = 50
LONGEST_FEE = 300
LONGEST_PLACE = 1_000
"""Characters that say where and how a fee is paid."""
LONGEST_NOTE = 5_000
"""Characters of a reason, a note to the agency or one among colleagues."""


def clean_paper_request(said: TransitionInput, form: Form) -> PaperRequestData:
    """Return which papers are asked for, each with its reason. Raise Incomplete or ReasonMissing."""
    asked = [_paper(paper, form) for paper in said.get("papers", [])]
    if not asked:
        raise Incomplete({"papers": [_("Name at least one document.")]})
    keys = [paper["question"] for paper in asked]
    if double := [key for key in keys if keys.count(key) > 1]:
        raise Incomplete({double[0]: [_("This document is named twice.")]})
    if without := [paper["question"] for paper in asked if not paper["reason"]]:
        raise ReasonMissing(without)
    if thin := [paper["question"] for paper in asked if not says_something(paper["reason"])]:
        raise Incomplete({place: [too_thin()] for place in thin})
    return {"papers": asked}


def extra_key(name: str) -> str:
    """Return the key of a paper the form does not know: asked for again under the same name, it is the same paper."""
    return f"{EXTRA}{hashlib.sha256(text.fold(name).encode()).hexdigest()[:8]}"


def _paper(paper: PaperInput, form: Form) -> RequestedPaper:
    key, name = paper.get("question", ""), paper.get("name", "").strip()
    reason = paper.get("reason", "").strip()
    if not key and name:
        return {"question": extra_key(name), "name": name, "reason": reason}
    question = form.question(key)
    if question is None or question.kind != Kind.FILES:
        raise Incomplete({key: [_("The form has no such document.")]})
    return {"question": key, "name": question.label, "reason": reason}


def clean_payment_request(said: TransitionInput, form: Form) -> PaymentRequestData:
    """Return what is asked for: how much, what for, and, as far as the agency says it, where, how and until when."""
    amount, found = said.get("amount"), PaymentRequestData()
    if amount is not None and not _is_amount(amount):
        raise Incomplete({"amount": [str(WRONG_AMOUNT)]})
    if amount is not None:
        found["amount"] = amount
        found |= _named(said.get("what", ""))
    if where := said.get("where", "").strip():
        found["where"] = clean_note(where, "where", LONGEST_PLACE)
    if until := said.get("pay_until", ""):
        found["pay_until"] = _day(until)
    return found


def _day(typed: str) -> str:
    """Return a day as ISO text."""
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        raise Incomplete({"pay_until": [_("Give a day.")]}) from None


def clean_payment(said: TransitionInput, form: Form) -> PaymentData:
    """Return how much was paid and the number of the receipt; nothing where a repair says neither."""
    return payment(said.get("amount"), said.get("receipt", ""), said.get("what", "")) if said else {}


def payment(amount: int | None, receipt: str, what: str = "") -> PaymentData:
    """Return a payment as the history keeps it, `what` being the name of the fee.

    Raise Incomplete when the amount or the number of the receipt is missing.
    """
    errors = {} if _is_amount(amount) else {"amount": [str(WRONG_AMOUNT)]}
    receipt = receipt.strip()
    if not receipt or len(receipt) > LONGEST_RECEIPT:
        errors["receipt"] = [_("Give the number of the receipt, at most %(most)d signs.") % {"most": LONGEST_RECEIPT}]
    if errors or amount is None:
        raise Incomplete(errors)
    return {"amount": amount, "receipt": receipt, **_named(what)}


def _named(what: str) -> PaymentData:
    return {"what": what.strip()[:LONGEST_FEE]} if what.strip() else {}


def clean_note(words: str, place: str, limit: int = LONGEST_NOTE) -> str:
    """Return what somebody wrote freely, without blanks around it; Incomplete at that place when it is too long."""
    words = words.strip()
    if len(words) > limit:
        raise Incomplete({place: [_("Write at most %(limit)d characters.") % {"limit": limit}]})
    return words


def required_reason(words: str) -> str:
    """Return the reason the citizen reads. ReasonMissing when there is none, Incomplete when it says nothing."""
    reason = clean_note(words, "reason")
    if not reason:
        raise ReasonMissing(["reason"])
    if not says_something(reason):
        raise Incomplete({"reason": [too_thin()]})
    return reason


def _is_amount(amount: object) -> bool:
    return isinstance(amount, int) and not isinstance(amount, bool) and 0 < amount <= LARGEST_AMOUNT


def clean_acceptance(said: TransitionInput, form: Form) -> AcceptanceData:
    """Return whether a receipt was asked for."""
    return {"slip_asked": True} if said.get("slip_asked") else {}


def clean_decision(said: TransitionInput, form: Form) -> DecisionData:
    """Return what was decided. Raise Incomplete when it was not said."""
    outcome = said.get("outcome", "")
    if outcome not in OUTCOMES:
        raise Incomplete({"outcome": [_("Say whether it was granted or refused.")]})
    return {"outcome": outcome}
