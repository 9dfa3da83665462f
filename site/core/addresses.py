"""Addresses for everything that is read away from the page: with their host, in every language."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def absolute(address: str) -> str:
    """Return the address with the portal's own host before it, unless it names a host itself."""
    return address if urlsplit(address).netloc else settings.WAGTAILADMIN_BASE_URL.rstrip("/") + address


def in_each_language(view: str) -> dict[str, str]:
    """Return the path of a view by language."""
    paths = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            paths[code] = reverse(view)
    return paths
