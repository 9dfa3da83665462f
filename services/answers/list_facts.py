"""The answer in a list: four short facts of a service in the order of lists, without a date and without an agency."""

from dataclasses import replace

from django.utils.translation import gettext as _

from services.answers.answer import answer
from services.answers.card import ButtonKind, CardFact, FactState
from services.answers.cost_words import cost_fact
from services.answers.facts import AnswerFacts
from services.answers.papers_words import papers_fact
from services.answers.place_words import place_fact
from services.answers.time_words import time_fact
from services.rules.fee_units import unit_in_words


def list_facts(facts: AnswerFacts) -> tuple[CardFact, ...]:
    """Return papers, time, cost and place; what is unknown is said in three words, since the list names no agency."""
    found = answer(facts)
    noun = facts.case_noun
    told = (
        papers_fact(found.papers, noun=noun, is_chosen=False, ask=""),
        time_fact(found.time, noun=noun, ask=""),
        cost_fact(found.cost, noun=noun, ask=""),
        place_fact(found.place, kind=ButtonKind.COUNTER, channel="", ask=""),
    )
    unit = _("per %(unit)s") % {"unit": unit_in_words(found.cost.unit)} if found.cost.unit else ""
    return tuple(_in_a_list(fact, unit if fact.name == "cost" else "") for fact in told)


def _in_a_list(fact: CardFact, unit: str) -> CardFact:
    if fact.state is not FactState.UNKNOWN:
        return replace(fact, value=f"{fact.value} {unit}".strip(), notes=())
    words = {
        "papers": _("Documents not published"),
        "time": _("Time not published"),
        "cost": _("Cost not published"),
        "place": _("Where to file not published"),
    }
    return replace(fact, value=words[fact.name], notes=())
