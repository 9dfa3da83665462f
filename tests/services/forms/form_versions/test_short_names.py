"""Short names of papers on the way of a dossier: the form, a request of the office, what is issued."""

from dataclasses import replace

import pytest
from django.urls import reverse

from services.forms.definition.questions import Form, form_from_json, form_in_words, form_to_json, words_of
from services.forms.form_versions.current_form import current_form
from services.forms.rules.workflow import State
from services.forms.slips.facts import requested
from services.forms.submissions.paper_requests import open_requests
from tests.builders_forms import make_fileable_service
from tests.builders_slips import PAPERS, perform
from tests.builders_submissions import FORM, PAPER, make_file, make_officer, make_submission
from tests.markup import soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

OFFICIAL = "Giấy tờ chứng minh quyền sử dụng đất hoặc hợp đồng thuê đất"
SHORT = "Giấy tờ hoặc hợp đồng thuê đất"


def form_with_short_name() -> Form:
    owner, papers, delivery = FORM.steps
    first = replace(papers.questions[0], label=SHORT, official_name=OFFICIAL)
    return Form((owner, replace(papers, questions=(first, *papers.questions[1:])), delivery))


def test_a_question_is_called_by_the_short_name_and_keeps_the_official_one():
    papers = [{"name": OFFICIAL, "short_name": SHORT, "is_abridged": True}, {"name": "Tờ khai"}]
    first, second, *_others = current_form(make_fileable_service(documents=papers)).step("papers").questions
    assert (first.label, first.official_name) == (SHORT, f"{OFFICIAL} (rút gọn)")
    assert (second.label, second.official_name, second.whole_name) == ("Tờ khai", "", "Tờ khai")


def test_a_form_without_short_names_is_stored_as_before_and_one_with_them_reads_back():
    assert "official_name" not in str(form_to_json(FORM))
    form = form_with_short_name()
    assert form_from_json(form_to_json(form)) == form
    place = f"papers.{PAPER}/official_name"
    assert words_of(form)[place] == OFFICIAL
    assert form_in_words(form, {place: "Land"}).question(PAPER).official_name == "Land"


def test_citizen_and_officer_read_the_short_name_with_the_official_one_behind_it(client):
    filed = make_submission(State.ACCEPTED, form=form_with_short_name())
    make_file(filed)
    officer = make_officer()
    for person, name in ((filed.owner, "submission"), (officer, "desk_dossier")):
        client.force_login(person)
        main = soup(client.get(reverse(name, args=[filed.pk])).content).main
        assert OFFICIAL in words(str(main.select_one("details.portal-whole-name"))), name
        for details in main.select("details"):
            details.extract()
        assert SHORT in words(str(main)), name
        assert OFFICIAL not in words(str(main)), name


def test_a_request_names_the_paper_shortly_and_its_slip_officially(client):
    filed = make_submission(State.FILED, form=form_with_short_name())
    asked = perform(filed, "ask_for_papers", detail=PAPERS)
    (paper, *_others) = open_requests(asked)
    assert (paper.name, paper.official_name) == (SHORT, OFFICIAL)
    assert next(requested(asked.events.last()))[0] == OFFICIAL
    client.force_login(asked.owner)
    main = soup(client.get(reverse("submission_supplement", args=[asked.pk])).content).main
    assert OFFICIAL in words(str(main.select_one("details.portal-whole-name")))
    assert words(str(main.select_one(f"label[for=id_{PAPER}]"))) == SHORT
