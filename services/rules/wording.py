"""The facts of a service in words a citizen reads: what it costs, how long it takes."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from core.i18n import reader_language
from core.money import format_dong
from services.rules import deadlines
from services.rules.choices import FeeStatus
from services.rules.deadlines import Duration, DurationRow
from services.rules.fee_units import unit_in_words
from services.rules.fees import Fee, Summary, SummaryStatus, summary

LONGEST_LINE = 60


def not_published(ask: str = "") -> str:
    """Return what is said where nobody has published a fact: that it is so, and who can tell.

    `ask` is the place that receives applications, "" where it is not the same for everybody.
    """
    if ask:
        return _("Not published; ask where applications are received (%(place)s)") % {"place": ask}
    return _("Not published; ask where applications are received")


def money(amount: int) -> str:
    """Return an amount in đồng as the reader's language writes it."""
    return format_dong(amount, reader_language())


def fee_in_a_line(fees: Sequence[Fee], *, channels: list[str], stated: str, on: date) -> str:
    """Return what the service costs, in one line; unknown is said as unknown."""
    return summary_text(summary(fees, on=on, channels=channels, stated=stated))


def summary_text(known: Summary, ask: str = "") -> str:
    """Return a summary of fees in words; `ask` as in not_published."""
    match known.status:
        case SummaryStatus.AMOUNT:
            return _per(money(known.lowest or 0), known.unit)
        case SummaryStatus.RANGE:
            return _per(f"{money(known.lowest or 0)} – {money(known.highest or 0)}", known.unit)
        case SummaryStatus.UNKNOWN:
            return not_published(ask)
    return str(SummaryStatus(known.status).label)


def fee_amount(fee: Fee, ask: str = "") -> str:
    """Return the amount column of one row of the fee table; `ask` as in not_published."""
    if fee.status == FeeStatus.AMOUNT:
        return _per(money(fee.amount), fee.unit) if fee.amount else not_published(ask)
    return str(FeeStatus(fee.status).label)


def time_in_a_line(durations: Sequence[Duration], ask: str = "") -> str:
    """Return how long it takes, in one line, for cards and the key facts; `ask` as in not_published."""
    if not durations:
        return not_published(ask)
    text = deadlines.range_of(durations) or _("Depends on the case")
    return text if len(text) <= LONGEST_LINE else _("Told in words on the page")


def time_limit(duration: Duration, ask: str = "") -> str:
    """Return one time limit in words; `ask` as in not_published."""
    return deadlines.text(duration.value, duration.unit, duration.note) or not_published(ask)


def limit_in_words(limit: DurationRow | None) -> str:
    """Return a time limit as a dossier keeps it; "" while none is settled."""
    return deadlines.text(limit["value"], limit["unit"], limit.get("note", "")) if limit else ""


def amount_in_words(amount: int, unit: str) -> str:
    """Return what is paid, per unit where the fee is counted in one; an amount of 0 is said to be free."""
    return _per(money(amount), unit) if amount else str(FeeStatus.FREE.label)


def _per(amount: str, unit: str) -> str:
    return _("%(amount)s per %(unit)s") % {"amount": amount, "unit": unit_in_words(unit)} if unit else amount
