"""The fee table of a service page: what holds today, what will hold, what no longer does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.models import LegalDocument
from services.models import Fee
from services.rules.choices import ChannelKind, FeeKind
from services.rules.fees import in_force, summary
from services.rules.wording import fee_amount, summary_text


@dataclass(frozen=True)
class FeeRow:
    """One row in words. `channel` is "" for every channel, `case` is "" for every case."""

    name: str
    kind: str
    case: str
    channel: str
    amount: str
    valid_from: date | None
    valid_to: date | None
    note: str
    exemption: str
    set_by: str
    legal_document: LegalDocument | None


@dataclass(frozen=True)
class FeeGroup:
    """Rows of the same state, with the caption of their table."""

    caption: str
    rows: list[FeeRow]
    has_cases: bool
    has_dates: bool


@dataclass(frozen=True)
class FeeTable:
    """All fees of a service. `in_short` is one line; `gap` warns that no row holds today although there are rows."""

    in_short: str
    groups: list[FeeGroup]
    gap: bool


def fee_table(fees: Iterable[Any], *, channels: list[str], stated: str, on: date, ask: str = "") -> FeeTable:
    """Return the rows sorted into tables by what they are on that day.

    `ask` is the place that can tell what is not published (wording.not_published).
    """
    rows = list(fees)
    holding = in_force(rows, on=on)
    upcoming = [fee for fee in rows if fee.valid_from and fee.valid_from > on]
    expired = [fee for fee in rows if fee.valid_to and fee.valid_to < on]
    rest = [fee for fee in rows if not any(fee is other for other in (*holding, *upcoming, *expired))]
    named = (
        (_("Fees in force today"), holding),
        (_("Fees replaced for the time being"), rest),
        (_("Fees in force later"), upcoming),
        (_("Fees no longer in force"), expired),
    )
    return FeeTable(
        in_short=summary_text(summary(rows, on=on, channels=channels, stated=stated), ask),
        groups=[_group(caption, members, ask) for caption, members in named if members],
        gap=bool(rows) and not holding,
    )


def _group(caption: str, fees: list[Any], ask: str) -> FeeGroup:
    rows = [_row(fee, ask) for fee in sorted(fees, key=lambda fee: _case_rank(fee, fees))]
    return FeeGroup(
        caption=caption,
        rows=rows,
        has_cases=any(row.case for row in rows),
        has_dates=any(row.valid_from or row.valid_to for row in rows),
    )


def _case_rank(fee: Fee, fees: list[Fee]) -> int:
    """Return rows of one case stand together, cases in the order in which the editor first named them."""
    return next(rank for rank, other in enumerate(fees) if other.case_key == fee.case_key)


def _row(fee: Fee, ask: str) -> FeeRow:
    return FeeRow(
        name=fee.name,
        kind="" if fee.kind == FeeKind.UNSPECIFIED else str(FeeKind(fee.kind).label),
        case=fee.case,
        channel=str(ChannelKind(fee.channel).label) if fee.channel else "",
        amount=fee_amount(fee, ask),
        valid_from=fee.valid_from,
        valid_to=fee.valid_to,
        note=fee.note,
        exemption=fee.exemption,
        set_by=fee.set_by,
        legal_document=fee.legal_document,
    )
