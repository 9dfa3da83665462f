"""Cards of lists: four short facts of the answer in their order, whatever the list."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from services.answers.card import FactState
from services.catalogue.cards import cards
from tests.builders import make_department, make_service

pytestmark = pytest.mark.django_db


def told(service, language="vi"):
    with translation.override(language):
        [card] = cards([service.pk], None)
    return [(fact.name, fact.value) for fact in card.facts]


def test_the_facts_stand_in_the_order_of_lists():
    service = make_service(
        documents=[{"name": "Đơn"}, {"name": "Bản dịch", "applies_when": "Đối với người nước ngoài"}],
        durations=[{"value": 3, "unit": "working_day"}, {"value": 7, "unit": "working_day", "case": "Miền núi"}],
        fees=[{"name": "Phí", "status": "amount", "amount": 2_000, "unit": "trang"}],
        channels=[{"kind": "post"}, {"kind": "in_person"}, {"kind": "online"}],
    )
    assert told(service) == [
        ("papers", "1 hoặc 2 giấy tờ"),
        ("time", "3–7 ngày làm việc"),
        ("cost", "2.000 đồng mỗi trang"),
        ("place", "Trực tuyến, tại quầy, bưu điện"),
    ]
    assert told(service, "en")[2] == ("cost", "VND 2,000 per page")


def test_what_nobody_has_published_is_said_in_few_words():
    service = make_service(fees=[{"name": "Phí", "status": "see_note", "note": "Theo quy định"}])
    assert told(service) == [
        ("papers", "Chưa công bố giấy tờ"),
        ("time", "Chưa công bố thời gian"),
        ("cost", "Chưa công bố phí"),
        ("place", "Chưa công bố nơi nộp"),
    ]
    [card] = cards([service.pk], None)
    assert {fact.state for fact in card.facts} == {FactState.UNKNOWN}
    assert (card.time, card.fee) == ("Chưa công bố thời gian", "Chưa công bố phí")


def cost(ids):
    with CaptureQueriesContext(connection) as queries:
        found = cards(ids, RequestFactory().get("/dich-vu/"))
    assert len(found) == len(ids)
    return len(queries)


def test_many_cards_cost_as_many_queries_as_one():
    department = make_department()
    services = [
        make_service(f"Việc {number}", department=department, documents=[{"name": "Đơn"}], fees_status="none")
        for number in range(4)
    ]
    ids = [service.pk for service in services]
    cost(ids)  # what is read once for all requests is read now
    assert cost(ids[:1]) == cost(ids)
