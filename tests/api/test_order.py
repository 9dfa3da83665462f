"""Lists in the order of words stand as in a Vietnamese dictionary, as the site's own list does."""

import pytest

from tests.builders import make_department, make_service

pytestmark = pytest.mark.django_db

IN_ORDER = ["Cấp bản sao", "Chấp thuận", "Cho thuê đất", "Công bố", "Đăng ký", "Yêu cầu"]


def titles(client, address: str) -> list[str]:
    return [item["title"] for item in client.get(address).json()["items"]]


@pytest.fixture
def services():
    for number, title in enumerate(reversed(IN_ORDER)):
        make_service(title, level=number % 2 + 1)


def test_titles_stand_in_dictionary_order_page_by_page(client, services):
    address = "/api/v2/services/?order={}&fields=_,title&limit=4&offset={}"
    for order, expected in (("title", IN_ORDER), ("-title", IN_ORDER[::-1])):
        found = [title for offset in (0, 4) for title in titles(client, address.format(order, offset))]
        assert found == expected


def test_words_stand_in_order_among_equals_of_another_column(client, services):
    found = titles(client, "/api/v2/services/?order=-level,title&fields=_,title")
    levels = {title: number % 2 + 1 for number, title in enumerate(reversed(IN_ORDER))}
    assert found == [title for level in (2, 1) for title in IN_ORDER if levels[title] == level]


def test_every_endpoint_has_the_same_order(client, services):
    for title in ("Sở Y tế", "Sở Xây dựng", "Công an tỉnh", "Đài truyền hình", "Ủy ban"):
        make_department(title)
    expected = ["Công an tỉnh", "Đài truyền hình", "Sở Tư pháp", "Sở Xây dựng", "Sở Y tế", "Ủy ban"]
    assert titles(client, "/api/v2/departments/?order=title&limit=50") == expected
    pages = titles(client, "/api/v2/pages/?order=title&limit=50")
    assert [title for title in pages if title in IN_ORDER + expected] == [
        *("Cấp bản sao", "Chấp thuận", "Cho thuê đất", "Công an tỉnh", "Công bố", "Đài truyền hình", "Đăng ký"),
        *("Sở Tư pháp", "Sở Xây dựng", "Sở Y tế", "Ủy ban", "Yêu cầu"),
    ]


def test_the_order_goes_with_a_search(client, services):
    make_service("Cấp đổi giấy phép")
    assert titles(client, "/api/v2/services/?search=cap&order=title") == ["Cấp bản sao", "Cấp đổi giấy phép"]
