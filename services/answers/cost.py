"""The cost of an answer: what is paid on a day, over the cases and the ways of filing that may be the reader's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.money import Dong
from services.models import Fee
from services.rules.choices import ChannelKind, FeeStatus, PartStatus
from services.rules.fees import in_force, payable


class CostStatus(StrEnum):
    """What is known of the cost; PARTIAL: an amount is known of some cases or ways of filing only."""

    AMOUNT = "amount"
    RANGE = "range"
    FREE = "free"
    PARTIAL = "partial"
    NOT_PRESCRIBED = "not_prescribed"
    UNKNOWN = "unknown"


Paid = Mapping[tuple[str, str], Dong | None]
"""What is paid by way of filing and key of the case, in đồng; None while that is not known."""


@dataclass(frozen=True)
class CostAnswer:
    """`lowest` and `highest` are đồng per `unit` ("" where units differ or the dossier is meant), None while unknown.

    `paid` holds every way and case that may be the reader's. `set_by` names who sets what is unknown; `rows` are the
    fees that hold that day.
    """

    status: CostStatus
    lowest: Dong | None = None
    highest: Dong | None = None
    unit: str = ""
    paid: Paid = field(default_factory=dict)
    rows: tuple[Fee, ...] = ()
    set_by: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        return self.status is not CostStatus.UNKNOWN

    @property
    def by_channel(self) -> bool:
        """Whether some case pays another amount on another way of filing."""
        return self._depends_on(1)

    @property
    def by_case(self) -> bool:
        """Whether the amount differs between cases on one way of filing."""
        return self._depends_on(0)

    def _depends_on(self, kept: int) -> bool:
        """Return whether amounts differ although that part of the question (0 the way, 1 the case) is the same."""
        groups: dict[str, set[Dong | None]] = {}
        for asked, amount in self.paid.items():
            groups.setdefault(asked[kept], set()).add(amount)
        return any(len(amounts) > 1 for amounts in groups.values())

    def of_channel(self, channel: str) -> set[Dong | None]:
        """Return what is paid on that way of filing, over the cases."""
        return {amount for (way, _case), amount in self.paid.items() if way == channel}


def cost_answer(
    fees: Sequence[Fee], *, case: str, channel: str, channels: Sequence[str], stated: str, on: date
) -> CostAnswer:
    """Return what somebody of that case ("" = any) pays on that way of filing ("" = any of `channels`) and day.

    `stated` is what the editor says of a service without fees (a PartStatus). Free only where the rows or the editor
    say so.
    """
    if not fees:
        return CostAnswer(_OF_NO_ROWS.get(PartStatus(stated), CostStatus.UNKNOWN))
    ways = [channel] if channel else _ways(fees, channels)
    paid = {(way, key): payable(fees, case=key, channel=way, on=on) for way in ways for key in _keys(fees, way, case)}
    rows = _held(fees, paid, on)
    known = [amount for amount in paid.values() if amount is not None]
    units = {row.unit for row in rows if row.status == FeeStatus.AMOUNT and row.amount}
    return CostAnswer(
        status=_status(paid, rows),
        lowest=min(known, default=None),
        highest=max(known, default=None),
        unit=units.pop() if len(units) == 1 else "",
        paid=paid,
        rows=rows,
        set_by=tuple(dict.fromkeys(row.set_by for row in rows if row.set_by and not _says_amount(row))),
    )


_OF_NO_ROWS = {PartStatus.NONE: CostStatus.FREE, PartStatus.NOT_PRESCRIBED: CostStatus.NOT_PRESCRIBED}


def _ways(fees: Sequence[Fee], channels: Sequence[str]) -> list[str]:
    """Return the ways of filing of the service and those that its fees name; all of them where nobody names any."""
    named = {*channels, *(fee.channel for fee in fees if fee.channel)}
    return [kind for kind in ChannelKind.values if kind in named] or list(ChannelKind.values)


def _keys(fees: Sequence[Fee], channel: str, case: str) -> list[str]:
    """Return the cases that may be the reader's; a table that does not know theirs answers for all its own."""
    keys = {fee.case_key for fee in fees if fee.case_key}
    if case in keys:
        return [case]
    return sorted({fee.case_key for fee in fees if fee.case_key and fee.channel in ("", channel)}) or [""]


def _held(fees: Sequence[Fee], paid: Paid, on: date) -> tuple[Fee, ...]:
    """Return the fees that hold that day for any of the ways and cases asked for."""
    held = [fee for way, key in paid for fee in in_force(fees, on=on, channel=way, case=key)]
    return tuple(fee for fee in fees if any(fee is one for one in held))


def _status(paid: Paid, rows: Sequence[Fee]) -> CostStatus:
    amounts = set(paid.values())
    known = amounts - {None}
    if not known:
        only = {row.status for row in rows}
        return CostStatus.NOT_PRESCRIBED if only == {FeeStatus.NOT_PRESCRIBED} else CostStatus.UNKNOWN
    if None in amounts:
        return CostStatus.PARTIAL
    if known == {0}:
        return CostStatus.FREE
    return CostStatus.AMOUNT if len(known) == 1 else CostStatus.RANGE


def _says_amount(row: Fee) -> bool:
    return row.status == FeeStatus.FREE or bool(row.status == FeeStatus.AMOUNT and row.amount)
