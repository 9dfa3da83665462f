"""The answer card as it is read: one order in every state, a way on or a sentence, never a button that does nothing."""

import pytest
from django.template.loader import render_to_string

from core.style_samples import answers
from tests.markup import soup, words

CARDS = answers()
ORDER = ["Giấy tờ", "Chi phí", "Thời gian", "Nơi nộp"]
CHOSEN, OPEN, BY_HAND, UNKNOWN, CLOSED = CARDS


def shown(card, **context):
    return soup(render_to_string("services/answer_card.html", {"card": card, "action": "/x/", **context}))


@pytest.mark.parametrize("card", CARDS, ids=[card.button.kind for card in CARDS])
def test_facts_and_the_step_keep_their_order(card):
    page = shown(card)
    assert [term.get_text(strip=True) for term in page.select("dl dt")] == [
        "Giấy tờ",
        "Chi phí",
        "Thời gian",
        "Nơi nộp",
    ]
    assert page.dl.find_next_sibling("div")["class"][0] == "portal-answer__go"
    assert all(icon["aria-hidden"] == "true" for icon in page.select("svg"))


def test_a_case_that_was_chosen_can_be_changed_and_one_that_was_not_can_be_chosen():
    chosen, still_open = (
        shown(CHOSEN).select_one(".portal-answer__case"),
        shown(OPEN).select_one(".portal-answer__case"),
    )
    assert "Loại công trình: Không theo tuyến" in words(str(chosen))
    assert (chosen.a["href"], chosen["id"]) == ("/x/#case", "case")
    assert "Chưa chọn loại công trình." in words(str(still_open))
    assert (still_open.a["href"], still_open.get("id")) == ("#case", None)
    assert not shown(BY_HAND).select(".portal-answer__case")


@pytest.mark.parametrize("card", [BY_HAND, CLOSED])
def test_where_nothing_can_be_pressed_a_sentence_says_so(card):
    page = shown(card)
    assert not page.select("button, .portal-answer__button")
    assert card.button.text in words(str(page.select_one(".portal-answer__told")))
    assert not page.select(".portal-answer__go--pressed"), "no bar without a step"


def test_a_step_that_leaves_this_site_looks_another_way_and_says_so_to_programs():
    here, elsewhere = (shown(card).select_one(".portal-answer__button") for card in (CHOSEN, UNKNOWN))
    assert "govuk-button--secondary" not in here["class"]
    assert "govuk-button--secondary" in elsewhere["class"]
    assert elsewhere["rel"] == ["external"]


def test_what_is_not_published_says_so_in_words_and_who_can_tell():
    fact = shown(UNKNOWN).select_one(".portal-answer__fact--unknown")
    assert "Cơ quan chưa công bố" in words(str(fact))
    assert "02373 900 900" in words(str(fact))


def test_the_page_before_filing_shows_the_facts_alone():
    assert not shown(CHOSEN, facts_only=True).select(".portal-answer__go")
