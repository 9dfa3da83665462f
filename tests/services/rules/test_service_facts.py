"""The facts that levels are judged by are read from the page as the editor sees it."""

from datetime import date

import pytest

from services.models import ServicePage
from services.models.facts import facts_of
from services.rules.choices import Level
from services.rules.completeness import completeness
from services.rules.levels import MissingPart, earned, missing, online_routes
from tests.builders import make_complete_service, make_service

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def test_a_complete_service_filed_on_the_national_portal_earns_level_three():
    facts = facts_of(make_complete_service(), TODAY).promised
    assert earned(facts) == Level.THREE
    assert online_routes(facts) == (0, 1)
    assert {gap.part for gap in missing(facts, Level.FOUR)} == {MissingPart.PAYMENT_ROUTE, MissingPart.REMOTE_RESULT}


def test_level_four_needs_a_way_to_pay_and_a_result_at_a_distance():
    service = make_complete_service(payment_url="https://dichvucong.gov.vn/thanh-toan", result_by_post=True)
    assert earned(facts_of(service, TODAY).promised) == Level.FOUR


def test_a_free_service_needs_no_way_to_pay():
    service = make_complete_service(result_online=True, fees=[{"name": "Lệ phí", "status": "free"}])
    assert earned(facts_of(service, TODAY).promised) == Level.FOUR


def test_an_explicit_word_stands_for_a_part_without_rows():
    service = make_complete_service(fees=[], fees_status="not_prescribed")
    assert earned(facts_of(service, TODAY).promised) == Level.THREE


def test_unknown_fees_earn_no_level():
    service = make_complete_service(fees=[])
    assert earned(facts_of(service, TODAY).promised) is None


def test_a_bare_service_earns_nothing_and_is_hardly_complete():
    service = make_service()
    assert earned(facts_of(service, TODAY).promised) is None
    assert completeness(*facts_of(service, TODAY), None).percent < 25


def test_an_unsaved_page_can_be_judged_too():
    assert earned(facts_of(ServicePage(title="Mới", official_name="Mới"), TODAY).promised) is None
