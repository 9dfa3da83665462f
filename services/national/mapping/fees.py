"""Fees of a record: amounts only where they are beyond doubt, everything else in the record's own words."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.text import fold
from services.national.facts import FEES, FactRow
from services.national.mapping.flags import Flag, Oddity
from services.national.mapping.record import Record, is_record, line, lines, number, parts
from services.national.mapping.times import KIND_OF_CHANNEL
from services.rules.choices import ChannelKind, FeeKind, FeeStatus

LEAST = 1_000
"""A smaller amount in đồng is thousands, a percentage or a slip of the hand."""
LONGEST_CASE = 300

KINDS = {"FEE": FeeKind.PHI, "SERVICE_FEE": FeeKind.LE_PHI}
"""Where the words of the record begin with one of the two, they say the same in 98 of 100."""
FREE = {
    fold(words)
    for words in (
        *("không", "không có", "miễn phí", "miễn lệ phí", "không thu", "không thu phí", "không thu lệ phí"),
        *("không thu phí, lệ phí", "không mất phí", "không phải nộp phí"),
    )
}
UNSET = {fold(words) for words in ("không quy định", "chưa quy định", "chưa có quy định")}


class Price(NamedTuple):
    """What a fee is, and the words that go with it."""

    status: FeeStatus
    amount: int | None = None
    note: str = ""
    is_bare: bool = False
    """Whether the record has no words for it, so that the note is ours."""


def fee_rows(record: Record, odd: list[Oddity]) -> tuple[FactRow, ...]:
    """Return the fees of each channel; several amounts of one kind on a channel are told apart by their words."""
    rows: list[FactRow] = []
    for channel, fees in _by_channel(record).items():
        priced = [(_kind(fee), _price(fee, odd)) for fee in fees]
        rows += _rows(channel, list(dict.fromkeys(priced)), odd)
    return tuple(rows)


def _by_channel(record: Record) -> dict[ChannelKind, list[Record]]:
    found: dict[ChannelKind, list[Record]] = {}
    for method in parts(record, "executionMethods"):
        if kind := KIND_OF_CHANNEL.get(line(method, "submissionMethod")):
            found.setdefault(kind, []).extend(parts(method, "fees"))
    return found


def _rows(channel: ChannelKind, priced: list[tuple[FeeKind, Price]], odd: list[Oddity]) -> Iterable[FactRow]:
    in_figures = [one for one in priced if one[1].status in (FeeStatus.AMOUNT, FeeStatus.FREE)]
    are_several = len(in_figures) > 1 and any(price.amount for _kind, price in in_figures)
    has_cases = are_several and _can_be_told_apart(in_figures)
    if are_several and not has_cases:
        odd.append(Oddity(Flag.ONE_OR_SUM, channel))
    for kind, price in priced:
        is_case = has_cases and (kind, price) in in_figures
        yield FactRow(
            FEES,
            {
                "channel": channel,
                "case": case_name(price.note) if is_case else "",
                "kind": kind,
                "name": _name(kind),
                "status": price.status,
                "amount": price.amount,
                "note": "" if is_case else price.note,
                "is_bare": price.is_bare,
            },
        )


def case_name(words: str) -> str:
    """Return words of a fee as the name of the case it is paid in."""
    return " ".join(words.split()).strip(" .;:,+-–•")


def _can_be_told_apart(fees: list[tuple[FeeKind, Price]]) -> bool:
    """Return whether these are alternatives by their words; a phí beside a lệ phí may as well be paid besides."""
    names = [case_name(price.note) for _kind, price in fees]
    told = {fold(name) for name in names}
    is_one_kind = len({kind for kind, _price in fees}) == 1
    return is_one_kind and "" not in told and len(told) == len(names) and max(map(len, names)) <= LONGEST_CASE


def _kind(fee: Record) -> FeeKind:
    kind = KINDS.get(line(fee, "type"), FeeKind.UNSPECIFIED)
    words = fold(line(fee, "description"))
    says_other = words.startswith("le phi") if kind is FeeKind.PHI else words.startswith("phi ")
    return FeeKind.UNSPECIFIED if says_other else kind


def _name(kind: FeeKind) -> str:
    named = {FeeKind.PHI: pgettext("name of a fee", "Fee"), FeeKind.LE_PHI: pgettext("name of a fee", "Charge")}
    return named.get(kind) or pgettext("name of a fee", "Fee or charge")


def _price(fee: Record, odd: list[Oddity]) -> Price:
    words, amount = lines(fee, "description"), number(fee, "value")
    currency = _currency(fee)
    if amount and currency not in ("", "VND"):
        odd.append(Oddity(Flag.FOREIGN_CURRENCY, f"{amount} {currency}"))
        return Price(FeeStatus.SEE_NOTE, note=_and(f"{amount} {currency}", words))
    if amount and amount >= LEAST and isinstance(amount, int):
        return Price(FeeStatus.AMOUNT, amount, words)
    if amount:
        odd.append(Oddity(Flag.LIKE_THOUSANDS, str(amount)))
        said = _("The national record gives “%(amount)s”, without saying of what.") % {"amount": amount}
        return Price(FeeStatus.SEE_NOTE, note=_and(said, words))
    if fold(words) in FREE:
        return Price(FeeStatus.FREE, note=words)
    if fold(words) in UNSET:
        return Price(FeeStatus.NOT_PRESCRIBED, note=words)
    return _without_amount(fee, words, odd)


def _without_amount(fee: Record, words: str, odd: list[Oddity]) -> Price:
    is_zero = number(fee, "value") == 0
    if words and words != "0":
        if is_zero:
            odd.append(Oddity(Flag.ZERO_WITH_WORDS, words[:100]))
        return Price(FeeStatus.SEE_NOTE, note=words)
    odd.append(Oddity(Flag.BARE_ZERO if is_zero else Flag.NO_AMOUNT, ""))
    if is_zero:
        said = _("The national record gives “0” and does not say whether it is free.")
        return Price(FeeStatus.SEE_NOTE, note=said, is_bare=True)
    return Price(FeeStatus.SEE_NOTE, note=_("The national record gives no amount."), is_bare=True)


def _currency(fee: Record) -> str:
    named = fee.get("currency")
    code = line(named, "code") if is_record(named) else ""
    name = line(fee, "currencyName")
    return code or ("VND" if "đồng" in name.lower() else name)


def _and(said: str, words: str) -> str:
    return f"{said} {words}" if words else said
