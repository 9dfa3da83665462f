"""Rows of many services, read in one query as values."""

import pytest
from django.db import connection

from services.models import ServicePage, Step
from services.models.row_queries import KINDS, LINKS, fetch_child_objects, fetch_child_rows
from services.pages.service_page import service_context
from tests.builders import make_complete_service, make_service

pytestmark = pytest.mark.django_db


def test_all_kinds_of_rows_come_in_one_query(django_assert_num_queries):
    first, second = make_complete_service(), make_service("Đăng ký kết hôn", steps=[{"text": "Nộp"}])
    assert connection.features.supports_json_field  # SQLite is asked once in the life of a process
    with django_assert_num_queries(1):
        rows = fetch_child_rows([first, second], [*KINDS, *LINKS])
    assert [fee["amount"] for fee in rows[first.pk]["fees"]] == [8000, None]
    assert rows[first.pk]["fees"][1]["valid_from"] == "2025-07-01"
    assert rows[first.pk]["documents"][0]["is_required"] is True
    assert rows[first.pk]["documents"][0]["electronic_ok"] is None
    assert len(rows[first.pk]["audiences"]) == 1
    assert [step["text"] for step in rows[second.pk]["steps"]] == ["Nộp"]
    assert rows[second.pk]["fees"] == []


def test_rows_keep_the_editors_order_and_a_row_without_place_does_no_harm():
    service = make_service(steps=[{"text": "một"}, {"text": "hai"}, {"text": "ba"}])
    Step.objects.filter(text="ba").update(sort_order=None)
    Step.objects.filter(text="một").update(sort_order=7)
    assert [step["text"] for step in fetch_child_rows([service], ["steps"])[service.pk]["steps"]] == [
        "ba",
        "hai",
        "một",
    ]


def test_nothing_asked_costs_nothing(django_assert_num_queries):
    service = make_service()
    with django_assert_num_queries(0):
        assert fetch_child_rows([], ["fees"]) == {}
        assert fetch_child_rows([service], ["title"]) == {}


def test_presenting_a_page_changes_nothing_that_a_rule_reads_of_it_later():
    page = ServicePage.objects.get(pk=make_complete_service().pk)
    stored = {kind: [row.pk for row in getattr(page, kind).all()] for kind in KINDS}
    before = dict(vars(page))
    shown = service_context(page, None)
    assert [paper.name for case in shown.dossier.cases for paper in case.papers]
    assert {kind: [row.pk for row in getattr(page, kind).all()] for kind in KINDS} == stored
    assert {name: vars(page)[name] for name in before} == before
    assert "_cluster_related_objects" not in vars(page)


def test_rows_read_for_many_pages_cannot_be_taken_for_stored_ones():
    service = make_complete_service()
    rows = fetch_child_objects([service], ["documents"])[service.pk]["documents"]
    assert {(row.pk, row.translation_key) for row in rows} == {(None, None)}


def test_a_preview_shows_the_rows_the_editor_is_just_writing():
    page = ServicePage.objects.get(pk=make_complete_service().pk)
    page.documents.add(KINDS["documents"](name="Giấy mới viết", locale=page.locale))
    shown = service_context(page, None)
    assert "Giấy mới viết" in [paper.name for case in shown.dossier.cases for paper in case.papers]
