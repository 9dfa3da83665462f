"""The card of a service: its answer for a case, a way of filing, an agency and a day, in the reader's language."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.links import Link
from services.answers.answer import Answer, answer
from services.answers.button_words import button_of, others_of
from services.answers.card import AnswerCard, ButtonKind, CardButton, CardCase
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
    ask = whom_to_ask(found.place.place, [agency.place for agency in found.place.agencies])
    noun, is_chosen = facts.case_noun, bool(found.case)
    return AnswerCard(
        papers=papers_fact(found.papers, noun=noun, is_chosen=is_chosen, ask=ask),
        cost=cost_fact(found.cost, noun=noun, ask=ask),
        time=time_fact(found.time, noun=noun, ask=ask, calendar=_calendar(facts, found)),
        place=place_fact(found.place, kind=found.step.kind, channel=found.channel, ask=ask),
        button=_with_case(button_of(found, ask), found.case),
        case=_case(facts, found),
        others=others_of(found.step),
        checklist=_checklist(facts, found),
    )


def _case(facts: AnswerFacts, found: Answer) -> CardCase | None:
    if not facts.cases:
        return None
    return CardCase(case_noun(facts.case_noun), facts.cases.get(found.case, ""), f"#{CASE_CHOICE}")


def _with_case(button: CardButton, case: str) -> CardButton:
    """Return the button; filing here goes on with the case."""
    return replace(button, url=_for_case(button.url, case)) if button.kind is ButtonKind.FILE_HERE else button


def _calendar(facts: AnswerFacts, found: Answer) -> Link | None:
    """Return the file of the due date, if the papers are accepted today."""
    if not facts.slug or found.step.kind is ButtonKind.CLOSED:
        return None
    return Link(_("Add to calendar"), _for_case(reverse("due_date_calendar", args=[facts.slug]), found.case))


def _checklist(facts: AnswerFacts, found: Answer) -> Link | None:
    if not facts.slug or not found.papers.rows:
        return None
    return Link(_("Print the list of documents"), _for_case(reverse("checklist", args=[facts.slug]), found.case))


def _for_case(url: str, case: str) -> str:
    """Return an address that names the case."""
    parameter = pgettext("name of a parameter in an address", "case")
    return f"{url}?{urlencode({parameter: case})}" if case and url else url
