"""Absolute addresses: of pages on the site, of objects in the API, of files. They never depend on who asks."""

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page


def absolute(path: str) -> str:
    """Return an address with scheme and host; one that has them already stays as it is."""
    return path if path.startswith(("http://", "https://")) else f"{settings.WAGTAILAPI_BASE_URL.rstrip('/')}{path}"


def html_url(page: Page, request: HttpRequest) -> str | None:
    """Return the address of a page on the site, None when it has none."""
    parts = page.get_url_parts(request)
    return absolute(parts[2]) if parts and parts[2] else None


def detail_url(router: WagtailAPIRouter, model: type[Model], pk: int) -> str | None:
    """Return the address of an object in this API, None for what has no endpoint."""
    path = router.get_object_detail_urlpath(model, pk)
    return absolute(path) if path else None
