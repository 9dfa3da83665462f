"""The page about the levels: both scales in plain words, and who runs what."""

import pytest

from tests.builders import make_department, make_service
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db


def test_the_four_levels_and_the_two_scales_are_explained(client):
    answer = client.get("/muc-do/")
    assert answer.status_code == 200
    assert faults(answer.content) == []
    page = soup(answer.content)
    assert [heading.span.get_text(strip=True) for heading in page.select("section.portal-level-words h2")] == [
        "Mức độ 1",
        "Mức độ 2",
        "Mức độ 3",
        "Mức độ 4",
    ]
    scale = page.select_one("section[aria-labelledby=two-scales]").get_text(" ")
    assert "một phần" in scale
    assert "toàn trình" in scale
    assert "26/2009/TT-BTTTT" in words(answer.content)


def test_the_page_is_read_in_english_at_its_own_address(client):
    make_service(department=make_department("Sở Tài chính"), level=4)
    page = soup(client.get("/en/levels/").content)
    assert page.html["lang"] == "en"
    assert faults(str(page)) == []
    assert page.select_one("section[aria-labelledby=units] tbody a")["lang"] == "vi"
    assert {
        link["hreflang"]: link["href"].split("/", 3)[-1] for link in page.select("link[rel=alternate][hreflang]")
    } == {
        "vi": "muc-do/",
        "en": "en/levels/",
        "x-default": "muc-do/",
    }
    assert page.select_one(".portal-languages a")["href"] == "/muc-do/"
