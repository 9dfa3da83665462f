"""Errors in plain words: what happened, a search box and a way home, never a stack of code."""

import pytest
from django.db import connection

from core import errors
from core import server_errors as last_resort
from tests.builders import trunk
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/khong-co/", "vi", "Không tìm thấy trang"),
        ("/en/nothing/", "en", "Page not found"),
        ("/khong-co", "vi", "Không tìm thấy trang"),
    ],
)
def test_a_missing_page_is_told_in_the_language_of_the_address(client, address, language, words):
    trunk()
    answer = client.get(address, follow=True)
    assert answer.status_code == 404
    assert faults(answer.content) == []
    page = soup(answer.content)
    assert page.html["lang"] == language
    assert page.h1.get_text() == words
    assert page.main.form
    assert page.select("link[rel=canonical], link[rel=alternate][hreflang]") == []


@pytest.mark.parametrize("address", ["/%00", "/dich-vu/%00/", "/en/services/%00/"])
def test_a_nul_byte_in_a_path_is_no_page(client, address):
    trunk()
    assert client.get(address).status_code in (400, 404)


@pytest.mark.parametrize("address", ["/tim-kiem/?q=%00", "/dich-vu/?level=%00", "/dich-vu/?%00=1", "/en/?x=%00"])
def test_a_nul_byte_cannot_be_understood(client, address):
    trunk()
    answer = client.get(address)
    assert answer.status_code == 400
    assert faults(answer.content) == []
    assert "no-store" in answer.headers.get("Cache-Control", "no-store")


@pytest.mark.parametrize("page", ["0", "-1", "abc", "99999999999999999999", "1.5", "٣"])
def test_a_page_number_that_does_not_exist_is_not_found(client, page):
    trunk()
    for address in ("/dich-vu/", "/thong-bao/"):
        answer = client.get(address, {"page": page})
        assert answer.status_code == 404, address
        assert "trang" in soup(answer.content).main.get_text()


def test_a_fault_is_told_without_asking_the_database(rf):
    def refuse(*_arguments):
        raise AssertionError("the database was asked")

    with connection.execute_wrapper(refuse):
        answer = last_resort.server_error(rf.get("/dich-vu/"))
    assert answer.status_code == 500
    assert faults(answer.content) == []
    assert soup(answer.content).main.form["action"] == "/tim-kiem/"


def test_a_forbidden_page_says_so(rf):
    trunk()
    answer = errors.permission_denied(rf.get("/"))
    assert answer.status_code == 403
    assert soup(answer.content).h1.get_text() == "Bạn không được mở trang này"
