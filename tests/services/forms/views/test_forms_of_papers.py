"""The forms of the papers, where a citizen needs them: start page, upload step, last page, request for papers."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from services.forms.definition.questions import Form
from services.forms.rules.workflow import State
from services.models import RequiredDocument
from tests.builders import make_template
from tests.builders_submissions import FORM, PAPER, make_filled_draft, make_open_service, make_submission
from tests.markup import faults, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1"
ELSEWHERE = {"template_url": PAGE, "template_files": "Mẫu 03.docx"}


def open_service(**form):
    return make_open_service(documents=[{"name": "Tờ khai", **form}])


def form_of(service) -> Form:
    """The usual form, whose first paper is that of the service's page."""
    key = str(service.documents.get().translation_key)
    owner, papers, delivery = FORM.steps
    first = replace(papers.questions[0], document=key)
    return Form((owner, replace(papers, questions=(first, *papers.questions[1:])), delivery))


def pages_of(client, service):
    """Address of each page where somebody may need the form, as the owner opens it."""
    draft = make_filled_draft(service=service, form=form_of(service))
    asked = make_submission(State.SUPPLEMENT, owner=draft.owner, service=service, form=form_of(service))
    client.force_login(draft.owner)
    return {
        "start": reverse("apply", args=[service.slug]),
        "upload": reverse("submission_step", args=[draft.pk, "papers"]),
        "check": reverse("submission_check", args=[draft.pk]),
        "supplement": reverse("submission_supplement", args=[asked.pk]),
    }


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert set(faults(answer.content)) <= {"inline style or script: script"}, "the script of the form is a file"
    return soup(answer.content).main


def test_a_file_here_is_offered_with_type_and_size_wherever_it_is_needed(client):
    template = make_template("Tờ khai cấp phép")
    for address in pages_of(client, open_service(template=template)).values():
        link = read(client, address).select_one(f"a[href='{template.url}'][download]")
        assert link, address
        assert "DOCX" in link.parent.get_text(), address


def test_a_form_elsewhere_is_named_with_its_page_wherever_it_is_needed(client):
    for address in pages_of(client, open_service(**ELSEWHERE)).values():
        main = read(client, address)
        assert "Tên tệp: Mẫu 03.docx" in words(str(main)), address
        assert main.select_one(f"a[href='{PAGE}'][rel=external]"), address
        assert not main.select("a[download]"), address


def test_an_english_reader_is_led_to_the_same_form(client):
    service = open_service(**ELSEWHERE)
    draft = make_filled_draft(service=service, form=form_of(service))
    client.force_login(draft.owner)
    with translation.override("en"):
        address = reverse("submission_step", args=[draft.pk, "papers"])
    text = words(str(read(client, address)))
    assert "File name: Mẫu 03.docx" in text
    assert "To download on the National Public Service Portal" in text


def test_a_form_that_is_put_right_helps_who_is_filing_already(client):
    service = open_service()
    address = pages_of(client, service)["upload"]
    assert not read(client, address).select(".portal-paper__form")
    RequiredDocument.objects.filter(page=service).update(**ELSEWHERE)
    assert "Mẫu 03.docx" in words(str(read(client, address)))


def test_the_forms_of_a_step_cost_one_query(client):
    service = open_service(**ELSEWHERE)
    address = pages_of(client, service)["upload"]
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert sum(RequiredDocument._meta.db_table in query["sql"] for query in queries) == 1


def test_the_name_the_law_gives_a_form_is_said_once(client):
    service = open_service(template_code="Mẫu số 01", **ELSEWHERE)
    form = form_of(service)
    told = replace(form.steps[1].questions[0], hint="Mẫu: Mẫu số 01.")
    papers = replace(form.steps[1], questions=(told, *form.steps[1].questions[1:]))
    draft = make_filled_draft(service=service, form=Form((form.steps[0], papers, form.steps[2])))
    client.force_login(draft.owner)
    for name, args in (("submission_step", [draft.pk, "papers"]), ("submission_check", [draft.pk])):
        assert words(str(read(client, reverse(name, args=args)))).count("Mẫu số 01") == 1


def test_a_paper_is_found_by_its_own_question_only(client):
    address = pages_of(client, open_service(**ELSEWHERE))["upload"]
    [place] = read(client, address).select(".portal-paper__form")
    assert place["id"] == f"id_{PAPER}_form"
