"""The fees of a dossier in words: as they stood at filing, and what is still to be paid as far as the portal knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from services.forms.models import Event, Submission
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import PAYMENTS
from services.forms.rules.workflow import UNFINISHED, State
from services.forms.submissions.payment_requests import payment_address, payment_request
from services.forms.submissions.stored_cases import case_keys, case_of
from services.models import Fee
from services.rules.choices import ChannelKind, FeeStatus
from services.rules.fees import FeeRow, in_force, payable
from services.rules.wording import amount_in_words, fee_amount, money, not_published

CHARGES = PAYMENTS | {Transition.ASK_FOR_PAYMENT}
"""Transitions that may name an amount."""


@dataclass(frozen=True)
class FeesOwed:
    """`lines` name the fees with their amounts; `is_asked`: the agency asked for them and the dossier waits.

    `where` and `until` are the agency's own words and day, "" and None where it said nothing; `online` is where the
    service's page says that its fees are paid.
    """

    lines: list[str]
    is_asked: bool
    note: str = ""
    where: str = ""
    until: date | None = None
    online: str = ""


def fees_owed(row: Submission, events: Iterable[Event], ask: str = "") -> FeesOwed | None:
    """Return None when the dossier has ended, no amount is known, or a payment was recorded; `ask` as in fee_lines."""
    events = list(events)
    if row.state == State.PAYMENT:
        request = next((event for event in reversed(events) if event.move == Transition.ASK_FOR_PAYMENT), None)
        return _asked(row, request, ask)
    is_settled = row.state not in UNFINISHED or any(event.move in PAYMENTS for event in events)
    lines = [] if is_settled else _with_amount(row)
    return FeesOwed(lines, is_asked=False, online=payment_address(row.service_key)) if lines else None


def _asked(row: Submission, event: Event | None, ask: str) -> FeesOwed:
    """Return what the agency asked for; without an amount of its own, the fees at filing."""
    if event is None:
        return FeesOwed(fee_lines(row.fees, ask), is_asked=True, online=payment_address(row.service_key))
    asked = payment_request(event)
    lines = [f"{asked.what or _('Fee')}: {money(asked.amount)}"] if asked.amount else fee_lines(row.fees, ask)
    return FeesOwed(lines, is_asked=True, note=event.reason, where=asked.where, until=asked.until, online=asked.online)


def certain_fee(row: Submission, events: Iterable[Event]) -> str:
    """Return what is paid for it: the one amount the agency asked for or recorded, else what the fees at filing say for
    its case. "" where that is not certain, which an exemption that may hold makes it.
    """
    amounts = {event.data.get("amount") for event in events if event.move in CHARGES}
    if amounts:
        only = amounts.pop()
        return money(only) if only and not amounts else ""
    fees, day = _fees(row.fees), timezone.localdate(row.filed_at)
    case = case_of(row, fees)
    holding = in_force(fees, on=day, channel=ChannelKind.ONLINE, case=case)
    amount = payable(fees, case=case, channel=ChannelKind.ONLINE, on=day)
    if amount is None or any(fee.exemption for fee in holding):
        return ""
    return amount_in_words(amount, next((fee.unit for fee in holding if fee.amount), ""))


def _fees(rows: Iterable[FeeRow]) -> list[Fee]:
    """Return rows as the rules read them."""
    rows = list(rows)
    return [_fee(row, key) for row, key in zip(rows, case_keys(rows), strict=True)]


def _fee(row: FeeRow, case_key: str) -> Fee:
    read = {"valid_from": _day(row.get("valid_from")), "valid_to": _day(row.get("valid_to")), "case_key": case_key}
    return Fee(**{name: value for name, value in row.items() if name != "id"} | read)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _with_amount(row: Submission) -> list[str]:
    fees = [fee for fee in row.fees if fee.get("status") == FeeStatus.AMOUNT and fee.get("amount")]
    return fee_lines(fees) if fees else []


def fee_lines(rows: Iterable[FeeRow], ask: str = "") -> list[str]:
    """Return the fees as they stood at filing, a line each; that none is known is said too, with the place to ask."""
    lines = [_fee_line(fee, ask) for fee in _fees(rows)]
    return lines or [not_published(ask)]


def _fee_line(fee: Fee, ask: str) -> str:
    case = f" ({fee.case})" if fee.case else ""
    note = f" – {fee.note}" if fee.note and fee.status in (FeeStatus.SEE_NOTE, FeeStatus.NOT_PRESCRIBED) else ""
    return f"{fee.name}{case}: {fee_amount(fee, ask)}{note}"
