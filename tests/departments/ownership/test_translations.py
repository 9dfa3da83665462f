"""A translator translates and sends it for approval; no road leads to the public past those who publish."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from core.models import Field
from tests.builders import make_field, translate
from tests.builders_ownership import Office, browser, make_communications, make_office, make_translator, people_mailed

pytestmark = pytest.mark.django_db


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")


@pytest.fixture
def english(health) -> Page:
    """The live English page of the service, and a newer word that is not public yet."""
    page = translate(health.service, {health.service.title: "Clinic licence"})
    title = StringTranslation.objects.get(data="Clinic licence")
    title.data = "Clinic licence, revised"
    title.save()
    return page


def translation_of(page: Page) -> Translation:
    return Translation.objects.get(source__object_id=page.translation_key)


def title_of(page: Page) -> str:
    return Page.objects.get(pk=page.pk).title


def words_after(answer: Any) -> str:
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def test_a_translation_is_submitted_sent_back_and_approved_by_the_department(health, english):
    translator, approver = browser(make_translator()), browser(health.approver)
    edit = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert "Gửi duyệt bản dịch" in translator.get(edit).content.decode()
    translator.post(reverse("submit_translation", args=[translation_of(english).pk]))
    assert people_mailed("submitted") == [health.approver.email]
    assert title_of(english) == "Clinic licence"
    waiting = translator.get(edit).content.decode()
    assert "Gửi duyệt bản dịch" not in waiting

    step = Page.objects.get(pk=english.pk).current_workflow_task_state
    send_back, approve = (
        reverse("wagtailadmin_pages:workflow_action", args=[english.pk, action, step.pk])
        for action in ("reject", "approve")
    )
    assert approve in approver.get(edit).content.decode()
    assert approve not in waiting
    approver.post(send_back, {"comment": "Dịch lại tên."})
    assert "Dịch lại tên." in translator.get(edit).content.decode()
    translator.post(reverse("submit_translation", args=[translation_of(english).pk]))
    step = Page.objects.get(pk=english.pk).current_workflow_task_state
    approver.post(reverse("wagtailadmin_pages:workflow_action", args=[english.pk, "approve", step.pk]))
    assert title_of(english) == "Clinic licence, revised"


def test_a_translator_takes_a_translation_back(english):
    translator = browser(make_translator())
    translator.post(reverse("submit_translation", args=[translation_of(english).pk]))
    translator.post(reverse("withdraw_translation", args=[translation_of(english).pk]))
    assert Page.objects.get(pk=english.pk).current_workflow_state is None


def test_an_editor_of_another_department_submits_and_withdraws_nothing(health, english):
    stranger = browser(make_office("Sở Xây dựng", "Cấp giấy phép xây dựng").editor)
    assert stranger.post(reverse("submit_translation", args=[translation_of(english).pk])).status_code == 302
    assert Page.objects.get(pk=english.pk).current_workflow_state is None
    browser(health.editor).post(reverse("submit_translation", args=[translation_of(english).pk]))
    stranger.post(reverse("withdraw_translation", args=[translation_of(english).pk]))
    assert Page.objects.get(pk=english.pk).current_workflow_state is not None


def test_no_road_of_the_translation_editor_publishes_for_a_translator(health, english):
    translator, source = browser(make_translator()), TranslationSource.objects.get_for_instance(health.service)
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert 'type="checkbox" name="publish_translations"' not in translator.get(update).content.decode()
    translator.post(update, {"publish_translations": "on"})
    edit = reverse("wagtailadmin_pages:edit", args=[english.pk])
    translator.post(edit, {"action": "publish"})
    translator.post(edit, {"action-publish": "1", "title": "Clinic licence, revised", "slug": "x"})
    translator.post(reverse("wagtail_localize:convert_to_alias", args=[english.pk]))
    fresh = Page.objects.get(pk=english.pk)
    assert (fresh.title, fresh.live, fresh.alias_of_id) == ("Clinic licence", True, None)


def test_whoever_may_publish_still_publishes_all_translations_at_once(health, english):
    source = TranslationSource.objects.get_for_instance(health.service)
    client = browser(make_communications())
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert 'type="checkbox" name="publish_translations"' in client.get(update).content.decode()
    client.post(update, {"publish_translations": "on"})
    assert title_of(english) == "Clinic licence, revised"


def test_a_live_stand_in_is_made_a_page_by_whoever_may_publish_it(health):
    alias = health.service.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True, alias=True)
    address = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    assert alias.live
    browser(make_translator()).post(address)
    assert Page.objects.get(pk=alias.pk).alias_of_id is not None
    browser(make_communications()).post(address)
    assert Page.objects.get(pk=alias.pk).alias_of_id is None


def test_a_row_that_would_be_in_use_at_once_is_translated_by_whoever_may_change_it():
    field, english = make_field(), Locale.objects.get(language_code="en")
    address = reverse("wagtail_localize:submit_snippet_translation", args=["core", "field", field.pk])
    browser(make_translator()).post(address, {"locales": english.pk})
    assert Field.objects.filter(locale=english).count() == 0
    browser(make_communications()).post(address, {"locales": english.pk})
    assert Field.objects.filter(locale=english).count() == 1


def test_conversion_into_a_stand_in_is_offered_to_publishers_alone(health, english):
    edit, address = reverse("wagtailadmin_pages:edit", args=[english.pk]), f"page/{english.pk}/convert_to_alias/"
    assert address not in browser(make_translator()).get(edit).content.decode()
    assert address in browser(make_communications()).get(edit).content.decode()
    Translation.objects.update(enabled=False)
    edit, words = reverse("wagtailadmin_pages:edit", args=[english.pk]), "localize-convert-to-alias"
    assert words not in browser(make_translator()).get(edit).content.decode()
    assert words in browser(make_communications()).get(edit).content.decode()
