"""Editors open and save every kind of page and snippet in the admin."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from accounts.models import User
from core.models import Audience, Field, Holiday, LegalDocument, LifeEvent
from home.models import Banner, QuickLink
from tests.builders import make_complete_service, make_department, make_guide, make_legal_document, make_notice, trunk
from tests.forms import posted

pytestmark = pytest.mark.django_db

SNIPPETS = [Audience, Field, Holiday, LegalDocument, LifeEvent, Banner, QuickLink]


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


def saves(editor, page) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert editor.get(address).status_code == 200
    answer = editor.post(address, posted(page, title="Tên mới", **{"action-publish": "1"}))
    if answer.status_code == 200:
        form = answer.context["form"]
        pytest.fail(
            str((form.errors, {name: (rows.errors, rows.non_form_errors()) for name, rows in form.formsets.items()}))
        )
    page.refresh_from_db()
    assert page.title == "Tên mới"
    assert page.live


@pytest.mark.parametrize("name", ["home", "services", "departments", "guidance", "notices"])
def test_a_page_of_the_trunk_opens_and_saves(editor, name):
    saves(editor, getattr(trunk(), name))


@pytest.mark.parametrize("make", [make_department, make_guide, make_notice, make_complete_service])
def test_a_page_opens_and_saves(editor, make):
    page = make()
    saves(editor, page)


def test_saving_a_service_keeps_every_row(editor):
    service = make_complete_service()
    names = ("fees", "documents", "durations", "channels", "steps", "results", "legal_bases", "handling_agencies")
    before = {name: list(getattr(service, name).values_list("pk", flat=True)) for name in names}
    saves(editor, service)
    assert {name: list(getattr(service, name).values_list("pk", flat=True)) for name in names} == before


@pytest.mark.parametrize("model", SNIPPETS)
def test_a_vocabulary_can_be_listed_searched_and_added_to(editor, model):
    trunk()
    viewset = model.snippet_viewset
    assert editor.get(reverse(viewset.get_url_name("list"))).status_code == 200
    assert editor.get(reverse(viewset.get_url_name("list")), {"q": "luật"}).status_code == 200
    assert editor.get(reverse(viewset.get_url_name("add"))).status_code == 200


def test_a_field_is_added(editor):
    trunk()
    address = reverse(Field.snippet_viewset.get_url_name("add"))
    vietnamese = Locale.objects.get(language_code="vi")
    answer = editor.post(address, {"name": "Đất đai", "slug": "dat-dai", "locale": vietnamese.pk})
    assert answer.status_code == 302
    assert Field.objects.get(slug="dat-dai").locale == vietnamese


def test_all_services_stand_in_one_list(editor):
    service = make_complete_service()
    make_legal_document()
    answer = editor.get(reverse("services:index"))
    assert answer.status_code == 200
    assert service.procedure_code in answer.content.decode()
    assert reverse("services:index") in editor.get(reverse("wagtailadmin_home")).content.decode()
