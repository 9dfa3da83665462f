"""The answer of a service for what an address asks: the case in it, on the day it is."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import pgettext

from services.answers.answer import Answer, answer
from services.answers.answer_card import card_of
from services.answers.card import AnswerCard
from services.answers.facts import AnswerFacts, facts_of
from services.models import ServicePage
from services.pages.prefetch import read_rows
from services.rules.cases import find_case


@dataclass(frozen=True)
class AskedAnswer:
    """The facts of a page, its answer for the case asked for, and the same in words."""

    facts: AnswerFacts
    answer: Answer
    card: AnswerCard

    @property
    def case_name(self) -> str:
        """The name of the case asked for, "" without one."""
        return self.facts.cases.get(self.answer.case, "")


def asked_answer(page: ServicePage, request: HttpRequest) -> AskedAnswer:
    """Return today's answer; an unknown case is none."""
    facts = facts_of(page, read_rows(page, request), request, timezone.localdate())
    asked = request.GET.get(pgettext("name of a parameter in an address", "case"), "")
    found = answer(facts, case=find_case(facts.cases, asked))
    return AskedAnswer(facts, found, card_of(facts, found))
