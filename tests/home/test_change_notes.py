"""What was changed on a page: typed beside the buttons, public with its version, empty for the next one."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation

from accounts.models import User
from core.i18n import written_day
from core.models import ChangeNote
from departments.ownership.sync import sync_departments
from outbox.publication import publish_and_withdraw
from tests.builders import make_guide, make_notice, make_service, publish, translate, trunk
from tests.builders_ownership import browser, make_office, make_translator, submit
from tests.forms import posted
from tests.home.deeds import press
from tests.markup import soup

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "1"}
NOTE = "Giảm lệ phí từ 50.000 đồng còn 30.000 đồng"


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


def save(client, page, note, **buttons):
    return press(client, "wagtailadmin_pages:edit", page.pk, **posted(page, change_note=note, **buttons))


def field(client, page):
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return soup(answer.content).select_one("#page-edit-form input[name=change_note]")["value"]


def lines(client, address):
    return [
        " ".join(line.get_text().split())
        for line in soup(client.get(address).content).select("[aria-labelledby=changes] li")
    ]


@pytest.mark.parametrize("make", [make_service, make_guide, make_notice])
def test_citizens_read_what_was_changed_and_when(editor, client, make):
    page = make()
    save(editor, page, NOTE, **PUBLISH)
    today = written_day(timezone.localdate())
    assert lines(client, page.url) == [f"Cập nhật ngày {today}: {NOTE}"]


def test_the_newest_change_stands_first_and_a_small_mend_is_not_told(editor, client):
    service = make_service()
    for note in ("Thêm cách nộp qua bưu chính", "", NOTE):
        save(editor, service, note, **PUBLISH)
    assert [line.partition(": ")[2] for line in lines(client, service.url)] == [NOTE, "Thêm cách nộp qua bưu chính"]


def test_the_note_of_a_draft_waits_with_it_and_is_gone_once_it_is_published(editor, client):
    service = make_service()
    save(editor, service, NOTE)
    assert field(editor, service) == NOTE
    assert lines(client, service.url) == []
    save(editor, service, NOTE, **PUBLISH)
    assert field(editor, service) == ""
    save(editor, service, "")
    publish(service)
    assert ChangeNote.objects.count() == 1


def test_a_change_that_is_approved_brings_its_note(client):
    office = make_office("Sở Y tế", "Cấp giấy phép hành nghề")
    save(browser(office.editor), office.service, NOTE)
    office.service.refresh_from_db()
    step = submit(office.editor, office.service)
    approver = browser(office.approver)
    assert field(approver, office.service) == NOTE
    press(approver, "wagtailadmin_pages:workflow_action", office.service.pk, "approve", step.pk)
    assert len(lines(client, office.service.url)) == 1


def test_a_note_waits_for_the_day_of_its_version_and_stays_out_of_the_draft_after_it(editor, client, monkeypatch):
    service, now = make_service(), timezone.now()
    day = timezone.localtime(now + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    save(editor, service, NOTE, go_live_at=day, **PUBLISH)
    save(editor, service, NOTE, go_live_at=day)
    assert lines(client, service.url) == []
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=1, minutes=1))
    publish_and_withdraw()
    assert len(lines(client, service.url)) == 1
    service.refresh_from_db()
    assert service.get_latest_revision_as_object().change_note == ""


def test_a_new_page_may_begin_with_a_note(editor, client):
    parent = trunk().notices
    address = reverse("wagtailadmin_pages:add", args=["home", "noticepage", parent.pk])
    assert soup(editor.get(address).content).select_one("input[name=change_note]")
    page = make_notice(live=False)
    save(editor, page, f"  {NOTE}\n " + "x" * 400, **PUBLISH)
    kept = ChangeNote.objects.get().text
    assert kept.startswith(f"{NOTE} xxx")
    assert len(kept) == 300


def test_the_english_page_shows_its_own_changes_only(editor, client):
    service = make_service()
    english = publish(translate(service, {service.title: "Birth registration"}))
    save(editor, service, NOTE, **PUBLISH)
    assert lines(client, english.url) == []
    english.change_note = "The fee is lower"
    publish(english)
    [line] = lines(client, english.url)
    assert line.startswith("Updated on ")
    assert line.endswith(": The fee is lower")


def test_a_note_of_a_translation_is_public_when_it_is_published_or_approved(client, django_capture_on_commit_callbacks):
    office, translator = make_office("Sở Y tế", "Cấp giấy phép hành nghề"), browser(make_translator())
    english = translate(office.service, {office.service.title: "Licence"})
    sync_departments()
    translation, approver = Translation.objects.get(), browser(office.approver)
    translator.post(reverse("submit_translation", args=[translation.pk]), {"change_note": "The fee is lower"})
    assert lines(client, english.url) == []
    edit = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert soup(approver.get(edit).content).select_one("#translation-note")["value"] == "The fee is lower"
    step = Page.objects.get(pk=english.pk).current_workflow_task_state
    press(approver, "wagtailadmin_pages:workflow_action", english.pk, "approve", step.pk)
    assert [line.partition(": ")[2] for line in lines(client, english.url)] == ["The fee is lower"]
    assert soup(translator.get(edit).content).select_one("#translation-note")["value"] == ""
    for person in (translator, approver):
        with django_capture_on_commit_callbacks(execute=True):
            person.post(edit, {"action": "publish", "change_note": "A step is new"})
    told = [line.partition(": ")[2] for line in lines(client, english.url)]
    assert told == ["A step is new", "The fee is lower"], "the translator's press published nothing"


def test_the_feed_of_changed_services_says_what_was_changed(editor, client):
    service = make_service(summary="Xin giấy khai sinh.")
    save(editor, service, NOTE, **PUBLISH)
    feed = client.get("/feeds/services.atom").content.decode()
    assert f": {NOTE}. Xin giấy khai sinh." in feed


def test_a_preview_shows_the_note_that_is_being_typed():
    service = make_service()
    service.note_change(NOTE)
    assert NOTE in soup(service.make_preview_request().content).select_one("[aria-labelledby=changes]").get_text()


def test_a_published_note_is_mended_or_taken_away_by_whoever_may_publish(client):
    office = make_office("Sở Y tế", "Cấp giấy phép hành nghề")
    note = ChangeNote.objects.create(page=office.service, text="Gỉam lệ phí", published_at=timezone.now())
    address = reverse("published_notes", args=[office.service.pk])
    browser(office.editor).post(address, {"note": note.pk, "text": ""})
    approver = browser(office.approver)
    assert "Gỉam lệ phí" in approver.get(address).content.decode()
    approver.post(address, {"note": note.pk, "text": "Giảm lệ phí"})
    assert lines(client, office.service.url)[0].endswith(": Giảm lệ phí")
    approver.post(address, {"note": note.pk, "text": " "})
    assert lines(client, office.service.url) == []


def test_a_note_is_mended_on_its_own_page_alone():
    here, there = make_office("Sở Y tế", "Cấp giấy phép"), make_office("Sở Xây dựng", "Cấp phép xây dựng")
    note = ChangeNote.objects.create(page=here.service, text=NOTE, published_at=timezone.now())
    answer = browser(there.approver).post(reverse("published_notes", args=[there.service.pk]), {"note": note.pk})
    assert answer.status_code == 404
    assert ChangeNote.objects.get().text == NOTE
