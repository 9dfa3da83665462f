"""Words of a service are translated, facts are locked and follow the Vietnamese page."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from core.models import Audience
from services.models import Fee
from tests.builders import make_complete_service, save_translation, translate

pytestmark = pytest.mark.django_db

WORDS = {
    "Đăng ký khai sinh": "Birth registration",
    "dang-ky-khai-sinh": "birth-registration",
    "Lệ phí hộ tịch": "Civil status charge",
    "Giấy chứng sinh": "Notification of birth",
    "Người khác nộp thay": "Someone else files",
}


def test_the_name_of_a_fee_is_translated_and_its_amount_is_not():
    service = make_complete_service()
    english = translate(service, WORDS)
    assert [(fee.name, fee.amount, fee.status) for fee in english.fees.all()] == [
        ("Civil status charge", 8000, "amount"),
        ("Civil status charge", None, "free"),
    ]
    assert [fee.name for fee in service.fees.all()] == ["Lệ phí hộ tịch"] * 2


def test_words_of_other_rows_are_translated_too():
    english = translate(make_complete_service(), WORDS)
    assert "Notification of birth" in [document.name for document in english.documents.all()]
    assert "Someone else files" in [document.case for document in english.documents.all()]
    assert english.documents.exclude(template=None).count() == 1, "the template comes along"


def test_a_change_of_the_amount_follows_and_keeps_the_translated_words():
    service = make_complete_service()
    english = translate(service, WORDS)
    keys = {fee.pk for fee in english.fees.all()}
    fee = service.fees.get(amount=8000)
    fee.amount = 9000
    service.fees.add(fee)
    service.level = 2
    service.save_revision().publish()
    english = save_translation(service)
    first = english.fees.first()
    assert (first.name, first.amount) == ("Civil status charge", 9000)
    assert english.level == 2
    assert {row.pk for row in english.fees.all()} == keys, "rows keep their keys, so nothing that points at them breaks"


def test_a_removed_fee_disappears_from_the_translation():
    service = make_complete_service()
    translate(service, WORDS)
    service.fees.remove(service.fees.get(amount=8000))
    service.save_revision().publish()
    assert save_translation(service).fees.count() == 1


def test_audiences_and_field_are_the_same_in_both_languages():
    english = translate(make_complete_service(), WORDS)
    assert list(english.audiences.all()) == list(Audience.objects.filter(slug="cong-dan-viet-nam"))
    assert english.field.slug == "ho-tich"


def test_facts_are_not_offered_to_translators():
    source, _created = TranslationSource.update_or_create_from_instance(make_complete_service())
    offered = {segment.context.path.split(".")[-1] for segment in source.stringsegment_set.select_related("context")}
    assert "name" in offered
    assert not offered & {"amount", "procedure_code", "official_name", "agency_name", "template_code", "source_url"}
    overridable = source.overridablesegment_set.values_list("context__path", flat=True)
    assert not {path.split(".")[-1] for path in overridable} & {"level", "amount", "status", "template", "department"}


def test_an_untranslated_service_has_an_english_alias_that_is_no_page_of_its_own(client):
    service = make_complete_service()
    translate(service.get_parent(), {})
    english = Locale.objects.get(language_code="en")
    if not service.has_translation(english):
        service.copy_for_translation(english, alias=True)
    alias = service.get_translation(english)
    assert alias.alias_of_id == service.pk
    answer = client.get(alias.get_url())
    assert (answer.status_code, answer.url) == (302, service.get_url())
    assert Fee.objects.filter(page=alias).count() == 2
