"""Requests that cannot be meant: answered 400 or 404 with a problem document, never with a fault or a guess."""

import pytest

from tests.api.world import fetch
from tests.builders import make_complete_service

pytestmark = pytest.mark.django_db

BAD = (
    "services/?levl=3",
    "services/?_=1",
    "services/?format=xml",
    "services/?limit=0",
    "services/?limit=101",
    "services/?limit=-1",
    "services/?limit=ten",
    "services/?limit=1e3",
    "services/?limit=",
    "services/?limit=٣",
    "services/?limit=" + "9" * 30,
    "services/?limit=" + "9" * 5000,
    "services/?offset=-1",
    "services/?offset=10001",
    "services/?offset=99999999999999999999",
    "services/?limit=1&limit=2",
    "services/?level=5",
    "services/?level=3,",
    "services/?level=three",
    "services/?level=3;drop table",
    "services/?online_scope=some",
    "services/?department=no-such-place",
    "services/?department=99999999999999999999",
    "services/?field=nothing",
    "services/?audience=martians",
    "services/?life_event=nothing",
    "services/?code=abc",
    "services/?code=1.00422",
    "services/?apply_mode=fax",
    "services/?updated_since=yesterday",
    "services/?updated_since=2026-13-01",
    "services/?updated_since=2026-02-30T00:00:00Z",
    "services/?updated_since=2026-01-01T00:00:00+07:00",
    "services/?updated_since=0001-01-01T00:00:00%2B14:00",
    "services/?updated_since=9999-12-31T23:59:59-14:00",
    "services/?locale=fr",
    "services/?locale=",
    "services/?locale=vi&locale=en",
    "services/?search=",
    "services/?search=%20%20",
    "services/?search=" + "a" * 201,
    "services/?search=khai&search_operator=xor",
    "services/?search_operator=and",
    "services/?order=random",
    "services/?order=nothing",
    "services/?order=fees",
    "services/?order=--title",
    "services/?order=title,,level",
    "services/?fields=nothing",
    "services/?fields=fees(*)",
    "services/?fields=department(*)",
    "services/?fields=" + "a(" * 900,
    "services/?fields=title,*",
    "services/?fields=_,-title",
    "services/?fields=(",
    "services/?fields=guides",
    "services/?status=closed",
    "services/?effective_from=soon",
    "services/?effective_from=2026-02-30",
    "services/?result_online=maybe",
    "services/?id=-1",
    "services/?fees=1",
    "services/find/",
    "services/find/?fields=title",
    "services/find/?code=abc",
    "services/find/?id=abc",
    "services/find/?id=99999999999999999999",
    "services/find/?nothing=1",
    "services/find/?code=1.001193&locale=xx",
    "services/1/?limit=2",
    "pages/?type=nothing",
    "pages/?type=accounts.User",
    "pages/?type=services.ServicePage,",
    "pages/?type=a.b.c",
    "pages/?level=3",
    "pages/?site=localhost",
    "pages/?child_of=home",
    "pages/?child_of=999999",
    "pages/?child_of=-1",
    "pages/?descendant_of=99999999999999999999",
    "pages/?ancestor_of=x",
    "pages/?translation_of=0",
    "pages/?first_published_at=2026-01-01",
    "departments/?kind=ministry",
    "departments/?is_former=perhaps",
    "departments/?coordinates=1",
    "images/?locale=vi",
    "images/?width=wide",
    "documents/?is_sample=2",
    "documents/?tags=x",
)

MISSING = (
    "",
    "nothing/",
    "services/abc/",
    "services/0/",
    "services/-1/",
    "services/999999/",
    "services/99999999999999999999999999/",
    "services/" + "9" * 5000 + "/",
    "services/find/?code=9.999999",
    "services/find/?html_path=/dich-vu/nothing/",
    "pages/find/?html_path=/../../etc/passwd",
    "pages/find/?html_path=" + "a/" * 500,
    "pages/find/?html_path=//evil.example/",
    "pages/find/?id=999999",
    "pages/1/",
    "images/1/extra/",
    "documents/999999/",
)

NUL = (
    "services/?search=a%00b",
    "services/?locale=%00",
    "services/?%00=1",
    "services/?title=%00",
    "services/?department=%00",
    "pages/find/?html_path=%00",
    "services/%00/",
)


def problem(answer):
    """The problem document of an answer, checked for its shape."""
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    document = answer.json()
    assert document["status"] == answer.status_code
    assert document["message"] == document["detail"] != ""
    assert {"type", "title"} <= document.keys()
    return document


@pytest.mark.parametrize("address", BAD, ids=lambda address: address[:60])
def test_a_request_nobody_can_mean_is_a_400(address):
    answer = fetch(address)
    assert answer.status_code == 400, answer.content
    assert problem(answer)["title"] == "Bad Request"


@pytest.mark.parametrize("address", MISSING, ids=lambda address: address[:60])
def test_what_does_not_exist_is_a_404(address):
    answer = fetch(address)
    assert answer.status_code == 404, answer.content
    problem(answer)


@pytest.mark.parametrize("address", NUL)
def test_a_nul_byte_is_never_a_fault(address):
    answer = fetch(address)
    assert answer.status_code in (400, 404)
    problem(answer)


def test_invalid_utf8_is_read_as_unknown_letters():
    assert fetch("services/?search=%ff%fe").status_code == 200
    assert fetch("services/?title=%ed%a0%80").status_code == 200


def test_many_words_are_searched_without_a_fault():
    make_complete_service()
    assert fetch("services/?search=" + "a%20" * 100).status_code == 200
    for words in ('"', "' OR 1=1", "AND", "NEAR(", "*", "khai*", "a:b", "(((", "-khai", "🙂", "%25_"):
        assert fetch(f"services/?search={words}").status_code == 200, words


def test_the_problem_names_the_parameters():
    assert problem(fetch("services/?levl=3&colour=red"))["errors"] == [
        {"parameter": "colour", "message": "unknown parameter"},
        {"parameter": "levl", "message": "unknown parameter"},
    ]
    [error] = problem(fetch("services/?level=9"))["errors"]
    assert error == {"parameter": "level", "message": "must be one of 1, 2, 3, 4"}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    service = make_complete_service()
    for address in ("/api/v2/services/", f"/api/v2/services/{service.pk}/"):
        answer = getattr(client, method)(address, data="{}", content_type="application/json")
        assert answer.status_code == 405
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
        problem(answer)
