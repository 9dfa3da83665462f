"""The choosers of vocabularies speak the language of each person, whoever opened a form first."""

import pytest
from django.utils import translation

from services.models import ServicePage

WORDS = {"vi": "Chọn lĩnh vực", "en": "Choose field of administration"}


@pytest.mark.parametrize("first", WORDS)
def test_a_chooser_is_said_in_the_language_of_whoever_looks(first):
    with translation.override(first):
        widget = ServicePage.get_edit_handler().get_form_class().base_fields["field"].widget
    for language, words in WORDS.items():
        with translation.override(language):
            assert widget.choose_one_text == words
