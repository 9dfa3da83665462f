"""Editors compare a page with its record: take, keep, later; and make a page from a code."""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from services.models import KeptDifference, NationalRecord, ServicePage
from tests.builders import make_service, publish
from tests.builders_ownership import make_office
from tests.services.national.made_up import made_up, written

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def office():
    return make_office("Sở Tư pháp", "Cấp bản sao trích lục")


@pytest.fixture
def page(office):
    return make_service(
        "Xác nhận giấy tờ",
        department=office.department,
        official_name="Xác nhận giấy tờ thử",
        procedure_code="9.000001",
        channels=[{"kind": "in_person"}, {"kind": "online"}, {"kind": "post"}],
        durations=[{"value": 9, "unit": "working_day"}],
        documents=[{"name": "Ảnh chân dung"}],
    )


@pytest.fixture(autouse=True)
def records(tmp_path, office, page):
    call_command("import_procedures", str(written(tmp_path, *map(made_up, ("9.000001", "9.000006")))), verbosity=0)
    keep = made_up("9.000002")
    NationalRecord.objects.create(
        national_id=keep["id"], code="9.000002", name=keep["name"], is_ours=True, fetched_on="2026-07-18", content=keep
    )


@pytest.fixture
def editor(client, office):
    client.force_login(office.editor)
    return client


def screen(page):
    return reverse("national_differences", args=[page.pk])


def choices(html, word):
    """The names and values of all radios for that choice."""
    return dict(re.findall(rf'name="(choice-[^"]+)" value="({word}:[^"]+)"', html))


def test_both_sides_stand_beside_each_other_and_wording_is_only_offered(editor, page):
    html = editor.get(screen(page)).content.decode()
    assert "<del>9 ngày làm việc</del>" in html
    assert "<ins>5 ngày làm việc</ins>" in html
    assert "Ảnh chân dung" in html
    assert html.index("Ảnh chân dung") < html.index('name="choice-steps"')


def test_taking_one_writes_that_alone_into_a_draft(editor, page):
    html = editor.get(screen(page)).content.decode()
    (place,) = [name for name in choices(html, "take") if "durations" in name and "post" not in name][:1]
    editor.post(screen(page), {place: choices(html, "take")[place]})
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert sorted(row.value for row in draft.durations.all()) == [5, 9, 9]
    assert [row.value for row in page.durations.all()] == [9]
    assert draft.official_name == "Xác nhận giấy tờ thử"
    assert draft.latest_revision.user == editor.get(screen(page)).wsgi_request.user


def test_taking_everything_leaves_nothing_but_wording_and_can_be_published(editor, page):
    editor.post(screen(page), {"take": "all"})
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert [(row.channel, row.value) for row in draft.durations.all()] == [("", 5)]
    assert not draft.documents.filter(name="Ảnh chân dung").exists()
    assert {case.name for case in draft.cases.all()} == {"Người nộp tự đến", "Người khác nộp thay"}
    assert not draft.steps.exists()
    html = editor.get(screen(page)).content.decode()
    assert set(choices(html, "take")) == {"choice-steps", "choice-conditions"}
    publish(draft)


def test_what_is_kept_is_not_asked_again_until_the_record_changes(editor, page):
    html = editor.get(screen(page)).content.decode()
    editor.post(screen(page), choices(html, "keep"))
    assert KeptDifference.objects.filter(page=page).count() == len(choices(html, "keep"))
    assert not choices(editor.get(screen(page)).content.decode(), "keep")
    record = NationalRecord.objects.get(code="9.000001")
    record.content["executionMethods"][0]["processingTime"] = 2
    record.save()
    assert len(choices(editor.get(screen(page)).content.decode(), "keep")) == 1
    place = KeptDifference.objects.filter(page=page, place__startswith="documents").first().place
    editor.post(screen(page), {"again": place})
    assert f"choice-{place}" in choices(editor.get(screen(page)).content.decode(), "keep")


def test_a_choice_made_for_other_words_of_the_record_decides_nothing(editor, page):
    html = editor.get(screen(page)).content.decode()
    editor.post(screen(page), dict.fromkeys(choices(html, "take"), "take:gone"))
    page.refresh_from_db()
    assert not page.has_unpublished_changes


def test_who_may_not_edit_the_page_sees_and_decides_nothing(client, page):
    client.force_login(make_office("Sở Y tế", "Cấp giấy phép").editor)
    assert client.get(screen(page)).status_code == 302
    assert client.post(screen(page), {"take": "all"}).status_code == 302
    page.refresh_from_db()
    assert not page.has_unpublished_changes


def test_a_draft_is_made_from_the_record_of_a_code(editor, office, page):
    address = reverse("service_from_record", args=[office.department.pk])
    made = editor.post(address, {"code": " 9.000002 "}, follow=True)
    service = ServicePage.objects.get(procedure_code="9.000002")
    assert made.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[service.pk])
    assert (service.live, service.get_parent().pk) == (False, office.department.pk)
    assert service.durations.count() == 2
    assert editor.post(address, {"code": "9.000001"}).url == screen(page)
    for code in ("9.000006", "9.999999", "không"):
        assert 'role="alert"' in editor.post(address, {"code": code}).content.decode()
