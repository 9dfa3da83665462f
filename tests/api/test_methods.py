"""Whatever method a program uses at whatever address of the API: a problem document in English, never a page."""

import pytest
from django.test import Client

from tests.builders import make_complete_service

pytestmark = pytest.mark.django_db

METHODS = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "FOO")
PLACES = ("services/", "services/{pk}/", "services/{pk}/form/", "services/find/", "departments/", "pages/", "images/",
          "documents/")  # fmt: skip
NOWHERE = ("", "x/", "services/x/", "services/{pk}/x/", "services/999999/", "services/999999/form/", "../v1/", "../")
CALCULATOR = "/dich-vu/{slug}/tinh-ngay-hen-tra.json"
ENGLISH_CALCULATOR = "/en/services/{slug}/due-date.json"
BODIES = ({}, {"data": "{", "content_type": "application/json"}, {"data": b"\xff\x00", "content_type": "x/y"})


@pytest.fixture
def service():
    return make_complete_service()


def test_another_method_than_reading_is_told_in_english_which_ones_there_are(service):
    addresses = [f"/api/v2/{place}".format(pk=service.pk) for place in PLACES]
    addresses += [place.format(slug=service.slug) for place in (CALCULATOR, ENGLISH_CALCULATOR)]
    for address in addresses:
        for method in METHODS:
            for body in BODIES if method == "POST" else BODIES[:1]:
                answer = Client().generic(method, address, **body)
                case = f"{method} {address} {body}: {answer.status_code} {answer.content[:200]!r}"
                assert answer.status_code == 405, case
                assert answer.headers["Content-Type"] == "application/problem+json", case
                assert answer.headers["Content-Language"] == "en", case
                assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}, case
                assert answer.json()["detail"] == "This address can only be read: GET, HEAD or OPTIONS.", case


def test_what_is_not_there_is_a_problem_document_for_every_method(service):
    for address in (f"/api/v2/{place}".format(pk=service.pk) for place in NOWHERE):
        for method in ("GET", "HEAD", *METHODS):
            answer = Client().generic(method, address)
            case = f"{method} {address}: {answer.status_code} {answer.content[:200]!r}"
            assert answer.status_code in (404, 405), case
            assert answer.headers["Content-Type"] == "application/problem+json", case
            assert answer.headers["Content-Language"] == "en", case


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "image/png;q=0.1", "nonsense", "*/*;q=0"])
def test_whatever_is_accepted_there_is_one_format(service, accept):
    answer = Client().get(f"/api/v2/services/{service.pk}/", headers={"accept": accept})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json")


def test_a_preflight_is_answered_everywhere(service):
    for place in PLACES:
        answer = Client().options(f"/api/v2/{place}".format(pk=service.pk))
        assert answer.status_code == 204, place
