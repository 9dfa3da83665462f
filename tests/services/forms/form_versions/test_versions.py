"""Frozen forms: the same content is the same version, on every road and at once; their history for editors."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from accounts.models import User
from services.forms.definition.block_values import stored_steps
from services.forms.definition.questions import digest
from services.forms.form_versions import versions
from services.forms.form_versions.history import version_history
from services.forms.form_versions.versions import freeze, open_version
from services.forms.models import FormVersion, FormWords, Submission
from services.models import RequiredDocument
from tests.builders import make_department, publish, translate
from tests.builders_forms import CASES, LAND, make_fileable_service, make_form_page

pytestmark = pytest.mark.django_db


def rename_paper(service, name):
    RequiredDocument.objects.filter(page=service, name=CASES[0]["name"]).update(name=name)


def make_draft(version, answers, email="an@example.vn"):
    owner, _created = User.objects.get_or_create(email=email)
    return Submission.objects.create(
        owner=owner,
        service_key=version.service_key,
        service_title="Tách thửa đất",
        agency_name="Sở",
        version=version,
        language="vi",
        answers=answers,
    )


def test_what_would_be_frozen_is_told_without_being_stored():
    version = open_version(make_fileable_service())
    assert (version.number, version.pk, FormVersion.objects.count()) == (1, None, 0)


def test_freezing_twice_is_freezing_once():
    service = make_fileable_service(documents=CASES)
    assert freeze(service) == freeze(service) == open_version(service)
    assert FormVersion.objects.count() == 1


def test_a_changed_paper_is_another_version_and_the_old_content_the_old_one():
    service = make_fileable_service(documents=CASES)
    first = freeze(service)
    rename_paper(service, "Đơn mới")
    second = freeze(service)
    assert (first.number, second.number) == (1, 2)
    RequiredDocument.objects.filter(page=service, name="Đơn mới").update(name=CASES[0]["name"])
    assert freeze(service) == first


def test_a_version_keeps_every_word():
    service = make_fileable_service(documents=CASES)
    version = freeze(service)
    rename_paper(service, "Đơn mới")
    version.refresh_from_db()
    assert version.form().step("papers").questions[0].label == "Đơn đề nghị"
    assert digest(version.form()) == version.sha256


def test_a_number_taken_in_the_same_moment_is_no_fault(monkeypatch):
    """Between the look for the newest number and the new row somebody freezes another form of the service."""
    service = make_fileable_service(documents=CASES)
    other = open_version(service)
    real, calls = versions._next, []

    def late(*given):
        version = real(*given)
        if not calls:
            other.sha256 = "0" * 64
            other.save()
        calls.append(version.number)
        return version

    monkeypatch.setattr(versions, "_next", late)
    assert freeze(service).number == 2
    assert calls == [1, 2]


def test_the_same_form_frozen_in_the_same_moment_is_one(monkeypatch):
    service = make_fileable_service(documents=CASES)
    first = open_version(service)
    real, calls = versions._next, []

    def late(*given):
        version = real(*given)
        if not calls:
            first.save()
        calls.append(1)
        return version

    monkeypatch.setattr(versions, "_next", late)
    assert freeze(service).pk == first.pk


def test_a_number_that_can_never_be_had_is_told(monkeypatch):
    service = make_fileable_service(documents=CASES)
    taken = freeze(service)
    rename_paper(service, "Đơn mới")
    real = versions._next

    def stuck(*given):
        version = real(*given)
        version.number = taken.number
        return version

    monkeypatch.setattr(versions, "_next", stuck)
    with pytest.raises(IntegrityError):
        freeze(service)


def test_a_corrected_translation_replaces_the_words_of_the_version():
    service = make_fileable_service(documents=CASES)
    english = translate(service, {service.title: "Plots", service.slug: "plots", "Đơn đề nghị": "Aplication"})
    version = freeze(service)
    row = english.documents.get(name="Aplication")
    RequiredDocument.objects.filter(pk=row.pk).update(name="Application")
    assert freeze(service) == version
    assert FormWords.objects.count() == 1
    assert freeze(service).form("en").step("papers").questions[0].label == "Application"


def test_the_english_page_of_a_service_has_the_same_form():
    service = make_fileable_service(documents=CASES)
    english = translate(service, {service.title: "Plots", service.slug: "plots"})
    assert freeze(english) == freeze(service)


@pytest.fixture
def two_versions():
    """A designed form that lost a question, with a draft that has answered it."""
    service = make_fileable_service()
    page = make_form_page(service)
    first = FormVersion.objects.get()
    make_draft(first, {"plot": "12", "wish": "merge"})
    make_draft(first, {"wish": "split"}, "binh@example.vn")
    page.steps = stored_steps([{**LAND, "questions": LAND["questions"][1:]}], seed=page.translation_key)
    publish(page)
    return service


def test_the_history_tells_what_changed_and_what_open_drafts_would_lose(two_versions):
    second, first = version_history(two_versions)
    assert (second.number, second.is_open, first.is_open) == (2, True, False)
    assert any("Thửa đất số" in change for change in second.changes)
    assert (first.drafts, second.drafts) == (2, 0)
    assert first.lost == [("Thửa đất số", 1)]


def test_an_editor_reads_the_history_and_never_an_answer(two_versions):
    client = Client()
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    answer = client.get(reverse("form_history", args=[two_versions.pk]))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Thửa đất số" in text
    assert "an@example.vn" not in text
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[two_versions.pk])).content.decode()
    assert reverse("form_history", args=[two_versions.pk]) in edit


def test_only_who_may_edit_the_page_reads_its_history(two_versions):
    group = Group.objects.create(name="Biên tập Sở khác")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    elsewhere = make_department("Sở Y tế")
    GroupPagePermission.objects.create(
        group=group, page=elsewhere, permission=Permission.objects.get(codename="change_page")
    )
    user = User.objects.create_user("so-khac@example.vn", "x")
    user.groups.add(group)
    client = Client()
    address = reverse("form_history", args=[two_versions.pk])
    assert client.get(address).status_code == 302
    client.force_login(user)
    assert client.get(address).status_code in {302, 403}
    assert "Thửa đất số" not in client.get(address).content.decode()
