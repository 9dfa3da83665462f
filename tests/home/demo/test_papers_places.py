"""Papers, forms and places of the demo: whole names, true promises, never a gap without whom to ask."""

import re
from datetime import date

import pytest
from django.utils import translation

from home.demo import content
from services.models import RequiredDocument, ServicePage
from services.models.facts import facts_of
from services.pages.service_page import forms_of
from services.rules.choices import Level
from services.rules.paper_forms import FormSource
from tests.home.demo.pages import english, vietnamese
from tests.markup import soup, words
from tests.reception import reception_place

pytestmark = [pytest.mark.once, pytest.mark.walk]

LONGEST_NAME = 4_710
STILL_CUT = 7
"""Papers whose full name no source gives."""

demo_pages = pytest.mark.usefixtures("demo")


def papers():
    return [paper for record in content.services() for paper in record.get("documents", [])]


def test_papers_stand_with_their_full_names():
    names = [paper["name"] for paper in papers()]
    assert max(map(len, names)) >= LONGEST_NAME - 60, "the longest real name, without its list mark"
    assert sum(paper.get("is_abridged", False) for paper in papers()) == STILL_CUT
    assert sum(name.endswith("…") for name in names) == STILL_CUT
    assert not [name for name in names if re.match(r"[-–+•]|\(?\w\)", name)], "marks of the source's own list"


def test_every_text_of_the_content_fits_the_column_it_goes_to():
    limits = {
        field.name: field.max_length for field in RequiredDocument._meta.concrete_fields if field.max_length is not None
    }
    too_long = [
        (name, len(text))
        for paper in papers()
        for name, text in paper.items()
        if isinstance(text, str) and len(text) > limits.get(name, len(text))
    ]
    assert too_long == []
    assert {"name", "case_key", "applies_when", "template_code", "template_url"} <= limits.keys()


def test_a_form_that_lies_elsewhere_names_its_files_and_the_page_of_the_procedure():
    for record in content.services():
        for paper in record.get("documents", []):
            assert ("template_url" in paper) is ("template_files" in paper)
            assert paper.get("template_url", record["source_url"]) == record["source_url"]
    assert sum("template_files" in paper for paper in papers()) == 127


@demo_pages
@pytest.mark.django_db
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_page_promises_a_form_that_it_does_not_lead_to(client, language):
    pages = {"vi": vietnamese, "en": english}[language](ServicePage).live().filter(level=Level.TWO)
    promise = {"vi": "Có mẫu đơn, tờ khai để tải về", "en": "Forms to download"}[language]
    for page in pages.select_related("locale"):
        with translation.override(language):
            answer = client.get(page.get_url())
        main = soup(answer.content).main
        has_file = bool(main.select("section[aria-labelledby=papers] a[download]"))
        level = words(str(main.select_one("section[aria-labelledby=key-facts]")))
        assert (promise in level) is has_file, page.title
        source = forms_of(page.documents.select_related("template"), page.templates_status)
        assert bool(main.select("section[aria-labelledby=papers] a[rel=external]")) is (source is FormSource.ELSEWHERE)
        assert "hông quy định mẫu" not in str(main)


@demo_pages
@pytest.mark.django_db
def test_forms_elsewhere_count_for_the_promise_of_the_level():
    counted = [page for page in vietnamese(ServicePage) if facts_of(page, date(2026, 11, 29)).promised.templates.count]
    assert len(counted) >= 58


@demo_pages
@pytest.mark.django_db
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_service_says_where_it_is_filed_and_whom_to_ask(client, language):
    pages = {"vi": vietnamese, "en": english}[language](ServicePage).live()
    for page in pages.select_related("locale"):
        with translation.override(language):
            answer = client.get(page.get_url())
        main = soup(answer.content).main
        text = words(str(main))
        assert "Chưa rõ" not in text, page.title
        assert "Not known" not in text, page.title
        where = words(str(main.select_one("section[aria-labelledby=where]")))
        assert "02373 900 900 (" in where, page.title
        assert "118/2025/NĐ-CP" in where or re.search(r"Lê Lợi|Km372|Công an|Trường|Trung tâm", where), page.title
        targets = {link["href"] for link in main.select(".portal-unknown a")}
        assert targets <= {"#where"}, page.title
        assert main.select_one("#where")


@demo_pages
@pytest.mark.django_db
def test_the_management_board_receives_at_its_own_seat_and_others_by_the_general_rule():
    pages = vietnamese(ServicePage).filter(handling_agencies__department__title__startswith="Ban Quản lý Khu kinh tế")
    row = pages.first().handling_agencies.filter(department__title__startswith="Ban Quản lý").first()
    assert reception_place(row.department, row).address == "Km372 Quốc lộ 1A, phường Trúc Lâm, tỉnh Thanh Hóa"
    health = vietnamese(ServicePage).filter(handling_agencies__department__title="Sở Y tế").first()
    row = health.handling_agencies.filter(department__title="Sở Y tế").first()
    place = reception_place(row.department, row)
    assert place.address == ""
    assert "chưa đối chiếu từng cơ quan" in place.rule
