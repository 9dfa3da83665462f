"""What a move says besides its reason, checked before it is written into the history."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import text
from services.forms.definition.questions import Form, Kind
from services.forms.rules.exceptions import Incomplete, ReasonMissing
from services.forms.rules.reasons import says_something, too_thin

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

Detail = dict[str, Any]


def clean_transition_data(name: str, detail: Mapping[str, Any], *, form: Form) -> Detail:
    """The details of that move and nothing else. Incomplete or ReasonMissing when they do not do."""
    check = _CHECKS.get(name)
    return check(detail, form) if check else {}


def _papers(detail: Mapping[str, Any], form: Form) -> Detail:
    """Which papers are asked for, each with its reason."""
    asked = [_paper(paper, form) for paper in detail.get("papers", [])]
    if not asked:
        raise Incomplete({"papers": [_("Name at least one paper.")]})
    keys = [paper["question"] for paper in asked]
    if double := [key for key in keys if keys.count(key) > 1]:
        raise Incomplete({double[0]: [_("This paper is named twice.")]})
    if without := [paper["question"] for paper in asked if not paper["reason"]]:
        raise ReasonMissing(without)
    if thin := [paper["question"] for paper in asked if not says_something(paper["reason"])]:
        raise Incomplete({place: [too_thin()] for place in thin})
    return {"papers": asked}


def extra_key(name: str) -> str:
    """The key of a paper the form does not know: asked for again under the same name, it is the same paper."""
    return f"{EXTRA}{hashlib.sha256(text.fold(name).encode()).hexdigest()[:8]}"


def _paper(paper: Mapping[str, str], form: Form) -> Detail:
    key, name = paper.get("question", ""), paper.get("name", "").strip()
    reason = paper.get("reason", "").strip()
    if not key and name:
        return {"question": extra_key(name), "name": name, "reason": reason}
    question = form.question(key)
    if question is None or question.kind != Kind.FILES:
        raise Incomplete({key: [_("The form has no such paper.")]})
    return {"question": key, "name": question.label, "reason": reason}


def _payment(detail: Mapping[str, Any], form: Form) -> Detail:
    """What is asked for: how much, what for, and, as far as the agency says it, where, how and until when."""
    amount, told = detail.get("amount"), {**_place(detail.get("where", "")), **_until(detail.get("pay_until", ""))}
    if amount is None:
        return told
    if not _is_amount(amount):
        raise Incomplete({"amount": [str(WRONG_AMOUNT)]})
    return {"amount": amount, **_named(detail.get("what", "")), **told}


def _place(words: str) -> Detail:
    return {"where": clean_note(words, "where", LONGEST_PLACE)} if words.strip() else {}


def _until(day: str) -> Detail:
    """A day as ISO text."""
    if not day:
        return {}
    try:
        return {"pay_until": date.fromisoformat(day).isoformat()}
    except ValueError:
        raise Incomplete({"pay_until": [_("Give a day.")]}) from None


def _paid(detail: Mapping[str, Any], form: Form) -> Detail:
    """How much and the number of its receipt; a bare move, made for a repair, says neither."""
    return payment(detail.get("amount"), detail.get("receipt", ""), detail.get("what", "")) if detail else {}


def payment(amount: Any, receipt: str, what: str = "") -> Detail:
    """A payment as the history keeps it, `what` being the name of the fee.

    Incomplete when the amount or the number of the receipt is missing.
    """
    errors = {} if _is_amount(amount) else {"amount": [str(WRONG_AMOUNT)]}
    receipt = receipt.strip()
    if not receipt or len(receipt) > LONGEST_RECEIPT:
        errors["receipt"] = [_("Give the number of the receipt, at most %(most)d signs.") % {"most": LONGEST_RECEIPT}]
    if errors:
        raise Incomplete(errors)
    return {"amount": amount, "receipt": receipt, **_named(what)}


def _named(what: str) -> Detail:
    return {"what": what.strip()[:LONGEST_FEE]} if what.strip() else {}


def clean_note(words: str, place: str, limit: int = LONGEST_NOTE) -> str:
    """What somebody wrote freely, without blanks around it; Incomplete at that place when it is too long."""
    words = words.strip()
    if len(words) > limit:
        raise Incomplete({place: [_("Write at most %(limit)d characters.") % {"limit": limit}]})
    return words


def required_reason(words: str) -> str:
    """The reason the citizen reads. ReasonMissing when there is none, Incomplete when it says nothing."""
    reason = clean_note(words, "reason")
    if not reason:
        raise ReasonMissing(["reason"])
    if not says_something(reason):
        raise Incomplete({"reason": [too_thin()]})
    return reason


def _is_amount(amount: Any) -> bool:
    return isinstance(amount, int) and not isinstance(amount, bool) and 0 < amount <= LARGEST_AMOUNT


def _outcome(detail: Mapping[str, Any], form: Form) -> Detail:
    outcome = detail.get("outcome")
    if outcome not in OUTCOMES:
        raise Incomplete({"outcome": [_("Say whether it was granted or refused.")]})
    return {"outcome": outcome}


_CHECKS: dict[str, Callable[[Mapping[str, Any], Form], Detail]] = {
    "ask_for_papers": _papers,
    "ask_for_payment": _payment,
    "pay": _paid,
    "resolve": _outcome,
}
