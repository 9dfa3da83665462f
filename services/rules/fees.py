"""Fees: what one citizen pays, for one case, through one channel, on one day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypedDict, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.money import Dong
from core.text import fold
from services.rules.choices import ChannelKind, FeeKind, FeeStatus, PartStatus


class Fee(Protocol):
    """One row of a fee table.

    `status` is a FeeStatus; `amount` is whole đồng per `unit` ("" = the dossier), set only with the status "amount".
    `channel` is a ChannelKind, "" = every channel; `case_key` the key of a case, "" = every case.
    `valid_from` and `valid_to` are the first and the last day the row holds, None = without limit.
    """

    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def amount(self) -> int | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def case_key(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


class FeeRow(TypedDict, total=False):
    """A row of a fee table as JSON: what a dossier keeps of it from its filing; dates are ISO texts."""

    kind: str
    name: str
    status: str
    amount: int | None
    unit: str
    channel: str
    case_key: str
    case: str
    set_by: str
    exemption: str
    note: str
    legal_document_id: int | None
    valid_from: str | None
    valid_to: str | None


Row = TypeVar("Row", bound=Fee)


class ConflictKind(models.TextChoices):
    """Why a fee table contradicts itself."""

    TWICE = "twice", _("The same fee stands here twice for one time: give each row its own period, channel or case.")
    CASE = "case", _("Several fees hold on the same channel: say in every row for which case it holds.")
    UNITS = "units", _("Fees of the same case are counted in different units, so they cannot be added up.")


class SummaryStatus(models.TextChoices):
    """What a card says about fees."""

    FREE = "free", _("Free")
    AMOUNT = "amount", _("One amount")
    RANGE = "range", _("From the lowest to the highest amount")
    SEE_NOTE = "see_note", _("See the fee table")
    NOT_PRESCRIBED = "not_prescribed", _("Not prescribed")
    UNKNOWN = "unknown", _("Not published; ask where applications are received")


@dataclass(frozen=True)
class Conflict:
    """Rows that cannot all hold: since when (None = always) and on which channels."""

    kind: ConflictKind
    fees: Sequence[Fee]
    channels: Sequence[ChannelKind]
    since: date | None


@dataclass(frozen=True)
class Summary:
    """The fees of a service in one line: lowest and highest amount in đồng, known only for free, amount and range.

    `unit` is what the amounts are counted in when all rows agree, else "".
    """

    status: SummaryStatus
    lowest: Dong | None = None
    highest: Dong | None = None
    unit: str = ""

    @property
    def may_cost(self) -> bool:
        """Whether a citizen may have to pay: False only when the service is said to be free."""
        return self.status != SummaryStatus.FREE


def in_force(fees: Iterable[Row], *, on: date, channel: str | None = None, case: str | None = None) -> list[Row]:
    """Return the rows that hold on that day, in their order; with a channel or a case only those that hold for it.

    None asks for every channel or case, "" for a citizen who belongs to no named case; a case is given by its key.

    Of the same fee (kind, name and case) the row with the narrower period replaces the wider one while it holds: a cut
    with dates replaces the undated amount, which comes back the day after. A cut on one channel replaces it there only.
    """
    asked = [fee for fee in fees if _covers(fee.channel, channel) and _covers(fee.case_key, case)]
    valid = [fee for fee in asked if _starts(fee) <= on <= _ends(fee)]
    return [fee for fee in valid if not any(_replaces(other, fee, channel) for other in valid)]


def payable(fees: Iterable[Fee], *, case: str, channel: str, on: date) -> Dong | None:
    """Return what a citizen of that case ("" = no named case) pays on that channel and day, in đồng per unit.

    0 only when the rows say "free". None while any part is unknown: no row holds, a row refers to its note, an amount
    is missing, or the rows contradict each other (`conflicts`). A row "not prescribed" adds nothing to the rows beside
    it, since nobody may collect a fee that no law sets (Law on Fees and Charges 97/2015/QH13); alone it is not a
    promise of "free". Several rows add up only when each of them names this case.
    """
    rows = list(fees)
    if _contradictions(rows, channel=channel, on=on):
        return None
    holding = in_force(rows, on=on, channel=channel, case=case)
    amounts = [_stated(fee) for fee in holding if fee.status != FeeStatus.NOT_PRESCRIBED]
    known = [amount for amount in amounts if amount is not None]
    return Dong(sum(known)) if known and len(known) == len(amounts) else None


def conflicts(fees: Iterable[Fee]) -> list[Conflict]:
    """Return every contradiction of the table, at any time: each set of rows once, with its channels and its first day.

    Rows are mostly alternatives. Where one of several rows on a channel names no case, nobody can tell whether it is
    paid besides the others or instead of them.
    """
    rows = list(fees)
    found: list[Conflict] = []
    for day in _turning_days(rows):
        for channel in ChannelKind:
            for kind, members in _contradictions(rows, channel=channel, on=day):
                since = None if day == date.min else day
                _note(found, Conflict(kind, members, [channel], since))
    return found


def expiring(fees: Iterable[Row], *, on: date) -> list[Row]:
    """Return rows in force that day that end without a successor for their kind, case and channels, soonest first.

    What is paid after their last day is unknown: a warning to the editor."""
    rows = list(fees)
    ending = [fee for fee in in_force(rows, on=on) if fee.valid_to and not _succeeded(fee, rows, _next(fee.valid_to))]
    return sorted(ending, key=_ends)


def span(fees: Iterable[Fee], *, on: date, channels: Iterable[str] = ()) -> tuple[Dong, Dong] | None:
    """Lowest and highest amount, in đồng, that a citizen may pay that day over all cases and channels.

    None while any is unknown. `channels` are the service's own, so that a channel no row speaks of counts as unknown;
    channels named in rows count anyway.
    """
    amounts = _amounts(list(fees), on, channels)
    known = [amount for amount in amounts if amount is not None]
    return (min(known), max(known)) if known and len(known) == len(amounts) else None


def summary(
    fees: Iterable[Fee], *, on: date, channels: Iterable[str] = (), stated: str = PartStatus.UNKNOWN
) -> Summary:
    """Return the fees in one line for cards, over the service's own `channels`.

    `stated` is what the editor says of a service without rows (a PartStatus; "none" = nothing is charged).
    "See the fee table" when only a part is known in figures: a card must not show a part as the whole.
    """
    rows = list(fees)
    if not rows:
        return _SUMMARY_OF_NO_ROWS[PartStatus(stated)]
    holding = in_force(rows, on=on)
    limits = span(rows, on=on, channels=channels)
    if limits is not None:
        return _in_figures(*limits, units={fee.unit for fee in holding if fee.status == FeeStatus.AMOUNT})
    statuses = {fee.status for fee in holding if fee.status != FeeStatus.AMOUNT or fee.amount is not None}
    if not statuses:
        return Summary(SummaryStatus.UNKNOWN)
    return Summary(SummaryStatus.NOT_PRESCRIBED if statuses == {FeeStatus.NOT_PRESCRIBED} else SummaryStatus.SEE_NOTE)


_SUMMARY_OF_NO_ROWS = {
    PartStatus.UNKNOWN: Summary(SummaryStatus.UNKNOWN),
    PartStatus.NONE: Summary(SummaryStatus.FREE, Dong(0), Dong(0)),
    PartStatus.NOT_PRESCRIBED: Summary(SummaryStatus.NOT_PRESCRIBED),
    PartStatus.SEE_NOTE: Summary(SummaryStatus.SEE_NOTE),
    PartStatus.NOT_NAMED: Summary(SummaryStatus.UNKNOWN),
}


def _in_figures(lowest: Dong, highest: Dong, units: set[str]) -> Summary:
    unit = units.pop() if len(units) == 1 else ""
    if not highest:
        return Summary(SummaryStatus.FREE, lowest, highest)
    return Summary(SummaryStatus.AMOUNT if lowest == highest else SummaryStatus.RANGE, lowest, highest, unit)


def _starts(fee: Fee) -> date:
    return fee.valid_from or date.min


def _ends(fee: Fee) -> date:
    return fee.valid_to or date.max


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _covers(own: str, asked: str | None) -> bool:
    """Return whether a row's channel or case ("" = all) holds for the one asked (None = any)."""
    return asked is None or own in ("", asked)


def _same_fee(one: Fee, other: Fee) -> bool:
    same_kind = one.kind == other.kind or FeeKind.UNSPECIFIED in (one.kind, other.kind)
    return same_kind and one.case_key == other.case_key and fold(one.name) == fold(other.name)


def _replaces(new: Fee, old: Fee, channel: str | None) -> bool:
    """Return whether `new` lies within the period of `old`, for the same fee, on that channel (None = all)."""
    inner, outer = (_starts(new), _ends(new)), (_starts(old), _ends(old))
    within = outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer
    return within and _same_fee(new, old) and (channel is not None or new.channel in ("", old.channel))


def _stated(fee: Fee) -> int | None:
    """Return the row's own amount in đồng: 0 when free, None when it is not said in figures."""
    return 0 if fee.status == FeeStatus.FREE else fee.amount if fee.status == FeeStatus.AMOUNT else None


def _contradictions(fees: Sequence[Fee], *, channel: str, on: date) -> list[tuple[ConflictKind, list[Fee]]]:
    """Sets of rows in figures that cannot hold together on that channel and day; rows that are all free always can."""
    rows = [fee for fee in in_force(fees, on=on, channel=channel) if _stated(fee) is not None]
    if len(rows) < 2 or not any(map(_stated, rows)):
        return []
    twice = [fee for fee in rows if any(fee is not other and _same_fee(fee, other) for other in rows)]
    if twice:
        return [(ConflictKind.TWICE, twice)]
    if not all(fee.case_key for fee in rows):
        return [(ConflictKind.CASE, rows)]
    by_case = {fee.case_key: [other for other in rows if other.case_key == fee.case_key] for fee in rows}
    return [(ConflictKind.UNITS, own) for own in by_case.values() if len({fold(fee.unit) for fee in own}) > 1]


def _turning_days(fees: Iterable[Fee]) -> list[date]:
    """Return the days on which the set of rows in force may change, from the beginning of time."""
    starts = {fee.valid_from for fee in fees if fee.valid_from}
    ends = {_next(fee.valid_to) for fee in fees if fee.valid_to and fee.valid_to < date.max}
    return sorted({date.min} | starts | ends)


def _note(found: list[Conflict], new: Conflict) -> None:
    """Add a conflict, or only its channel where the same rows were found already (by identity: rows may be unsaved)."""
    for index, old in enumerate(found):
        if old.kind == new.kind and list(map(id, old.fees)) == list(map(id, new.fees)):
            added = [channel for channel in new.channels if channel not in old.channels]
            found[index] = Conflict(old.kind, old.fees, [*old.channels, *added], old.since)
            return
    found.append(new)


def _succeeded(fee: Fee, fees: Sequence[Fee], day: date) -> bool:
    successors = [
        other
        for other in in_force(fees, on=day)
        if _covers(other.case_key, fee.case_key)
        and (other.kind == fee.kind or FeeKind.UNSPECIFIED in (other.kind, fee.kind))
    ]
    channels = [fee.channel] if fee.channel else list(ChannelKind)
    return all(any(_covers(other.channel, channel) for other in successors) for channel in channels)


def _amounts(fees: Sequence[Fee], on: date, channels: Iterable[str]) -> list[Dong | None]:
    """Return what each case pays on each channel; a case whose row ended is unknown, not gone."""
    asked = {*channels, *(fee.channel for fee in fees if fee.channel)} or set(ChannelKind)
    return [
        payable(fees, case=case, channel=channel, on=on)
        for channel in sorted(asked)
        for case in sorted({fee.case_key for fee in fees if fee.case_key and _covers(fee.channel, channel)}) or [""]
    ]
