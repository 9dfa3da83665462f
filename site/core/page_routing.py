"""From an address of the site to its page, the way a visitor would get there."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import translation
from wagtail.models import Page, Site

from core.http import language_of


def page_at_path(request: HttpRequest, path: str) -> Page | None:
    """Return the page that answers a path such as /en/services/birth-registration/, hidden or not; None without one."""
    path = f"/{path.lstrip('/')}"
    language = language_of(path)
    site = Site.find_for_request(request)
    homes = site.root_page.get_translations(inclusive=True) if site else Page.objects.none()
    home = homes.filter(locale__language_code=language).first()
    if home is None:
        return None
    parts = [part for part in path.split("/") if part]
    with translation.override(language):
        try:
            return home.specific.route(request, parts[language != settings.LANGUAGE_CODE :]).page
        except Http404:
            return None
