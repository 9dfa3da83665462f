"""One answer: whatever shows what a service asks of somebody shows the same, for every service, case and way of filing.

The page, the page before filing, the card of a list, the printed list, the form and the partner API, over the demo.
"""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone, translation

from services.answers.answer import Answer, answer
from services.answers.answer_card import card_of
from services.answers.card import AnswerCard, FactState
from services.answers.facts import AnswerFacts, facts_of
from services.api.answer import _data as api_data
from services.catalogue.cards import cards
from services.forms.models.form_sources import form_sources
from services.forms.views.checklist import _told as checklist_of
from services.forms.views.start_page import start
from services.management.commands.count_answers import answers
from services.models import ServicePage
from services.pages.asked_answer import asked_answer
from services.pages.prefetch import read_rows
from services.pages.service_page import service_context
from services.rules.cases import rows_for
from services.rules.choices import Level
from tests.home.demo.pages import vietnamese

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.once, pytest.mark.walk]

ELSEWHERE = ("bảng phí", "xem ghi chú", "xem trang", "fee table", "see note", "on the page")
"""Words with which a card would send its reader to look for the answer."""


def asking(case: str, known: HttpRequest) -> HttpRequest:
    """Return the question of somebody who chose a case; departments are those that were read already."""
    request = RequestFactory().get("/", {"truong-hop": case} if case else {})
    request.__dict__.update({name: value for name, value in vars(known).items() if name.startswith("_depart")})
    return request


def words(card: AnswerCard) -> list[str]:
    told = [text for fact in card.facts for text in (fact.value, *fact.notes)]
    return [*told, card.button.text, *card.button.notes]


def facts(page: ServicePage, request: HttpRequest) -> AnswerFacts:
    return facts_of(page, read_rows(page, request), request, timezone.localdate())


def same_in_api(page: ServicePage, found: AnswerFacts, told: Answer, card: AnswerCard) -> None:
    data = api_data(page, found, told)
    assert (data["documents"]["fewest"], data["documents"]["most"]) == (told.papers.fewest, told.papers.most)
    assert (data["cost"]["lowest"], data["cost"]["highest"]) == (told.cost.lowest, told.cost.highest)
    assert [data[part]["text"] for part in ("documents", "cost", "time", "place")] == values(card)
    assert data["next_step"]["kind"] == card.button.kind


def same_in_form(page: ServicePage, told: Answer) -> None:
    papers = form_sources(page).documents
    papers = rows_for(papers, told.case) if told.case else papers
    assert len(papers) == len(told.papers.rows), page.slug


def test_every_surface_gives_one_answer_for_every_case_and_way_of_filing():
    request = RequestFactory().get("/")
    pages = list(vietnamese(ServicePage).live().select_related("locale"))
    listed = {card.pk: card for card in cards([page.pk for page in pages], None)}
    assert len(listed) == 106
    for page in pages:
        found = facts(page, request)
        for case in ("", *found.cases):
            told = answer(found, case=case)
            for channel in ("", *found.channels):
                way = answer(found, case=case, channel=channel)
                same_in_api(page, found, way, card_of(found, way))
        own = asking(case, request)
        shown = asked_answer(page, own)
        on_page = start(page, own).service.card if page.level == Level.THREE else service_context(page, own).card
        expected = card_of(found, told)
        assert values(shown.card) == values(on_page) == values(expected), page.slug
        assert on_page.button.kind == expected.button.kind
        assert checklist_of(page, shown).card == shown.card
        same_in_form(page, told)
        same_in_list(listed[page.pk].facts, card_of(found, answer(found)))


def values(card: AnswerCard) -> list[str]:
    return [fact.value for fact in card.facts]


def same_in_list(short, card: AnswerCard) -> None:
    """The list says the same value; a unit is added where the card has it in a note."""
    by_name = {fact.name: fact for fact in card.facts}
    assert [fact.name for fact in short] == ["papers", "time", "cost", "place"]
    for fact in short:
        assert fact.state == by_name[fact.name].state
        if fact.state is not FactState.UNKNOWN:
            assert fact.value.startswith(by_name[fact.name].value)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_card_sends_its_reader_elsewhere_and_what_is_unknown_names_who_can_tell(language):
    with translation.override(language):
        request = RequestFactory().get("/")
        for page in vietnamese(ServicePage).live().select_related("locale"):
            found = facts(page, request)
            card = card_of(found, answer(found))
            text = " ".join(words(card)).lower()
            assert not any(part in text for part in ELSEWHERE), f"{page.slug}: {text}"
            for fact in card.facts:
                assert len(fact.notes) <= 2, page.slug
                if fact.state is FactState.UNKNOWN:
                    assert fact.notes[-1].startswith(("Hỏi ", "Ask ")), page.slug


def test_how_many_services_the_data_answer():
    """The figures of decision 0118; more is better, and they are then changed there."""
    found = answers()
    counted = {name: sum(told[name] for _page, told in found) for name in ("papers", "cost", "time", "place")}
    assert len(found) == 106
    assert counted == {"papers": 105, "cost": 40, "time": 103, "place": 106}


def test_values_are_short():
    request = RequestFactory().get("/")
    long = [
        f"{page.slug}: {fact.value}"
        for page in vietnamese(ServicePage).live().select_related("locale")
        for found in [facts(page, request)]
        for fact in card_of(found, answer(found)).facts
        if len(fact.value) > 32
    ]
    assert len(long) <= 3, long
