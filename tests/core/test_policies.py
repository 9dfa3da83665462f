"""What browsers are told: nothing from elsewhere, nothing inline on public pages; more only for the admin."""

import re

import pytest

pytestmark = pytest.mark.django_db

PAGES = ["/", "/en/", "/muc-do/", "/en/levels/", "/tim-kiem/?q=dat", "/khong-co/"]
PUBLIC = [*PAGES, "/thuong-hieu.css", "/api/v2/services/"]
SCRIPT = r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)"
INLINE = re.compile(rf"<style|{SCRIPT}|\son[a-z]+=|\sstyle=|javascript:", re.IGNORECASE)


def directives(response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, _space, sources in parts}


@pytest.mark.parametrize("address", PUBLIC)
def test_public_answer_allows_only_our_own_files(client, address):
    policy = directives(client.get(address))
    for kind in ("default-src", "script-src", "style-src", "img-src"):
        assert policy[kind] == "'self'"
    assert policy["object-src"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"


@pytest.mark.parametrize("address", PAGES)
def test_public_page_has_nothing_inline(client, address):
    assert INLINE.findall(client.get(address).content.decode()) == []


def test_admin_may_use_its_own_inline_scripts(client):
    policy = directives(client.get("/quan-tri/login/"))
    assert policy["script-src"] == "'self' 'unsafe-inline'"
    assert policy["default-src"] == "'self'"


@pytest.mark.parametrize("address", ["/", "/quan-tri/login/"])
def test_powers_nobody_needs_are_given_up(client, address):
    assert "camera=()" in client.get(address).headers["Permissions-Policy"]
