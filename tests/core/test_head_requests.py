"""HEAD: what GET would say, with every header and not one byte of the body (RFC 9110, 9.3.2)."""

from ipaddress import ip_network

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.builders import make_complete_service, make_template, trunk

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ADDRESSES = [
    "/",
    "/en/",
    "/dich-vu/",
    "/dich-vu/dang-ky-khai-sinh/",
    "/tim-kiem/?q=khai+sinh",
    "/gop-y/",
    "/feeds/services.atom",
    "/en/feeds/notices.atom",
    "/sitemap.xml",
    "/robots.txt",
    "/api/v2/services/",
    "/api/v2/services/?levl=1",
    "/api/v2/nothing/",
    "/dich-vu/ma/1.001193/",
    "/khong-co/",
    "/en/nothing/",
    "/quan-tri/login/",
]
NUMBER = {"X-Request-ID": "one-and-the-same"}
ONCE = {"Set-Cookie", "Expires"}
"""Headers that differ from one GET to the next as well."""


@pytest.fixture(autouse=True)
def _one_number_for_all(settings):
    """Both requests come from a proxy that calls them the same; a number of its own would make each answer another."""
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1")]


@pytest.fixture(autouse=True)
def _connection_stays_open():
    """Django closes connections around a request; Django's own test client keeps it from that in the same way."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def answer(rf, method: str, address: str, **headers) -> tuple[str, dict[str, str], bytes]:
    """What the application itself hands to a server; the test client would drop the body of a HEAD by itself."""
    told = {}

    def start_response(status, headers, exc_info=None):
        told.update(status=status, headers={name: value for name, value in headers if name not in ONCE})

    response = WSGIHandler()(rf.generic(method, address, headers=NUMBER | headers).environ, start_response)
    body = b"".join(response)
    response.close()
    return told["status"], told["headers"], body


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_has_the_headers_of_get_and_no_body(rf, address):
    make_complete_service(procedure_code="1.001193")
    status, headers, body = answer(rf, "GET", address)
    assert answer(rf, "HEAD", address) == (status, headers, b"")
    assert status[0] in "234"
    assert status.startswith("3") or body


def test_a_file_is_described_but_not_sent(rf):
    trunk()
    address = make_template().url
    status, headers, body = answer(rf, "GET", address)
    assert body
    assert answer(rf, "HEAD", address) == (status, headers, b"")


def test_a_cache_may_ask_with_head_whether_its_copy_is_fresh(rf):
    trunk()
    tag = answer(rf, "HEAD", "/")[1]["ETag"]
    assert answer(rf, "HEAD", "/", **{"if-none-match": tag})[0].startswith("304")


def test_a_compressed_page_is_told_as_one(rf):
    trunk()
    _status, headers, body = answer(rf, "HEAD", "/", **{"accept-encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert headers["ETag"].startswith("W/")
    assert body == b""
