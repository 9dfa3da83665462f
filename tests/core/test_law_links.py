"""Acts in rich text: stored by row, shown by name and state, kept by the editor as one piece."""

import json

import pytest
from django.utils import translation
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale
from wagtail.rich_text import expand_db_html, extract_references_from_rich_text

from core.law_rows import ensure_laws
from core.models import LegalDocument
from core.searchable_text import rich_text_words
from home.models import HomePage
from tests.builders import make_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(travel):
    travel("2026-11-30T09:00")
    ensure_laws()
    return lambda key: LegalDocument.objects.get(key=key).pk


def stored(pk: int | str, article: str = "") -> str:
    attribute = f' article="{article}"' if article else ""
    return f'<p data-block-key="abc">Theo <a linktype="law" id="{pk}"{attribute}></a> thì nộp.</p>'


def test_readers_see_name_article_and_state(row):
    shown = expand_db_html(stored(row("nd-118-2025"), "Điều 19.5"))
    assert 'Theo <a href="/van-ban/nd-118-2025/">Nghị định 118/2025/NĐ-CP, Điều 19.5</a> thì nộp.' in shown
    ended = expand_db_html(stored(row("nd-42-2022")))
    assert ">Nghị định 42/2022/NĐ-CP (hết hiệu lực từ 1/7/2026)</a>" in ended


def test_english_readers_see_english_words(row):
    with translation.override("en"):
        shown = expand_db_html(stored(row("nd-118-2025"), "Điều 19.5"))
    assert '<a href="/en/legal-documents/nd-118-2025/">Decree 118/2025/NĐ-CP, Article 19.5</a>' in shown


def test_a_changed_row_changes_every_text(row):
    text = stored(row("nd-118-2025"))
    LegalDocument.objects.filter(key="nd-118-2025").update(number="119/2025/NĐ-CP")
    assert "Nghị định 119/2025/NĐ-CP" in expand_db_html(text)


def test_a_document_without_a_key_or_number_can_be_cited_too(row):
    law = LegalDocument.objects.create(title="Luật Khiếu nại 2011", kind="law")
    assert f'<a href="/van-ban/{law.pk}/">Luật Khiếu nại 2011</a>' in expand_db_html(stored(law.pk))


@pytest.mark.parametrize("pk", ["999999", "0", "x", "-1"])
def test_a_row_that_is_gone_leaves_the_rest_of_the_text(row, pk):
    assert expand_db_html(stored(pk)) == '<p data-block-key="abc">Theo <a></a> thì nộp.</p>'


def test_what_is_written_into_the_tag_stays_text(row):
    text = expand_db_html(stored(row("nd-118-2025"), "&lt;script&gt;"))
    assert "<script>" not in text


def test_all_acts_of_a_text_are_read_in_one_query(row, django_assert_num_queries):
    text = stored(row("nd-118-2025")) + stored(row("nd-42-2022"))
    with django_assert_num_queries(1):
        expand_db_html(text)


def test_the_editor_shows_the_words_and_stores_the_row(row):
    converter = ContentstateConverter(features=["bold", "law"])
    text = stored(row("nd-118-2025"), "Điều 19.5")
    state = json.loads(converter.from_database_format(text))
    (block,) = state["blocks"]
    assert block["text"] == "Theo Nghị định 118/2025/NĐ-CP, Điều 19.5 thì nộp."
    (entity,) = state["entityMap"].values()
    assert (entity["type"], entity["data"]["article"]) == ("LAW", "Điều 19.5")
    assert converter.to_database_format(json.dumps(state)) == text


def test_a_text_is_known_to_name_the_row(row):
    pk = row("nd-118-2025")
    assert [found[:2] for found in extract_references_from_rich_text(stored(pk))] == [(LegalDocument, str(pk))]


def test_partners_read_the_words_with_an_absolute_link(row, client):
    page = make_guide(body=[{"type": "text", "value": stored(row("nd-42-2022"), "Điều 3")}])
    answer = client.get(f"/api/v2/pages/{page.pk}/").json()
    (block,) = answer["body"]
    link = '<a href="http://127.0.0.1:8000/van-ban/nd-42-2022/">Nghị định 42/2022/NĐ-CP, Điều 3 (hết hiệu lực từ'
    assert link in block["value"]


def body(text):
    """The text in each of the blocks that may cite."""
    callout = {"kind": "note", "text": text}
    return {
        "text": [{"type": "text", "value": text}],
        "steps": [{"type": "steps", "value": [text]}],
        "callout": [{"type": "callout", "value": callout}],
    }


@pytest.mark.parametrize("kind", ["text", "steps", "callout"])
@pytest.mark.parametrize("words", ["118/2025/NĐ-CP", "nghi dinh 118/2025"])
def test_a_page_is_found_by_the_acts_its_texts_cite(row, client, kind, words):
    make_guide("Nộp bổ sung giấy tờ", body=body(stored(row("nd-118-2025"), "Điều 19.5"))[kind])
    make_guide("Đặt lịch hẹn", body=body("<p>Gọi điện thoại trước khi đến.</p>")[kind])
    titles = [hit.title for hit in client.get("/tim-kiem/", {"q": words}).context["answer"].hits]
    assert titles == ["Nộp bổ sung giấy tờ"]


def test_the_home_page_is_indexed_with_the_acts_of_its_guide(row):
    home = HomePage(
        title="Trang chủ", filing_guide=stored(row("nd-118-2025"), "Điều 19.5"), locale=Locale.get_default()
    )
    assert home.folded_text == "theo nghi dinh 118 2025 nd cp dieu 19 5 thi nop"


def test_an_english_page_is_indexed_with_english_names_and_a_text_without_acts_asks_nothing(
    row, django_assert_num_queries
):
    english = HomePage(title="Home", locale=Locale.objects.get_or_create(language_code="en")[0])
    assert "Decree 118/2025/NĐ-CP" in rich_text_words(english, stored(row("nd-118-2025")))
    assert rich_text_words(english, stored("999999")).split() == ["Theo", "thì", "nộp."]
    with django_assert_num_queries(0):
        assert rich_text_words(english, "<p>Nộp</p><p>hồ sơ</p>") == "Nộp hồ sơ"
