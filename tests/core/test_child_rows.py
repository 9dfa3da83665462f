"""The rows of many pages, read in one query, and those an editor is just writing."""

from datetime import date

import pytest
from django.db import connection

from core.child_rows import child_rows
from core.models.typed_text import clean_texts
from departments.models import Leader
from services.models import ServicePage, Step
from services.models.row_kinds import KINDS, LINKS
from services.pages.service_page import service_context
from tests.builders import make_audience, make_complete_service, make_department, make_service

pytestmark = pytest.mark.django_db


def test_all_kinds_of_rows_come_in_one_query(django_assert_num_queries):
    first, second = make_complete_service(), make_service("Đăng ký kết hôn", steps=[{"text": "Nộp"}])
    assert connection.features.supports_json_field  # SQLite is asked once in the life of a process
    with django_assert_num_queries(1):
        rows = child_rows([first, second], [*KINDS, *LINKS])
    assert [fee.amount for fee in rows.of(first, "fees")] == [8000, None]
    assert rows.of(first, "fees")[1].valid_from == date(2025, 7, 1)
    assert rows.of(first, "documents")[0].is_required is True
    assert rows.of(first, "documents")[0].electronic_ok is None
    assert [row.audience_id for row in rows.of(first, "audiences")] == [row.pk for row in first.audiences.all()]
    assert [step.text for step in rows.of(second, "steps")] == ["Nộp"]
    assert rows.of(second, "fees") == []


def test_rows_keep_the_editors_order_and_a_row_without_place_does_no_harm():
    service = make_service(steps=[{"text": "một"}, {"text": "hai"}, {"text": "ba"}])
    Step.objects.filter(text="ba").update(sort_order=None)
    Step.objects.filter(text="một").update(sort_order=7)
    assert [step.text for step in child_rows([service], ["steps"]).of(service, "steps")] == ["ba", "hai", "một"]


def test_nothing_asked_costs_nothing(django_assert_num_queries):
    service = make_service()
    with django_assert_num_queries(0):
        child_rows([], ["fees"])
        assert child_rows([service], []).of(service, "fees") == []


def test_presenting_a_page_changes_nothing_that_a_rule_reads_of_it_later():
    page = ServicePage.objects.get(pk=make_complete_service().pk)
    stored = {kind: [row.pk for row in getattr(page, kind).all()] for kind in KINDS}
    before = dict(vars(page))
    shown = service_context(page, None)
    assert [paper.name for case in shown.required_documents.cases for paper in case.papers]
    assert {kind: [row.pk for row in getattr(page, kind).all()] for kind in KINDS} == stored
    assert {name: vars(page)[name] for name in before} == before


def test_rows_read_for_many_pages_cannot_be_taken_for_stored_ones():
    service = make_complete_service()
    rows = child_rows([service], ["documents"]).of(service, "documents")
    assert {(row.pk, row.translation_key) for row in rows} == {(None, None)}


def test_a_preview_shows_the_rows_the_editor_is_just_writing():
    page = ServicePage.objects.get(pk=make_complete_service().pk)
    page.documents.add(KINDS["documents"](name="Giấy mới viết", locale=page.locale))
    shown = service_context(page, None)
    assert "Giấy mới viết" in [paper.name for case in shown.required_documents.cases for paper in case.papers]


def test_rows_the_editor_did_not_touch_come_from_the_database_beside_those_being_written(django_assert_num_queries):
    page = ServicePage.objects.get(pk=make_complete_service().pk)
    page.fees = [KINDS["fees"](name="Lệ phí mới", status="free")]
    page.audiences = [make_audience(name="Doanh nghiệp mới")]
    with django_assert_num_queries(1):
        rows = child_rows([page], [*KINDS, *LINKS])
    assert [fee.name for fee in rows.of(page, "fees")] == ["Lệ phí mới"]
    assert [row.audience_id for row in rows.of(page, "audiences")] == [row.pk for row in page.audiences.all()]
    assert [row.kind for row in rows.of(page, "channels")] == ["in_person", "online"]


def test_a_page_that_was_never_saved_speaks_for_itself(django_assert_num_queries):
    page = ServicePage(title="Mới", steps=[Step(text="Nộp")])
    with django_assert_num_queries(0):
        rows = child_rows([page], [*KINDS, *LINKS])
        assert [step.text for step in rows.of(page, "steps")] == ["Nộp"]
        assert [rows.of(page, kind) for kind in ("fees", *LINKS)] == [[], [], []]


def test_rows_of_every_type_of_page_are_read_alike(django_assert_num_queries):
    page = make_department()
    Leader.objects.create(page=page, locale=page.locale, name="Lê A", position="Giám đốc")
    with django_assert_num_queries(1):
        rows = child_rows([page], ["opening_hours", "leaders", "successions"])
    assert [(row.name, row.position) for row in rows.of(page, "leaders")] == [("Lê A", "Giám đốc")]


def test_cleaning_a_page_reads_no_rows_it_does_not_hold(django_assert_num_queries):
    page = ServicePage.objects.get(pk=make_complete_service().pk)
    page.steps = [Step(text=" Nộp\u200b ")]
    with django_assert_num_queries(0):
        clean_texts(page)
    assert [step.text for step in page.steps.all()] == ["Nộp"]
