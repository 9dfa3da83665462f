"""The number of a request: made here or given by a proxy that is trusted, told in every answer and error page."""

from ipaddress import ip_network

import pytest

from core import request_ids


@pytest.fixture
def behind_a_proxy(settings):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.1")]


def number_of(client, given="", address="10.0.0.1"):
    headers = {"X-Request-ID": given} if given else {}
    return client.get("/livez", headers=headers, REMOTE_ADDR=address).headers["X-Request-ID"]


def test_every_request_has_a_number_of_its_own(client):
    assert number_of(client) != number_of(client)
    assert request_ids.USABLE.fullmatch(number_of(client))
    assert request_ids.current() == ""


@pytest.mark.usefixtures("behind_a_proxy")
def test_the_number_a_trusted_proxy_gives_stays(client):
    assert number_of(client, "a1b2c3d4-e5f6") == "a1b2c3d4-e5f6"


@pytest.mark.usefixtures("behind_a_proxy")
def test_nobody_else_names_a_request(client):
    assert number_of(client, "a1b2c3d4-e5f6", address="10.0.0.2") != "a1b2c3d4-e5f6"


@pytest.mark.usefixtures("behind_a_proxy")
@pytest.mark.parametrize("given", ["short", "x" * 65, "with space 1", 'quote"12345', "nguyễn-văn-a", "new\nline-123"])
def test_what_is_no_number_is_made_anew(client, given):
    assert number_of(client, given.encode().decode("latin-1")) != given


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/khong-co/", "/en/nothing/", "/tim-kiem/?q=%00"])
def test_an_error_page_tells_the_number(client, address):
    answer = client.get(address)
    assert answer.status_code in (400, 404)
    assert answer.headers["X-Request-ID"] in answer.content.decode()
