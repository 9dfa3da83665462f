"""Plain files that visitors' programs look for at fixed addresses: robots.txt and security.txt."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from core.addresses import absolute, in_each_language
from core.url_zones import ZONES

HOLDS = timedelta(days=180)
"""How far ahead security.txt says it can be relied on; RFC 9116 asks for less than a year."""


def robots(request: HttpRequest) -> HttpResponse:
    """Return robots.txt: everything may be read but the editors' area and the endless pages of search results."""
    searches = [f"{path}?" for path in in_each_language("search").values()]
    lines = [
        "User-agent: *",
        *(f"Disallow: {address}" for address in (*ZONES, *searches)),
        "",
        f"Sitemap: {absolute(reverse('sitemap'))}",
    ]
    return _text(lines)


def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116); 404 while nobody is named, since a wrong contact is worse than none."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = datetime.combine(timezone.now().date() + HOLDS, time(), tzinfo=UTC)
    lines = [
        *(f"Contact: {contact}" for contact in settings.SECURITY_CONTACT),
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {absolute(request.path)}",
    ]
    return _text(lines)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
