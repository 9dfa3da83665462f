"""English of the demo: translated where promised, an alias everywhere else."""

import pytest
from wagtail.models import Page

from departments.models import DepartmentPage
from home.models import GuidancePage, HomePage
from services.models import ServicePage
from tests.home.demo.pages import english, vietnamese

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.mark.parametrize(("model", "count"), [(ServicePage, 5), (DepartmentPage, 25), (GuidancePage, 2), (HomePage, 1)])
def test_translated_pages(model, count):
    assert english(model).live().count() == count


def test_an_english_service_has_english_words_and_the_vietnamese_amount():
    page = english(ServicePage).get(slug="get-a-real-estate-broker-certificate")
    fee = page.fees.get()
    assert (fee.name, fee.unit, fee.amount) == ("Procedure fee", "certificate", 300_000)
    assert page.steps.first().text.startswith("Candidates")
    assert page.official_name == "Cấp mới chứng chỉ hành nghề môi giới bất động sản."
    assert page.url == "/en/services/get-a-real-estate-broker-certificate/"


def test_english_departments_have_no_vietnamese_words():
    for page in english(DepartmentPage):
        words = [page.title, page.functions, page.status_note, *page.successions.values_list("work", flat=True)]
        for text in words:
            assert not set("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ") & set(
                text.lower().replace("hạc thành ward", "").replace("lê lợi", "")
            ), text


def test_every_page_answers_in_english_with_words_or_an_alias():
    keys = set(vietnamese(Page).filter(depth__gt=1).values_list("translation_key", flat=True))
    assert set(Page.objects.filter(locale__language_code="en").values_list("translation_key", flat=True)) == keys


def test_every_service_has_its_words_in_english_once():
    told = vietnamese(ServicePage).values_list("english_title", "english_summary", "english_alt_names", "english_facts")
    assert len(told) == 106
    assert [words for words in told if not all(words)] == []
    assert len({title for title, *_rest in told}) == 106
    lines = [line for *_rest, facts in told for line in facts.splitlines()]
    assert {line.partition(": ")[0] for line in lines} == {"Papers", "Fee", "Result", "Cases"}
