"""Forms of the demo: 40 services can be filed, ten with a designed form, each from its own papers and cases."""

import pytest

from services.forms.definition.conditions import holds
from services.forms.definition.derived_steps import CASE
from services.forms.definition.questions import Kind
from services.forms.form_versions.availability import availability_of_all
from services.forms.form_versions.current_form import current_form, problems_of_service
from services.forms.models import FormVersion, ServiceFormPage
from services.models import ServicePage
from services.rules.cases import named_cases, rows_for
from tests.home.demo.pages import vietnamese

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

FOUR = {
    "Sở Xây dựng",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Y tế",
    "Sở Nông nghiệp và Môi trường",
}


def online():
    return vietnamese(ServicePage).filter(level__gte=3)


def test_all_40_services_are_open_at_the_department_that_handles_them():
    for service in online():
        [owner] = [row for row in service.handling_agencies.all() if row.department == service.department]
        [answer] = availability_of_all(service, [owner])
        assert answer.is_open, (service.title, answer)
    assert online().count() == 40


def test_no_form_has_a_fault():
    assert {service.title: problems_of_service(service) for service in online() if problems_of_service(service)} == {}


def test_the_papers_asked_are_those_of_the_checklist_for_every_service_and_case():
    for service in online():
        documents = list(service.documents.all())
        form = current_form(service)
        for value, case in (named_cases(documents) or {"": ""}).items():
            listed = {str(row.translation_key) for row in (rows_for(documents, value) if value else documents)}
            # a designed form may ask for a paper only when it is needed; it is asked for somewhere all the same
            asked = {
                question.document
                for question in form.questions()
                if question.document
                and (holds(question.shown_when, {CASE: value}) or not question.key.startswith("paper-"))
            }
            assert asked == listed, (service.title, case)


def test_each_of_the_four_departments_has_a_designed_form():
    pages = vietnamese(ServiceFormPage).live()
    assert pages.count() == 10
    assert {page.service.department.title for page in pages} == FOUR


def test_the_designed_forms_use_groups_conditions_and_sensitive_questions():
    questions = [
        question for page in vietnamese(ServiceFormPage) for question in current_form(page.service).questions()
    ]
    assert {question.kind for question in questions} >= set(Kind.values) - {Kind.AMOUNT}
    assert any(question.sensitive for group in questions for question in group.questions)


def test_two_designed_forms_speak_english_and_are_frozen_in_it():
    designed = FormVersion.objects.exclude(source=None)
    assert designed.count() == 10
    assert [version.speaks("en") for version in designed].count(True) == 2


def test_no_form_page_is_an_address_of_its_own():
    assert [page.url for page in ServiceFormPage.objects.all() if page.url] == []
