"""The card of a service: its answer for a case, a way of filing, an agency and a day, in the reader's language."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from services.answers.answer import Answer, answer
from services.answers.button_words import button_of, others_of
from services.answers.card import AnswerCard, CardCase
from services.answers.cost_words import cost_fact
from services.answers.facts import AnswerFacts, Rows, facts_of
from services.answers.papers_words import papers_fact
from services.answers.place_words import place_fact
from services.answers.time_words import time_fact
from services.answers.words import case_noun, whom_to_ask
from services.models import ServicePage

CASE_CHOICE = "case"
"""The place of a service page, and of the page before filing, where the case is chosen."""


def answer_card(
    page: ServicePage,
    rows: Rows,
    request: HttpRequest | None,
    *,
    case: str = "",
    channel: str = "",
    agency: str = "",
    on: date | None = None,
) -> AnswerCard:
    """Return the card of a page with the rows that were read of it (services/pages/prefetch.py, read_rows).

    `case` is the key of a case, `channel` a ChannelKind, `agency` the slug of a department; "" leaves them open. `on`
    is today unless another day is asked about.
    """
    facts = facts_of(page, rows, request, on or timezone.localdate())
    return card_of(facts, answer(facts, case=case, channel=channel, agency=agency))


def card_of(facts: AnswerFacts, found: Answer) -> AnswerCard:
    """Return an answer in words."""
    ask = whom_to_ask(found.place.place, several=len(found.place.agencies) > 1)
    noun, is_chosen = facts.case_noun, bool(found.case)
    return AnswerCard(
        papers=papers_fact(found.papers, noun=noun, is_chosen=is_chosen, ask=ask),
        cost=cost_fact(found.cost, noun=noun, ask=ask),
        time=time_fact(found.time, noun=noun, ask=ask),
        place=place_fact(found.place, kind=found.step.kind, channel=found.channel, ask=ask),
        button=button_of(found, ask),
        case=_case(facts, found),
        others=others_of(found.step),
    )


def _case(facts: AnswerFacts, found: Answer) -> CardCase | None:
    if not facts.cases:
        return None
    return CardCase(case_noun(facts.case_noun), facts.cases.get(found.case, ""), f"#{CASE_CHOICE}")
