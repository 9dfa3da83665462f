"""Every page has a day on which it comes and goes, and comments; a page with such a day can always be saved."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from accounts.models import User
from outbox.publication import publish_and_withdraw
from tests.builders import make_guide, make_notice, make_service
from tests.forms import posted
from tests.home.deeds import press
from tests.home.every_page import one_of_each

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


@pytest.mark.once
def test_every_page_type_has_schedule_and_comments(editor):
    for kind, page in one_of_each().items():
        if page.locale.language_code != "vi":
            continue
        answer = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        form, told = answer.context["form"], answer.content.decode()
        assert form.show_schedule_publishing_toggle, kind
        assert form.show_comments_toggle, kind
        assert 'name="go_live_at"' in told, kind
        assert 'name="expire_at"' in told, kind


@pytest.mark.parametrize("make", [make_service, make_guide])
def test_a_text_is_prepared_for_the_day_a_decree_takes_effect(editor, monkeypatch, make):
    page, now = make(), timezone.now()
    day = timezone.localtime(now + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    data = posted(page, title="Tên theo nghị định mới", go_live_at=day, **{"action-publish": "1"})
    assert press(editor, "wagtailadmin_pages:edit", page.pk, **data).status_code == 302
    publish_and_withdraw()
    assert Page.objects.get(pk=page.pk).title != "Tên theo nghị định mới"
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=1, minutes=1))
    publish_and_withdraw()
    page.refresh_from_db()
    assert (page.live, page.title) == (True, "Tên theo nghị định mới")


def test_a_page_with_a_version_that_waits_for_its_day_is_still_edited_and_keeps_that_day(editor):
    notice = make_notice()
    notice.go_live_at = timezone.now() + timedelta(days=1)
    waiting = notice.save_revision()
    waiting.publish()
    notice = Page.objects.get(pk=notice.pk).specific
    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[notice.pk])).content.decode()
    assert "Nội dung lưu lúc này là bản nháp sau bản đó" in shown
    assert reverse("wagtailadmin_pages:revisions_unschedule", args=[notice.pk, waiting.pk]) in shown
    data = posted(notice.get_latest_revision_as_object(), title="Bản nháp sau")
    assert press(editor, "wagtailadmin_pages:edit", notice.pk, **data).status_code == 302
    assert Page.objects.get(pk=notice.pk).draft_title == "Bản nháp sau"
    assert Revision.objects.get(pk=waiting.pk).approved_go_live_at, "what waits is published on its day all the same"


def test_a_page_that_its_worker_has_not_taken_down_yet_is_saved_with_its_passed_expiry(editor):
    notice = make_notice()
    notice.expire_at = timezone.now() + timedelta(minutes=1)
    notice.save_revision().publish()
    passed = timezone.now() - timedelta(minutes=5)
    type(notice).objects.filter(pk=notice.pk).update(expire_at=passed)
    data = posted(notice, expire_at=timezone.localtime(passed).strftime("%Y-%m-%d %H:%M"), title="Sửa tên")
    assert press(editor, "wagtailadmin_pages:edit", notice.pk, **data).status_code == 302
    assert Page.objects.get(pk=notice.pk).draft_title == "Sửa tên"


def test_a_fault_at_one_page_keeps_no_other_from_its_day(monkeypatch, caplog):
    faulty, good = make_notice("Hỏng", live=False), make_notice("Tốt", live=False)
    for page in (faulty, good):
        page.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    ask = type(good).publication_problems

    def fail(page):
        if page.pk == faulty.pk:
            raise RuntimeError("broken")
        return ask(page)

    monkeypatch.setattr(type(good), "publication_problems", fail)
    publish_and_withdraw()
    good.refresh_from_db()
    assert good.live
    assert "publication by the clock failed" in caplog.text
