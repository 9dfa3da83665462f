"""Answers that anyone may keep, ask for again cheaply, and read from a page of another site."""

import pytest

from tests.api.world import fetch
from tests.builders import make_complete_service, publish, translate

pytestmark = pytest.mark.django_db


def test_an_answer_may_be_kept_by_anyone_for_a_minute():
    make_complete_service()
    answer = fetch("services/?fields=*", HTTP_ACCEPT_ENCODING="gzip")
    assert answer.headers["Cache-Control"].startswith("public, max-age=60, s-maxage=300")
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert not answer.cookies


def test_the_same_answer_is_sent_once_until_a_page_changes():
    service = make_complete_service()
    first = fetch(f"services/{service.pk}/")
    tag = first.headers["ETag"]
    again = fetch(f"services/{service.pk}/", HTTP_IF_NONE_MATCH=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    service.summary = "Lời khác"
    publish(service)
    changed = fetch(f"services/{service.pk}/", HTTP_IF_NONE_MATCH=tag)
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


def test_a_script_of_another_site_may_read_answers_and_errors():
    for address in ("services/", "services/1/", "services/?levl=1", "nothing/", "services/find/?code=1.000001"):
        assert fetch(address).headers["Access-Control-Allow-Origin"] == "*", address
        assert "Access-Control-Allow-Credentials" not in fetch(address).headers


def test_a_browser_may_ask_first(client):
    answer = client.options("/api/v2/services/", HTTP_ORIGIN="https://other.example")
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_head_answers_like_get_without_the_body(client):
    make_complete_service()
    head, get = client.head("/api/v2/services/"), client.get("/api/v2/services/")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["Content-Type"] == get.headers["Content-Type"] == "application/json"


def test_the_language_of_the_answer_is_named():
    service = make_complete_service()
    english = translate(service, {"Đăng ký khai sinh": "Birth registration", "dang-ky-khai-sinh": "birth-registration"})
    assert fetch(f"services/{english.pk}/").headers["Content-Language"] == "en"
    assert fetch("services/").headers["Content-Language"] == "vi"
    assert fetch("services/?locale=*").headers["Content-Language"] == "en, vi"
    assert fetch("services/?levl=1").headers["Content-Language"] == "en"
