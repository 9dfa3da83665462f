"""The whole demo as partners read it."""

import re

import pytest

from tests.api.world import cold_queries, fetch, items

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

RELATIVE = re.compile(r'(?:href|src)=\\?"(?!https?://|mailto:|tel:|#)')


def count(address: str) -> int:
    return fetch(address).json()["meta"]["total_count"]


def test_39_services_at_level_3_and_one_at_level_4():
    assert count("pages/?type=services.ServicePage&locale=vi&level=3&limit=1") == 39
    assert count("services/?level=3") == 39
    [service] = items("services/?level=4")
    assert (service["procedure_code"], service["department"]["title"]) == ("2.002206", "Sở Tài chính")


def test_counts_of_departments_add_up_to_the_catalogue():
    counts = [department["service_counts"] for department in items("departments/?fields=service_counts&limit=100")]
    assert sum(one["total"] for one in counts) == count("services/") == 106
    assert sum(one["levels"]["3"] for one in counts) == 39


def test_every_object_is_answered_in_full_with_absolute_addresses():
    for address in (
        "services/?fields=*&limit=100",
        "services/?fields=*&limit=100&offset=100&locale=*",
        "departments/?fields=*&limit=100&locale=*",
        "pages/?type=home.GuidancePage&fields=*&limit=100&locale=*",
        "pages/?type=home.NoticePage&fields=*&limit=100&locale=*",
        "documents/?limit=100",
        "images/?limit=100",
    ):
        answer = fetch(address)
        assert answer.status_code == 200, address
        assert not RELATIVE.search(answer.content.decode()), address
        assert '": "/' not in answer.content.decode(), address


def test_an_amount_is_a_whole_number_or_unknown():
    for service in items("services/?fields=fees&limit=100"):
        for fee in service["fees"]:
            assert (fee["status"] == "amount") == isinstance(fee["amount"], int), service["title"]


def test_twenty_real_services_in_full_cost_few_queries():
    assert cold_queries("services/?fields=*&limit=20") <= 15
