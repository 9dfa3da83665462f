"""Units of fees in the reader's language."""

import pytest
from django.utils import translation

from services.rules.fee_units import USUAL
from services.rules.wording import amount_in_words


def test_a_reader_of_english_reads_usual_units_in_english():
    with translation.override("en"):
        assert amount_in_words(135_000, "lần") == "VND 135,000 per time"
        assert amount_in_words(300_000, "certificate") == "VND 300,000 per certificate", "already translated"
        assert amount_in_words(5_000, "mét vuông") == "VND 5,000 per mét vuông", "as the editors wrote it"


@pytest.mark.parametrize("unit", USUAL)
def test_a_reader_of_vietnamese_reads_what_the_editors_wrote(unit):
    assert amount_in_words(135_000, unit) == f"135.000 đồng/{unit}"
