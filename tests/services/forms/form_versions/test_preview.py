"""Editors see each page of the form as citizens will, before anything is stored."""

import pytest
from django.urls import reverse

from accounts.models import User
from services.forms.definition.block_values import stored_steps
from services.forms.models import FormVersion, ServiceFormPage
from tests.builders_forms import CASES, LAND, make_fileable_service, make_form_page
from tests.forms import posted
from tests.markup import soup

pytestmark = pytest.mark.django_db


def shown(page, mode):
    answer = page.make_preview_request(preview_mode=mode)
    assert answer.status_code == 200
    return soup(answer.content)


@pytest.fixture
def page():
    return make_form_page(make_fileable_service(documents=CASES), live=False)


def test_every_step_every_case_and_the_review_can_be_seen(page):
    names = [name for name, _label in page.preview_modes]
    papers = ["papers/truong-hop-bi-mat", "papers/truong-hop-bi-hong"]
    assert names == ["filer", "representative", "owner", "case", "land", *papers, "delivery", "review"]
    assert all(shown(page, name).h1.get_text() for name in names)


def test_unsaved_changes_are_shown_and_nothing_is_stored(page):
    page.steps = stored_steps([{**LAND, "heading": "Đang sửa"}], seed=page.translation_key)
    assert shown(page, "land").h1.get_text() == "Đang sửa"
    assert ServiceFormPage.objects.get().steps[0].value["heading"] == "Thửa đất"
    assert not FormVersion.objects.exists()


def test_a_step_has_its_questions_as_fields(page):
    step = shown(page, "land")
    assert step.select_one("input[name=plot]")
    assert {one["value"] for one in step.select("input[name=wish]")} == {"split", "merge"}
    assert step.select_one("input[name=owners-0-name]")


def test_the_papers_of_one_case_are_shown_alone(page):
    text = shown(page, "papers/truong-hop-bi-mat").get_text()
    assert "Bản sao giấy chứng nhận" in text
    assert "Bản gốc giấy chứng nhận" not in text


def test_a_question_that_depends_on_an_earlier_step_says_so(page):
    later = {"kind": "text", "key": "later", "label": "Chỉ khi mất", "shown_when": ["case", "is", "truong-hop-bi-mat"]}
    page.steps = stored_steps([{**LAND, "questions": [later]}], seed=page.translation_key)
    step = shown(page, "land")
    assert step.select_one("input[name=later]")
    assert "Trường hợp bị mất" in step.select_one("main").get_text()


def test_a_step_that_is_gone_shows_the_first(page):
    assert shown(page, "nothing").h1.get_text() == shown(page, "filer").h1.get_text()


def test_a_new_form_can_be_previewed_from_the_edit_view(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    service = make_fileable_service()
    page = ServiceFormPage(title="Mới", steps=stored_steps([LAND], seed=service.translation_key), locale=service.locale)
    address = reverse("wagtailadmin_pages:preview_on_add", args=["service_forms", "serviceformpage", service.pk])
    assert client.post(address, {**posted(page), "slug": "moi"}).json()["is_valid"]
    answer = client.get(address, {"mode": "land"})
    assert soup(answer.content).h1.get_text() == "Thửa đất"
    assert not ServiceFormPage.objects.exists()


def test_a_form_is_previewed_while_it_is_written_for_the_first_time(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    service = make_fileable_service()
    kind = ["service_forms", "serviceformpage", service.pk]
    new, address = reverse("wagtailadmin_pages:add", args=kind), reverse("wagtailadmin_pages:preview_on_add", args=kind)
    assert soup(client.get(new).content).select_one(f"[data-w-preview-url-value='{address}']")
    page = ServiceFormPage(title="Biểu mẫu mới", steps=stored_steps([LAND], seed=service.translation_key))
    page.locale = service.locale
    assert client.post(address, posted(page)).json()["is_available"]
    whole = soup(client.get(address, {"in_preview_panel": "true"}).content)
    assert whole.h1.get_text() == "Biểu mẫu mới"
    assert "Thửa đất" in [heading.get_text() for heading in whole.select("h2")]
