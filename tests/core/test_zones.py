"""Which address belongs to which zone, and what holds there."""

import pytest

from core.url_zones import ZONES, Zone, is_public, zone_of
from tests.builders import trunk


@pytest.mark.parametrize(
    ("path", "zone"),
    [
        ("/", Zone.PUBLIC),
        ("/dich-vu/", Zone.PUBLIC),
        ("/en/", Zone.PUBLIC),
        ("/tai-khoan", Zone.PUBLIC),
        ("/tai-khoan/", Zone.SESSION),
        ("/ho-so/abc/", Zone.SESSION),
        ("/en/submissions/", Zone.SESSION),
        ("/can-bo/", Zone.SESSION),
        ("/quan-tri/pages/", Zone.ADMIN),
        ("/dich-vu/tai-khoan/", Zone.PUBLIC),
        ("/api/v2/services/", Zone.PUBLIC),
    ],
)
def test_the_beginning_of_an_address_names_its_zone(path, zone):
    assert zone_of(path) is zone
    assert is_public(path) == (zone is Zone.PUBLIC)


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ZONES)
def test_nobody_keeps_or_lists_what_is_not_public_not_even_an_error(client, prefix):
    trunk()
    answer = client.get(f"{prefix}khong-co-trang-nay/")
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert ("unsafe-inline" in answer.headers["Content-Security-Policy"]) == (ZONES[prefix] is Zone.ADMIN)


@pytest.mark.django_db
def test_a_public_page_may_be_listed(client):
    trunk()
    assert "X-Robots-Tag" not in client.get("/").headers
