"""What was published is found within five seconds, wherever one searches; what was taken down, no more at once."""

import pytest

from search.index import living
from tests.builders import make_complete_service

pytestmark = pytest.mark.django_db

TITLE = "Đăng ký nuôi đà điểu"
PLACES = ("/tim-kiem/?q=", "/tim-kiem/goi-y/?q=", "/api/v2/services/?search=", "/quan-tri/pages/search/?q=")


def places_that_find(client, words="da dieu"):
    answers = {place: client.get(place + words) for place in PLACES}
    assert {answer.status_code for answer in answers.values()} == {200}
    plain = {place: answer.content.decode().replace("<mark>", "") for place, answer in answers.items()}
    return [place for place in PLACES if TITLE in plain[place].replace("</mark>", "")]


def test_a_publication_is_found_within_five_seconds(admin_client, settings, monkeypatch):
    settings.SEARCH_FRESH_SECONDS = 2  # as in production
    clock = [1000.0]
    monkeypatch.setattr(living, "_indexes", {})
    monkeypatch.setattr(living, "monotonic", lambda: clock[0])
    service = make_complete_service(TITLE, live=False)
    assert places_that_find(admin_client) == ["/quan-tri/pages/search/?q="]
    service.save_revision().publish()
    clock[0] += 5
    assert places_that_find(admin_client) == list(PLACES)
    service.refresh_from_db()
    service.unpublish()
    assert places_that_find(admin_client) == ["/quan-tri/pages/search/?q="]
    service.delete()
    assert places_that_find(admin_client) == []
