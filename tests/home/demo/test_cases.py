"""Cases of the demo: services name what they offer to choose, ask in few words, and carry the answer on."""

from urllib.parse import urlencode

import pytest

from services.forms.definition.derived_steps import CASE, paper_key
from services.forms.form_versions.current_form import current_form
from services.forms.models import Submission
from services.models import ServicePage
from services.models.case_grouping import DIVIDING, case_grouping
from services.rules.case_questions import alike, case_questions, fitting_cases
from services.rules.cases import named_cases, rows_for
from tests.builders_submissions import make_citizen
from tests.home.demo.pages import vietnamese
from tests.home.demo.test_filing import filed_here
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.once]


def cases_of(service: ServicePage) -> dict[str, str]:
    """The cases a citizen chooses from, as the page offers them."""
    order = [case.key for case in service.cases.all()]
    return named_cases(*(list(getattr(service, kind).all()) for kind in DIVIDING), order=order)


def with_choice() -> list[ServicePage]:
    return [service for service in vietnamese(ServicePage) if cases_of(service)]


def test_every_service_that_offers_a_choice_says_what_its_cases_are():
    services = with_choice()
    assert len(services) == 38
    assert [service.title for service in services if not service.case_noun] == []


def test_the_answers_of_every_case_lead_to_it_alone():
    asked = 0
    for service in with_choice():
        grouping, keys = case_grouping(service, service.cases.all()), list(cases_of(service))
        questions = case_questions(grouping, keys)
        asked += bool(questions)
        assert alike(grouping, keys) == [], service.title
        for key in keys if questions else ():
            own = {
                question.number: value
                for question in questions
                for value, words in question.answers.items()
                if words == grouping.answer(key, question.number)
            }
            assert fitting_cases(grouping, keys, own) == [key], (service.title, key)
    assert asked == 10


def test_a_case_chosen_on_the_page_reaches_the_draft_of_every_service(client):
    """Chosen once: the button carries it, the draft asks for that case's papers and not for the case."""
    carried = 0
    for service in filed_here():
        cases, form = cases_of(service), current_form(service)
        question = form.question(CASE)
        if not cases:
            assert question is None, service.title
            continue
        key = list(cases)[-1]
        page = client.get(service.get_url(), {"truong-hop": key})
        start = soup(page.content).select_one("main a.govuk-button")["href"]
        assert start.endswith("?" + urlencode({"truong-hop": key})), service.title
        client.force_login(make_citizen())
        new = soup(client.get(start).content).select_one("main a.govuk-button[rel=nofollow]")["href"]
        fields = soup(client.get(new).content).select("main form input[name]")
        client.post(new, {field["name"]: field.get("value", "") for field in reversed(fields)})
        draft = Submission.objects.latest("created_at")
        if key not in {choice.value for choice in question.choices}:
            assert draft.answers == {}, "papers are told apart along another line: theirs is asked for"
            continue
        carried += 1
        assert (draft.answers, draft.saved_steps) == ({CASE: key}, [CASE]), service.title
        papers = soup(client.get(f"/ho-so/{draft.pk}/buoc/papers/").content).select("main [id]")
        shown = {tag["id"] for tag in papers}
        documents = list(service.documents.all())
        others = [row for row in documents if row not in rows_for(documents, key)]
        assert not [row.name for row in others if any(paper_key(row.translation_key) in one for one in shown)]
        client.logout()
    assert carried >= 10
