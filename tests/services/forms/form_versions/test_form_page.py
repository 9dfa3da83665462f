"""The page on which an editor designs a form: its names, its faults, its publishing, and that no citizen meets it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from accounts.models import User
from core.publishing import PublicationRefused
from core.sitemap import places
from search.index.living import searchable
from search.query import find
from services.catalogue.cards import cards
from services.forms.definition.block_values import stored_steps
from services.forms.form_versions.current_form import current_form
from services.forms.models import FormVersion, FormWords, ServiceFormPage
from services.models import ServicePage
from services.pages.department_services import counts_by_owner
from tests.api.world import fetch
from tests.builders import make_department, publish, translate
from tests.builders_forms import CASES, LAND, make_fileable_service, make_form_page
from tests.forms import posted

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

ENGLISH = {
    "Thửa đất": "Plot",
    "Xem ở Giấy chứng nhận.": "See the certificate.",
    "Thửa đất số": "Plot number",
    "Ghi trang 2": "On page 2",
    "Tách thửa": "Split",
}


def blank(**changes):
    """A step whose machine names are still to be made."""
    question = {"kind": "one", "key": "", "label": "Đất ở đâu?", "choices": [["", "Đô thị"], ["", "Nông thôn"]]}
    return {"key": "", "heading": "Thửa đất", "questions": [{**question, **changes}]}


def test_names_left_blank_are_made_from_the_words_and_stay():
    page = make_form_page(make_fileable_service(), [blank()], live=False)
    page.full_clean()
    [step] = page.steps
    [question] = step.value["questions"]
    assert (step.value["key"], question.value["key"]) == ("thua_dat", "dat_o_dau")
    assert [choice["value"] for choice in question.value["choices"]] == ["do_thi", "nong_thon"]
    question.value["label"] = "Vị trí thửa đất"
    page.full_clean()
    assert page.steps[0].value["questions"][0].value["key"] == "dat_o_dau"


def test_questions_of_two_groups_never_get_the_same_name():
    group = {"kind": "group", "key": "", "label": "Nhóm", "questions": [{"kind": "text", "key": "", "label": "Họ tên"}]}
    step = {"key": "", "heading": "Thửa đất", "questions": [group, {**group, "label": "Nhóm khác"}]}
    page = make_form_page(make_fileable_service(), [step], live=False)
    page.full_clean()
    groups = [block.value for block in page.steps[0].value["questions"]]
    assert [one.value["key"] for group in groups for one in group["questions"]] == ["ho_ten", "ho_ten_2"]
    publish(page)


def test_a_name_never_takes_one_that_every_form_has():
    page = make_form_page(make_fileable_service(), [blank(label="Phone")], live=False)
    page.full_clean()
    assert page.steps[0].value["questions"][0].value["key"] == "phone_2"


FAULTS = {
    "an unknown question": {**LAND, "shown_when": ["nobody", "is", "x"]},
    "a case the service does not have": {**LAND, "shown_when": ["case", "is", "truong-hop-khac"]},
    "a name every form has": {"key": "owner", "heading": "Trùng", "questions": LAND["questions"]},
    "a paper the service does not list": {
        **LAND,
        "questions": [{"kind": "files", "key": "scan", "label": "Bản quét", "paper": "paper-00000000"}],
    },
    "a choice without answers": {
        **LAND,
        "questions": [{"kind": "one", "key": "wish", "label": "Đề nghị", "choices": []}],
    },
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_form_with_a_fault_is_saved_but_never_published(fault):
    service = make_fileable_service(documents=CASES)
    page = make_form_page(service, [FAULTS[fault]], live=False)
    revision = page.save_revision()
    with pytest.raises(PublicationRefused) as refused:
        revision.publish()
    assert {problem.field for problem in refused.value.problems} == {"steps"}
    page.refresh_from_db()
    assert not page.live
    assert not FormVersion.objects.exists()


def test_a_form_whose_case_went_while_it_waited_for_its_day_stops_no_other_page(caplog):
    service = make_fileable_service(documents=CASES)
    page = make_form_page(service, [{**LAND, "shown_when": ["case", "is", "truong-hop-bi-mat"]}], live=False)
    page.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    other = make_form_page(make_fileable_service("Hợp thửa đất"), live=False)
    other.save_revision(approved_go_live_at=timezone.now())
    service.documents.all().update(case_key="")
    call_command("publish_scheduled", verbosity=0)
    page.refresh_from_db()
    other.refresh_from_db()
    assert (page.live, other.live) == (False, True)
    assert f"Page {page.pk} is not published" in caplog.text


def test_publishing_freezes_the_form_in_the_name_of_who_published():
    user = User.objects.create_superuser("bien-tap@example.vn", "x")
    page = make_form_page(make_fileable_service(), live=False)
    page.save_revision().publish(user=user)
    version = FormVersion.objects.get()
    assert (version.number, version.source, version.frozen_by) == (1, page.translation_key, user)
    assert version.form().question("plot").label == "Thửa đất số"


def test_publishing_again_adds_nothing_and_an_edit_adds_a_version():
    page = make_form_page(make_fileable_service())
    publish(page)
    assert FormVersion.objects.count() == 1
    page.steps = stored_steps([{**LAND, "heading": "Thửa đất và nhà"}], seed=page.translation_key)
    publish(page)
    assert list(FormVersion.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_a_form_below_an_unpublished_service_is_not_frozen():
    service = make_fileable_service(live=False)
    make_form_page(service)
    assert not FormVersion.objects.exists()


def test_machine_names_are_not_offered_to_translators():
    service = make_fileable_service()
    page = make_form_page(service)
    translate(service, {service.title: "Splitting plots", service.slug: "splitting-plots"})
    english = translate(page, {"Thửa đất": "Plot", "Thửa đất số": "Plot number", "Tách thửa": "Split"})
    source = TranslationSource.objects.get_for_instance(page)
    offered = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert {"Thửa đất số", "Tách thửa", "Xem ở Giấy chứng nhận."} <= offered
    assert not offered & {"plot", "wish", "split", "land", "is"}
    step = english.steps[0].value
    assert (step["key"], step["heading"]) == ("land", "Plot")
    assert [one.value["key"] for one in step["questions"]] == ["plot", "wish", "parts", "owners"]
    assert [choice["value"] for choice in step["questions"][1].value["choices"]] == ["split", "merge"]
    assert step["questions"][2].value["shown_when"]["tests"][0]["value"] == "split"


def test_the_english_words_are_kept_with_the_version_once_both_pages_are_published():
    service = make_fileable_service()
    page = make_form_page(service)
    assert current_form(service, "en") is None
    translate(service, {service.title: "Splitting plots", service.slug: "splitting-plots"})
    assert current_form(service, "en") is None
    translate(page, {"Thửa đất": "Plot", "Thửa đất số": "Plot number"})
    version = FormVersion.objects.get()
    assert version.speaks("en")
    assert version.form("en").question("plot").label == "Plot number"
    assert version.form("vi").question("plot").label == "Thửa đất số"


def test_english_that_lags_behind_is_not_kept():
    service = make_fileable_service()
    page = make_form_page(service)
    translate(service, {service.title: "Splitting plots", service.slug: "splitting-plots"})
    translate(page, {"Thửa đất": "Plot"})
    page.steps = stored_steps([{**LAND, "questions": LAND["questions"][:2]}], seed=page.translation_key)
    publish(page)
    newest = FormVersion.objects.order_by("-number").first()
    assert FormWords.objects.count() == 1
    assert not newest.speaks("en")
    assert current_form(service, "en") is None


def test_no_list_of_pages_knows_the_form(client):
    department = make_department()
    service = make_fileable_service(department=department)
    before = (counts_by_owner()[department.path], len(places(None)))
    page = make_form_page(service)
    assert page.get_url() is None
    assert (counts_by_owner()[department.path], len(places(None))) == before
    assert page.pk not in searchable("vi").values_list("pk", flat=True)
    assert page.pk not in find("bieu mau", "vi").ids()
    assert [card.pk for card in cards([service.pk, page.pk], None)] == [service.pk]
    assert ServicePage.objects.owned_by([department]).count() == 1
    assert ServicePage.objects.get(pk=service.pk).department == department
    assert page.title not in client.get("/so-do-trang/").content.decode()


@pytest.mark.parametrize(
    "address", ["pages/", "pages/?type=service_forms.ServiceFormPage", "pages/?descendant_of={up}"]
)
def test_the_api_lists_no_form_page(address):
    service = make_fileable_service()
    page = make_form_page(service)
    answer = fetch(address.format(up=service.get_parent().pk))
    assert answer.status_code == 200
    assert page.pk not in [item["id"] for item in answer.json()["items"]]
    assert fetch(f"pages/{page.pk}/").status_code == 404


def test_the_tree_address_of_a_form_leads_to_the_page_before_filing(client):
    service = make_fileable_service()
    page = make_form_page(service)
    answer = client.get(f"{service.url}{page.slug}/")
    assert (answer.status_code, answer["Location"]) == (302, reverse("apply", args=[service.slug]))


def test_a_service_whose_address_changes_takes_its_form_along(django_capture_on_commit_callbacks):
    service = make_fileable_service()
    page = make_form_page(service)
    service.slug = "dia-chi-moi"
    with django_capture_on_commit_callbacks(execute=True):
        publish(service)
    assert ServiceFormPage.objects.get(pk=page.pk).service.slug == "dia-chi-moi"


def test_there_is_one_form_for_a_service():
    service = make_fileable_service()
    make_form_page(service)
    assert not ServiceFormPage.can_create_at(service)
    assert Page.objects.child_of(service).count() == 1


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


def test_the_edit_view_tells_the_names_conditions_may_use(editor):
    service = make_fileable_service(documents=CASES)
    page = make_form_page(service)
    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "truong-hop-bi-mat" in shown
    assert "on_behalf" in shown
    assert f"paper-{service.documents.first().translation_key.hex[:8]}" in shown


def test_the_editor_reads_what_keeps_the_form_from_being_published(editor):
    service = make_fileable_service(documents=CASES)
    page = make_form_page(service, [{**LAND, "shown_when": ["nobody", "is", "x"]}], live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = editor.post(address, {**posted(page), "action-publish": "1"})
    assert "nobody" in str(editor.get(answer.url).context["form"].errors["steps"])
    assert editor.post(address, posted(page)).status_code == 302
    page.refresh_from_db()
    assert not page.live
