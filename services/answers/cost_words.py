"""The cost of an answer in words: an amount, a range and what decides it, free, or who can tell."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from services.answers.card import CardFact, FactState
from services.answers.cost import CostAnswer, CostStatus
from services.answers.words import (
    capitalised,
    case_noun,
    depends_on,
    short,
    unknown_fact,
    way_of_filing,
    ways_in_order,
)
from services.rules.fee_units import unit_in_words
from services.rules.wording import money


def cost_fact(cost: CostAnswer, *, noun: str, ask: str) -> CardFact:
    """Return what it costs: an amount, a range, free, or who can tell."""
    label = pgettext("fact of an answer", "Cost")
    match cost.status:
        case CostStatus.FREE:
            return CardFact("cost", label, pgettext("cost", "Free of charge"), FactState.FREE)
        case CostStatus.NOT_PRESCRIBED:
            notes = [_("No rule sets a fee for it")]
            return CardFact("cost", label, _("No fee prescribed"), FactState.KNOWN, notes)
        case CostStatus.UNKNOWN:
            return unknown_fact("cost", label, ask, why=_who_sets(cost))
    state = FactState.KNOWN if cost.status is CostStatus.AMOUNT else FactState.RANGE
    notes = list(_why_cost(cost, noun, ask))
    return CardFact("cost", label, _amount(cost), state, notes[:2], source=_acts(cost))


def _amount(cost: CostAnswer) -> str:
    lowest, highest = cost.lowest or 0, cost.highest or 0
    if lowest == highest:
        told = money(highest)
    elif not lowest:
        told = _("Free up to %(amount)s") % {"amount": money(highest)}
    else:
        told = _span(money(lowest), money(highest))
    if cost.status is not CostStatus.PARTIAL:
        return told
    if cost.by_channel:
        return _("%(amount)s, depending on the way") % {"amount": told}
    return _("%(amount)s, depending on the case") % {"amount": told}


def _span(lowest: str, highest: str) -> str:
    """Return "10.000–20.000 đồng": what both amounts say is said once."""
    first, last = lowest.split(" "), highest.split(" ")
    if first[-1] == last[-1]:
        return f"{' '.join(first[:-1])}–{highest}"
    if first[0] == last[0]:
        return f"{lowest}–{' '.join(last[1:])}"
    return f"{lowest}–{highest}"


def _why_cost(cost: CostAnswer, noun: str, ask: str) -> Iterator[str]:
    if cost.unit:
        yield _("per %(unit)s") % {"unit": unit_in_words(cost.unit)}
    if cost.status is CostStatus.PARTIAL:
        yield _of_the_rest(cost)
        yield ask
    elif cost.by_channel and not cost.by_case:
        yield short(_by_channel(cost))
    elif cost.by_channel:
        yield _("Depends on the way of filing and the %(noun)s") % {"noun": case_noun(noun)}
    elif cost.by_case:
        yield depends_on(noun)
    if any(row.exemption for row in cost.rows):
        yield _("Some people are exempt")


def _by_channel(cost: CostAnswer) -> str:
    """Return "Online 10,000, in person 20,000"."""
    told = []
    for way in ways_in_order(way for way, _case in cost.paid):
        amount = next(iter(cost.of_channel(way)))
        told.append(f"{way_of_filing(way)} {money(amount) if amount else pgettext('cost inside a sentence', 'free')}")
    return capitalised(", ".join(told))


def _of_the_rest(cost: CostAnswer) -> str:
    silent = [way for way in ways_in_order(way for way, _case in cost.paid) if cost.of_channel(way) == {None}]
    if not silent:
        return _("Other cases: not published")
    ways = ", ".join(way_of_filing(way) for way in silent)
    return capitalised(_("%(ways)s: not published") % {"ways": ways})


def _who_sets(cost: CostAnswer) -> str:
    return _("Set by: %(who)s") % {"who": "; ".join(cost.set_by)} if cost.set_by else ""


def _acts(cost: CostAnswer) -> str:
    """Return the numbers of the acts that set the fees, where they were read along."""
    found = (row.legal_document for row in cost.rows if "legal_document" in row._state.fields_cache)
    return "; ".join(dict.fromkeys(act.number or act.title for act in found if act))
