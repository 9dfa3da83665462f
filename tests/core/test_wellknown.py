"""robots.txt and security.txt: true, short, and nothing invented."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone


def test_robots_may_read_all_but_the_editors_area_and_search_results(client):
    answer = client.get("/robots.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /quan-tri/", "Disallow: /tim-kiem/?", "Disallow: /en/search/?"} <= set(lines)
    assert lines[-1].startswith("Sitemap: http")
    assert lines[-1].endswith("/sitemap.xml")


@pytest.mark.django_db
def test_without_a_contact_there_is_no_security_txt(client, settings):
    settings.SECURITY_CONTACT = []
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.clock
def test_security_txt_names_the_contact_and_ends_within_a_year(client, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"
    settings.SECURITY_CONTACT = ["mailto:an-toan@portal.example", "https://portal.example/bao-loi"]
    answer = client.get("/.well-known/security.txt")
    fields = [line.split(": ", 1) for line in answer.content.decode().splitlines()]
    assert [value for name, value in fields if name == "Contact"] == settings.SECURITY_CONTACT
    [expires] = [value for name, value in fields if name == "Expires"]
    left = datetime.fromisoformat(expires) - timezone.now()
    assert timedelta(days=100) < left < timedelta(days=365)
    assert ["Preferred-Languages", "vi, en"] in fields
    assert ["Canonical", "https://portal.example/.well-known/security.txt"] in fields
    assert "public" in answer.headers["Cache-Control"]
