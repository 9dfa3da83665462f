"""The choosers of vocabularies speak the language of each person, whoever opened a form first."""

import pytest
from django.urls import reverse
from django.utils import translation

from core.models import Audience, Field, LifeEvent
from services.models import ServicePage
from tests.builders import trunk

WORDS = {"vi": "Chọn lĩnh vực", "en": "Choose field of administration"}


@pytest.mark.parametrize("first", WORDS)
def test_a_chooser_is_said_in_the_language_of_whoever_looks(first):
    with translation.override(first):
        widget = ServicePage.get_edit_handler().get_form_class().base_fields["field"].widget
    for language, words in WORDS.items():
        with translation.override(language):
            assert widget.choose_one_text == words


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Field, Audience, LifeEvent])
def test_a_word_is_found_without_tone_marks_before_it_is_typed_out(admin_client, kind):
    trunk()
    kind.objects.create(name="Khám bệnh, chữa bệnh", slug="kham-benh", locale_id=1)
    name = f"wagtailsnippetchoosers_{kind._meta.label_lower.replace('.', '_')}:choose_results"
    answer = admin_client.get(reverse(name), {"q": "kham be", "locale": "vi"})
    assert answer.status_code == 200
    assert "Khám bệnh, chữa bệnh" in answer.content.decode()
