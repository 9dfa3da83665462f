"""The form in the partner API: one answer for every language, and nothing for what cannot be filed."""

from uuid import UUID

import jsonschema
import pytest

from accounts.models import User
from services.forms.form_versions.versions import freeze
from services.forms.models import FormVersion
from tests.api.golden import check
from tests.api.world import cold_queries, fetch, restrict
from tests.builders import translate
from tests.builders_forms import CASES, make_fileable_service, make_form_page

pytestmark = pytest.mark.django_db


def form_of(service):
    answer = fetch(f"services/{service.pk}/form/")
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def test_the_form_is_told_with_its_version_schema_layout_and_texts():
    service = make_fileable_service(documents=CASES)
    make_form_page(service)
    form = form_of(service)
    version = freeze(service)
    assert (form["version"], form["sha256"]) == (version.number, version.sha256)
    assert form["is_designed"]
    assert [step["key"] for step in form["layout"]["steps"]][4] == "land"
    assert form["texts"]["vi"]["land/heading"] == "Thửa đất"
    jsonschema.Draft202012Validator.check_schema(form["schema"])


def test_the_whole_answer_is_what_partners_rely_on(pytestconfig):
    """Golden: tests/api/contract/services-form.json; the keys of papers come from fixed translation keys."""
    papers = [{**row, "translation_key": UUID(int=number << 96)} for number, row in enumerate(CASES, 1)]
    service = make_fileable_service(documents=papers, procedure_code="1.115490", result_by_post=True)
    make_form_page(service)
    translate(service, {service.title: "Plots", service.slug: "plots", "Đơn đề nghị": "Application"})
    check("services-form", form_of(service), pytestconfig.getoption("--rewrite-contract"))


def test_reading_freezes_nothing():
    form = form_of(make_fileable_service())
    assert (form["version"], form["is_designed"]) == (1, False)
    assert not FormVersion.objects.exists()


def test_the_english_page_answers_the_same_with_english_texts():
    service = make_fileable_service(documents=CASES)
    english = translate(service, {service.title: "Plots", service.slug: "plots", "Đơn đề nghị": "Application"})
    form = form_of(english)
    assert form == form_of(service)
    place = next(place for place, text in form["texts"]["vi"].items() if text == "Đơn đề nghị")
    assert form["texts"]["en"][place] == "Application"


@pytest.mark.parametrize("fields", [{"level": 2}, {"agency": {"apply_mode": "external"}}, {"live": False}])
def test_what_cannot_be_filed_here_has_no_form(fields):
    service = make_fileable_service(**fields)
    answer = fetch(f"services/{service.pk}/form/")
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("application/problem+json")


def test_a_restricted_service_has_no_form():
    service = make_fileable_service()
    restrict(service)
    assert fetch(f"services/{service.pk}/form/").status_code == 404


@pytest.mark.parametrize("address", ["services/999999/form/", "services/99999999999999/form/"])
def test_an_unknown_service_is_a_problem_document(address):
    assert fetch(address).status_code == 404


def test_an_unknown_parameter_is_refused():
    service = make_fileable_service()
    assert fetch(f"services/{service.pk}/form/?locale=en").status_code == 400


def test_the_answer_may_be_kept_and_asked_again_for_nothing():
    service = make_fileable_service()
    answer = fetch(f"services/{service.pk}/form/")
    assert "public" in answer["Cache-Control"]
    again = fetch(f"services/{service.pk}/form/", HTTP_IF_NONE_MATCH=answer["ETag"])
    assert again.status_code == 304


@pytest.mark.once  # counts statements, which are the same anywhere
def test_it_costs_a_fixed_number_of_queries():
    service = make_fileable_service(documents=CASES * 5)
    make_form_page(service)
    freeze(service)
    assert cold_queries(f"services/{service.pk}/form/") <= 30


def test_who_published_is_not_told():
    user = User.objects.create_superuser("bien-tap@example.vn", "x")
    service = make_fileable_service()
    make_form_page(service, live=False).save_revision().publish(user=user)
    assert user.email not in fetch(f"services/{service.pk}/form/").content.decode()
