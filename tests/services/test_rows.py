"""Rows of many services, read in one query as values."""

import pytest
from django.db import connection

from services.models import Step
from services.rows import KINDS, LINKS, rows_of
from tests.builders import make_complete_service, make_service

pytestmark = pytest.mark.django_db


def test_all_kinds_of_rows_come_in_one_query(django_assert_num_queries):
    first, second = make_complete_service(), make_service("Đăng ký kết hôn", steps=[{"text": "Nộp"}])
    assert connection.features.supports_json_field  # SQLite is asked once in the life of a process
    with django_assert_num_queries(1):
        rows = rows_of([first, second], [*KINDS, *LINKS])
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
    assert [step["text"] for step in rows_of([service], ["steps"])[service.pk]["steps"]] == ["ba", "hai", "một"]


def test_nothing_asked_costs_nothing(django_assert_num_queries):
    service = make_service()
    with django_assert_num_queries(0):
        assert rows_of([], ["fees"]) == {}
        assert rows_of([service], ["title"]) == {}
