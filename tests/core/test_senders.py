"""Who sent a request: what a visitor claims is never believed, what a trusted proxy says is."""

from ipaddress import ip_network

import pytest

from core.client_address import is_from_own_page, sender_of

PROXIES = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]


@pytest.mark.parametrize(
    ("headers", "believed"),
    [
        ({"origin": "https://portal.example"}, True),
        ({"origin": "http://portal.example"}, True),
        ({"referer": "https://portal.example/dich-vu/"}, True),
        ({"origin": "https://portal.example", "referer": "https://other.example/"}, True),
        ({"origin": "https://other.example", "referer": "https://portal.example/"}, False),
        ({"origin": "null", "referer": "https://portal.example/"}, False),
        ({"origin": "https://portal.example.evil.example"}, False),
        ({"origin": "https://portal.example:8443"}, False),
        ({"origin": "https://portal.example@evil.example"}, False),
        ({"origin": "ftp://portal.example"}, False),
        ({"origin": "https://[portal.example"}, False),
        ({"referer": "/dich-vu/"}, False),
        ({}, False),
    ],
)
def test_only_a_page_of_this_host_may_send_a_form(rf, headers, believed):
    request = rf.post("/", headers={"host": "portal.example", **headers})
    assert is_from_own_page(request) is believed


@pytest.mark.parametrize(
    ("nearest", "forwarded", "counted"),
    [
        ("203.0.113.5", "", "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", "203.0.113.5"),
        ("203.0.113.5", "10.0.0.1", "203.0.113.5"),
        ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "1.1.1.1, 2.2.2.2, 198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        ("10.0.0.1", "1.1.1.1, nonsense", "10.0.0.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.7:443", "10.0.0.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.2", "10.0.0.2"),
        ("10.0.0.1", ", ,", "10.0.0.1"),
        ("fd00::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.5", "", "203.0.113.5"),
        ("::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("", "198.51.100.7", ""),
    ],
)
def test_an_address_is_read_only_as_far_as_it_can_be_trusted(rf, settings, nearest, forwarded, counted):
    settings.TRUSTED_PROXIES = PROXIES
    request = rf.get("/", REMOTE_ADDR=nearest, headers={"x-forwarded-for": forwarded} if forwarded else {})
    assert sender_of(request) == counted


def test_without_trusted_proxies_the_header_counts_for_nothing(rf, settings):
    settings.TRUSTED_PROXIES = []
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": "198.51.100.7"})
    assert sender_of(request) == "127.0.0.1"
